package pilothouse;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import pilothouse.evidence.facts.Measurement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tests of bets and roadmaps say to the program, as programs do. */
record Wagering(Ship ship) {
  private static final JsonMapper JSON = new JsonMapper();

  /** Sends it, and expects that it is taken. */
  JsonNode say(String path, Map<String, ?> what) {
    HttpResponse<String> answer = send(path, what);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  /** Sends it, and expects that it is refused; why. */
  String refused(String path, Map<String, ?> what) {
    HttpResponse<String> answer = send(path, what);
    if (answer.statusCode() < 400 || answer.statusCode() >= 500) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body()).get("detail").asString();
  }

  HttpResponse<String> send(String path, Map<String, ?> what) {
    return ship.send(
        HttpRequest.newBuilder(ship.at("/api/v1" + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(what))));
  }

  JsonNode look(String path) {
    HttpResponse<String> answer = ship.get("/api/v1" + path);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  String page(String path) {
    HttpResponse<String> answer = ship.get(path);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  /** A bet with what it must have; its id. */
  String bet(String problem) {
    return say(
            "/bets",
            Map.of("problem", problem, "success", "It is seen", "tradeoff", "Slower elsewhere"))
        .at("/bet/id")
        .asString();
  }

  /** A number that somebody measured. */
  void fact(String metric, String scope, Instant at, double value) {
    String key = Measurement.key(metric, scope, at);
    ship.told(List.of(new Measurement(key, at, metric, scope, at, value, "min")));
  }

  /** An outcome that begins; its id. */
  String outcome(String title) {
    LocalDate due = LocalDate.ofInstant(Village.NOW, ZoneOffset.UTC).plusDays(90);
    HttpResponse<String> answer =
        ship.send(
            HttpRequest.newBuilder(ship.at("/api/v1/outcomes"))
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        Course.outcome(title, "organisation", due, "").replace("60 %", "60"))));
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.body());
    }
    return JSON.readTree(answer.body()).get("id").asString();
  }

  /** A score of a bet, in words. */
  void score(String bet, String rubric, Map<String, String> answers) {
    say("/bets/" + bet + "/scores", Map.of("rubric", rubric, "answers", answers));
  }
}
