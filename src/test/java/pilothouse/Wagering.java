package pilothouse;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
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

  /** A score of a bet, in words. */
  void score(String bet, String rubric, Map<String, String> answers) {
    say("/bets/" + bet + "/scores", Map.of("rubric", rubric, "answers", answers));
  }
}
