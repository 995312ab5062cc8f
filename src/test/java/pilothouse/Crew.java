package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Those who sign in to a ship: made by the pages alone, as people are. */
final class Crew {
  /** Of everybody. */
  static final String PASSWORD = "seven gulls over the pier";

  /** What the first of them types, who administers all. */
  static final Map<String, String> FIRST =
      Map.of(
          "email",
          "ada@ferry.example",
          "name",
          "Ada Lind",
          "password",
          PASSWORD,
          "again",
          PASSWORD);

  private final Ship ship;
  private final Hand captain;

  private Crew(Ship ship, Hand captain) {
    this.ship = ship;
    this.captain = captain;
  }

  /** Makes the first account; from then on everybody signs in. */
  static Crew of(Ship ship) {
    HttpResponse<String> made = sent(ship, "/account/first", Map.of(), FIRST);
    assertEquals(303, made.statusCode(), made.body());
    return new Crew(ship, new Hand(ship, "Cookie", cookie(made)));
  }

  /** On a ship with two teams: Harbour answers for ferry and its repository, Pier for its lamp. */
  static Crew ofTwoTeams() {
    Ship ship = Ship.with(Village.repository()).read("ferry").told(VillageDelivery.facts());
    ship.post("/teams", "title=Harbour");
    ship.post("/teams", "title=Pier");
    ship.post("/catalog", "title=Ferry&owner=harbour&repository=ferry");
    ship.post("/catalog", "title=Pier+lamp&owner=pier");
    return of(ship);
  }

  /** Where they sign in. */
  Ship ship() {
    return ship;
  }

  /** Who administers all. */
  Hand captain() {
    return captain;
  }

  /** Somebody new with a role. */
  Hand join(String email, String role, String scope, String place) {
    HttpResponse<String> invited =
        captain.post(
            "/administration/roles",
            Map.of("who", email, "role", role, "scope", scope, "place", place));
    assertEquals(200, invited.statusCode(), invited.body());
    String path = invited.body().replaceAll("(?s).*(/invitations/[\\w-]+).*", "$1");
    HttpResponse<String> joined =
        sent(
            ship,
            path,
            Map.of(),
            Map.of("name", "Hand " + role, "password", PASSWORD, "again", PASSWORD));
    assertEquals(303, joined.statusCode(), joined.body());
    return new Hand(ship, "Cookie", cookie(joined));
  }

  /** A program with a token of the organisation. */
  Hand program(String permissions, String places) {
    Map<String, String> form = new java.util.HashMap<>(Map.of("name", "export", "places", places));
    for (String permission : permissions.split(" ", -1)) {
      form.put(permission, "yes");
    }
    HttpResponse<String> made = captain.post("/administration/tokens", form);
    assertEquals(200, made.statusCode(), made.body());
    String token = made.body().replaceAll("(?s).*(pht_[\\w-]+).*", "$1");
    return new Hand(ship, "Authorization", "Bearer " + token);
  }

  /** Tries to sign in. */
  static HttpResponse<String> signIn(
      Ship ship, String email, String password, Map<String, String> headers) {
    return sent(ship, "/sign-in", headers, Map.of("email", email, "password", password));
  }

  /** What a browser keeps of an answer. */
  static String cookie(HttpResponse<String> answer) {
    String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(set.contains("HttpOnly") && set.contains("SameSite=Lax"), set);
    return set.replaceAll(";.*", "");
  }

  static HttpResponse<String> sent(
      Ship ship, String path, Map<String, String> headers, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> coded(field.getKey()) + "=" + coded(field.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(ship.at(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return ship.send(request);
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** One who asks, with what proves it; nobody without. */
  record Hand(Ship ship, String header, @Nullable String proof) {
    static Hand nobody(Ship ship) {
      return new Hand(ship, "", null);
    }

    HttpResponse<String> get(String path) {
      return ship.send(proven(HttpRequest.newBuilder(ship.at(path))));
    }

    HttpResponse<String> send(String method, String path) {
      return ship.send(
          proven(
              HttpRequest.newBuilder(ship.at(path))
                  .method(method, HttpRequest.BodyPublishers.noBody())));
    }

    HttpResponse<String> post(String path, Map<String, String> form) {
      return sent(ship, path, proof == null ? Map.of() : Map.of(header, proof), form);
    }

    private HttpRequest.Builder proven(HttpRequest.Builder request) {
      return proof == null ? request : request.header(header, proof);
    }
  }
}
