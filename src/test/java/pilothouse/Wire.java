package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that speaks with a ship through its API. */
record Wire(Ship ship) {
  private static final JsonMapper JSON = new JsonMapper();

  /** What is there. */
  JsonNode get(String path) {
    HttpResponse<String> answer = ship.get("/api/v1" + path);
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  /** Sends something that is taken. */
  JsonNode put(String path, Map<String, ?> values) {
    HttpResponse<String> answer = send(path, values);
    assertEquals(2, answer.statusCode() / 100, answer.body());
    return JSON.readTree(answer.body());
  }

  /** Sends something that is refused, and gives why. */
  String refused(int status, String path, Map<String, ?> values) {
    HttpResponse<String> answer = send(path, values);
    assertEquals(status, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body()).get("detail").asString();
  }

  private HttpResponse<String> send(String path, Map<String, ?> values) {
    return ship.send(
        HttpRequest.newBuilder(ship.at("/api/v1" + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(values))));
  }

  /** The sentences of the findings of one kind. */
  List<String> found(String kind) {
    Stream<JsonNode> all = get("/findings").get("findings").valueStream();
    return all.filter(one -> one.get("kind").asString().equals(kind))
        .map(one -> one.get("says").asString())
        .toList();
  }
}
