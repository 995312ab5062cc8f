package pilothouse.evidence.pull;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A forge on this machine: lists of things, two a page, with links, tags of what did not change,
 * limits and failures.
 */
public final class Played implements AutoCloseable {
  private static final int PAGE = 2;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, String> documents = new LinkedHashMap<>();
  private final Map<String, List<String>> lists = new LinkedHashMap<>();
  private final Map<String, String> wrappings = new LinkedHashMap<>();
  private final List<Turn> turns = new ArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private @Nullable Posted posted;

  public Played() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Answers a question that has a body. */
  @FunctionalInterface
  public interface Posted {
    String answer(String path, String body);
  }

  /** An answer that is given once, before the usual one. */
  private record Turn(String path, int status, Map<String, String> headers, String body) {}

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** A document at a path; a name in it stands for the address. */
  public Played document(String path, String json) {
    documents.put(path, json.replace("HERE", address()));
    return this;
  }

  /** A list at a path, the newest first. */
  public Played list(String path, List<String> elements) {
    lists.put(path, elements.stream().map(one -> one.replace("HERE", address())).toList());
    return this;
  }

  /** A list in a field of a document. */
  public Played list(String path, String field, List<String> elements) {
    wrappings.put(path, field);
    return list(path, elements);
  }

  public Played posted(Posted answers) {
    posted = answers;
    return this;
  }

  /** Once, to a question whose path holds this. */
  public Played once(String path, int status, Map<String, String> headers, String body) {
    synchronized (turns) {
      turns.add(new Turn(path, status, headers, body));
    }
    return this;
  }

  /** What was asked for since the last time, in order: {@code GET /path?query 200}. */
  public List<String> asked() {
    List<String> all = List.copyOf(asked);
    asked.clear();
    return all;
  }

  public List<String> tokens() {
    return List.copyOf(tokens);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String uri = bare(exchange.getRequestURI().toString());
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    Map<String, String> headers = new LinkedHashMap<>();
    int status = 200;
    String text;
    tokens.add(
        String.join("", exchange.getRequestHeaders().getOrDefault("Authorization", List.of()))
            + String.join(
                "", exchange.getRequestHeaders().getOrDefault("Private-token", List.of())));
    Turn turn = turn(uri);
    if (turn != null) {
      status = turn.status();
      headers.putAll(turn.headers());
      text = turn.body();
    } else if (exchange.getRequestMethod().equals("POST") && posted != null) {
      text = posted.answer(uri, body);
    } else {
      text = usual(exchange, headers);
      status = text == null ? 404 : 200;
      String tag = "\"" + String.valueOf(text).hashCode() + "\"";
      headers.put("ETag", tag);
      if (text != null && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        status = 304;
      }
    }
    asked.add(exchange.getRequestMethod() + " " + uri + " " + status);
    send(exchange, status, headers, text == null ? "{\"message\": \"Not Found\"}" : text);
  }

  /** The path without what all of an API's begin with. */
  private static String bare(String path) {
    return path.replaceFirst("^/api(?:/v\\d)?", "");
  }

  private @Nullable Turn turn(String uri) {
    synchronized (turns) {
      for (Iterator<Turn> all = turns.iterator(); all.hasNext(); ) {
        Turn turn = all.next();
        if (uri.contains(turn.path())) {
          all.remove();
          return turn;
        }
      }
      return null;
    }
  }

  private @Nullable String usual(HttpExchange exchange, Map<String, String> headers) {
    String path = bare(exchange.getRequestURI().getRawPath());
    List<String> list = lists.get(path);
    if (list == null) {
      return documents.get(path);
    }
    String query = exchange.getRequestURI().getRawQuery();
    int page = 1;
    for (String pair : query.split("&", -1)) {
      page = pair.startsWith("page=") ? Integer.parseInt(pair.substring(5)) : page;
    }
    int from = Math.min(list.size(), (page - 1) * PAGE);
    int to = Math.min(list.size(), from + PAGE);
    if (to < list.size()) {
      String rest = query.replaceAll("&?page=\\d+", "");
      headers.put(
          "Link",
          "<%s%s?%s&page=%d>; rel=\"next\", <%s>; rel=\"last\""
              .formatted(
                  address(), exchange.getRequestURI().getRawPath(), rest, page + 1, address()));
    }
    headers.put("X-Total", String.valueOf(list.size()));
    String json = "[" + String.join(",", list.subList(from, to)) + "]";
    String field = wrappings.get(path);
    return field == null
        ? json
        : "{\"total_count\": %d, \"%s\": %s}".formatted(list.size(), field, json);
  }

  private static void send(
      HttpExchange exchange, int status, Map<String, String> headers, String text)
      throws IOException {
    headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    if (status == 304) {
      exchange.sendResponseHeaders(status, -1);
    } else {
      byte[] bytes = text.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    }
    exchange.close();
  }

  /** The value of a member of a JSON document that holds it as text. */
  public static @Nullable String member(String json, String name) {
    var found =
        java.util.regex.Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
    return found.find() ? URLDecoder.decode(found.group(1), UTF_8) : null;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
