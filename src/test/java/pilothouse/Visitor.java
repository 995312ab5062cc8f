package pilothouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A browser of its own before a ship: keeps cookies, and follows where it is led. */
final class Visitor implements AutoCloseable {
  private final Ship ship;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client;

  Visitor(Ship ship) {
    this.ship = ship;
    client =
        ship.client(
            HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER));
  }

  /** The first person, who makes the account that administers all. */
  static Visitor captain(Ship ship) {
    Visitor captain = new Visitor(ship);
    captain.post(
        "/account/first",
        "email",
        "captain@ferry.example",
        "name",
        "Captain",
        "password",
        "a rope of seven strands",
        "again",
        "a rope of seven strands");
    return captain;
  }

  /** One page, wherever it leads. */
  HttpResponse<String> get(String path) {
    return get(ship.at(path));
  }

  HttpResponse<String> get(URI address) {
    return send(HttpRequest.newBuilder(address));
  }

  /** One step, without following it. */
  HttpResponse<String> step(URI address) {
    return once(HttpRequest.newBuilder(address));
  }

  /** Sends a form of names and values, and follows where it leads. */
  HttpResponse<String> post(String path, String... fields) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      form.append(i == 0 ? "" : "&").append(coded(fields[i])).append('=');
      form.append(coded(fields[i + 1]));
    }
    return send(
        HttpRequest.newBuilder(ship.at(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    HttpResponse<String> answer = once(request);
    for (int i = 0; i < 10 && answer.statusCode() / 100 == 3; i++) {
      URI next = answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
      answer = once(HttpRequest.newBuilder(next));
    }
    return answer;
  }

  HttpResponse<String> once(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
