package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Several real processes that serve from one database and one data folder. */
final class Fleet implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final List<Boat> boats = new CopyOnWriteArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();

  /** One of them. */
  final class Boat {
    private final Child child;
    private final URI address;

    private Boat(Child child, URI address) {
      this.child = child;
      this.address = address;
    }

    /** What the lease of one of its works is held by begins so. */
    String name() {
      return child.pid() + "@";
    }

    /** Ends it at once, as {@code kill -9} does. */
    void kill() {
      child.kill();
      boats.remove(this);
    }

    HttpResponse<String> get(String path, String cookie) throws IOException {
      return send(HttpRequest.newBuilder(address.resolve(path)).header("Cookie", cookie));
    }

    /** The same, which must be there. */
    String page(String path, String cookie) throws IOException {
      HttpResponse<String> answer = get(path, cookie);
      assertEquals(200, answer.statusCode(), path);
      return answer.body();
    }

    HttpResponse<String> post(String path, String cookie, Map<String, String> form)
        throws IOException {
      String body =
          form.entrySet().stream()
              .map(field -> coded(field.getKey()) + "=" + coded(field.getValue()))
              .collect(Collectors.joining("&"));
      return send(
          HttpRequest.newBuilder(address.resolve(path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("Cookie", cookie)
              .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a file, or a delivery under an id. */
    HttpResponse<String> put(String path, String header, String value, String body)
        throws IOException {
      return send(
          HttpRequest.newBuilder(address.resolve(path))
              .header("Content-Type", "application/octet-stream")
              .header(header, value)
              .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts so many at the same moment on a database that has no tables yet. */
  static Fleet of(int many, String database, Path folder, String settings, Path repository) {
    Fleet fleet = new Fleet();
    List<Child> children = new ArrayList<>();
    try {
      Path file = Files.writeString(folder.resolve("settings"), settings);
      for (int i = 0; i < many; i++) {
        children.add(
            Child.start(
                folder,
                "256m",
                "up",
                repository.toString(),
                "--port",
                "0",
                "--no-browser",
                "--data",
                folder.resolve("data").toString(),
                "--settings",
                file.toString(),
                "--database",
                database));
      }
      for (Child child : children) {
        fleet.boats.add(fleet.new Boat(child, child.address()));
      }
      return fleet;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException | Error e) {
      children.forEach(Child::close);
      throw e;
    }
  }

  /** Those that are alive. */
  List<Boat> boats() {
    return List.copyOf(boats);
  }

  @Override
  public void close() {
    client.shutdownNow();
    boats.forEach(boat -> boat.child.close());
  }
}
