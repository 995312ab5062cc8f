package pilothouse.accounts.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a provider: by HTTPS (or on this machine), for ten seconds at most, for a mebibyte at most,
 * and nowhere else than at the address that was named.
 */
public final class Wire {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long LARGEST = 1024 * 1024;
  private static final int DEEPEST = 30;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .build();

  private @Nullable HttpClient client;

  /** What came back. */
  public record Reply(int status, String type, String body) {}

  /** Fetches a text. */
  public Reply fetch(URI address, Map<String, String> headers) throws IOException {
    return send(request(address, headers).GET().build());
  }

  /** Sends a form. */
  public Reply post(URI address, Map<String, String> headers, Map<String, String> form)
      throws IOException {
    return send(
        request(address, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(coded(form)))
            .build());
  }

  /** Values as a form or an address carries them. */
  public static String coded(Map<String, String> values) {
    return values.entrySet().stream()
        .map(value -> coded(value.getKey()) + "=" + coded(value.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** One value as a form or an address carries it. */
  public static String coded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }

  /** A JSON object out of a reply's text. */
  public static JsonNode object(String text) throws IOException {
    try {
      JsonNode node = JSON.readTree(text);
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (JacksonException _) {
      // said below: the message would quote what was sent
    }
    throw new IOException("what came back is no JSON object");
  }

  /** Whether nobody between can read or change what is sent there: by HTTPS, or on this machine. */
  public static boolean isSafe(URI address) {
    String host = address.getHost();
    if (host == null || address.getUserInfo() != null || address.getFragment() != null) {
      return false;
    }
    if ("https".equalsIgnoreCase(address.getScheme())) {
      return true;
    }
    try {
      boolean literal = host.equals("localhost") || host.matches("127\\.[0-9.]+|\\[[0-9a-f:]+]");
      return "http".equalsIgnoreCase(address.getScheme())
          && literal
          && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException _) {
      return false;
    }
  }

  private static HttpRequest.Builder request(URI address, Map<String, String> headers)
      throws IOException {
    if (!isSafe(address)) {
      throw new IOException(address + " is not asked: it is neither HTTPS nor on this machine");
    }
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
    headers.forEach(request::header);
    return request;
  }

  /** The client's own limit ends with the head of the answer: this one is for all of it. */
  private Reply send(HttpRequest request) throws IOException {
    var coming =
        client().sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST));
    try {
      HttpResponse<String> answer = coming.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      String type = answer.headers().firstValue("Content-Type").orElse("");
      return new Reply(answer.statusCode(), type, answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("it was stopped while it waited", e);
    } catch (TimeoutException e) {
      throw new IOException("it did not answer within " + PATIENCE.toSeconds() + " seconds", e);
    } catch (ExecutionException e) {
      throw new IOException("it cannot be asked: " + e.getCause(), e);
    } finally {
      coming.cancel(true);
    }
  }

  private synchronized HttpClient client() {
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .connectTimeout(PATIENCE)
              .followRedirects(HttpClient.Redirect.NEVER)
              .build();
    }
    return client;
  }
}
