package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import pilothouse.evidence.facts.Measurement;
import pilothouse.promises.Promise;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A ship whose clock moves, steered through its API: outcomes on a number that was measured. */
final class Course implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  final Tide tide = new Tide(Village.NOW);
  final Ship ship = Ship.at(tide);

  /** Two teams, and activation at 41 % today. */
  static Course set() {
    Course course = new Course();
    course.ship.post("/teams", "title=Harbour&focus=Moorings+and+lights");
    course.ship.post("/teams", "title=Pier");
    course.ship.post("/catalog", "title=Lamps&owner=harbour");
    course.measured(41);
    return course;
  }

  /** Tells what activation is now. */
  Course measured(double percent) {
    Instant at = tide.instant();
    ship.told(
        List.of(
            new Measurement(
                Measurement.key("activation", "organisation", at),
                at,
                "activation",
                "organisation",
                at,
                percent,
                "%")));
    return this;
  }

  LocalDate today() {
    return LocalDate.ofInstant(tide.instant(), ZoneOffset.UTC);
  }

  JsonNode get(String path) {
    HttpResponse<String> answer = ship.get(path);
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  HttpResponse<String> post(String path, String json) {
    return ship.send(
        HttpRequest.newBuilder(ship.at(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  JsonNode done(String path, String json) {
    HttpResponse<String> answer = post(path, json);
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  /** An outcome as it is sent: of the business, on activation and on a number that is typed in. */
  static String outcome(String title, String place, LocalDate due, String more) {
    return """
    {"title": "%s", "place": "%s", "business": "activation", "due_on": "%s", "every_days": 14,
     "key_results": [
       {"says": "Activation", "gauge": "activation@organisation", "target": "60 %%"},
       {"says": "Calls for help", "unit": "a week", "baseline": "10", "target": "2"}],
     "owners": [{"function": "engineering", "owner": "Harbour"}]%s}
    """
        .formatted(title, place, due, more.isEmpty() ? "" : ", " + more);
  }

  /** The id of one that begins. */
  String begun(String title) {
    return done("/api/v1/outcomes", outcome(title, "organisation", today().plusDays(90), ""))
        .get("id")
        .asString();
  }

  /** Checks in with four calls for help a week. */
  JsonNode checkedIn(String id) {
    String calls = get("/api/v1/outcomes/" + id).get("key_results").get(1).get("id").asString();
    return done(
        "/api/v1/outcomes/" + id + "/check-ins",
        "{\"confidence\": 80, \"says\": \"Fewer calls\", \"values\": {\"%s\": \"4\"}}"
            .formatted(calls));
  }

  String state(String id) {
    return get("/api/v1/outcomes/" + id).get("state").asString();
  }

  /** What needs somebody now, a line each: its kind and what it says. */
  String findings() {
    return ship.found().stream()
        .map(finding -> finding.kind() + ": " + finding.says())
        .collect(Collectors.joining("\n"));
  }

  /** The open promises to check in on an outcome. */
  List<Promise> owed(String id) {
    return ship.stored().loop().promises().about("outcome:" + id).stream()
        .filter(Promise::isOpen)
        .toList();
  }

  @Override
  public void close() {
    ship.close();
  }
}
