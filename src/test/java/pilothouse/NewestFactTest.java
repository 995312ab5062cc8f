package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import pilothouse.evidence.facts.Build;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.Outcome;
import tools.jackson.databind.JsonNode;

/** A number of a service is as new as the newest thing that it counts, not as its telling. */
class NewestFactTest {
  private static final Instant TOLD = Village.NOW;

  private static Instant ago(int days) {
    return Village.NOW.minus(Duration.ofDays(days));
  }

  private static Deployment deployed(String key, int days, String environment) {
    Instant at = ago(days);
    return new Deployment(
        key,
        TOLD,
        "quay",
        null,
        "4f5d127",
        null,
        environment,
        environment.equals("production"),
        at.minusSeconds(60),
        at,
        Outcome.SUCCESS,
        null,
        null);
  }

  private static Build built(int days) {
    Instant at = ago(days);
    return new Build(
        "own:b1",
        TOLD,
        "quay",
        null,
        "4f5d127",
        null,
        "build",
        "all",
        1,
        at.minusSeconds(60),
        at,
        Outcome.SUCCESS,
        null);
  }

  private static Incident broken(int days) {
    return new Incident(
        "own:i1", TOLD, "quay", null, "Ropes", "1", ago(days), null, true, null, null);
  }

  @Test
  void whatIsToldLateIsAsOldAsItIs() {
    try (Ship ship = Ship.at(new Tide(Village.NOW))) {
      ship.told(
          List.of(
              deployed("own:d1", 30, "production"),
              deployed("own:d2", 20, "production"),
              deployed("own:d3", 1, "staging"),
              built(3),
              broken(9)));
      Wire wire = new Wire(ship);
      JsonNode flow = wire.put("/flows", Map.of("title", "Quay"));
      String signals = "/flows/" + flow.get("id").asString() + "/signals";
      Map<String, Instant> expected =
          new TreeMap<>(
              Map.of(
                  "deployment-frequency@system:quay", ago(20),
                  "pipeline-duration@system:quay", ago(3),
                  "incidents@system:quay", ago(9)));
      expected.keySet().forEach(gauge -> wire.put(signals, Map.of("gauge", gauge, "days", 14)));
      Map<String, Instant> seen = new TreeMap<>();
      wire.get("/flows")
          .get(0)
          .get("signals")
          .forEach(one ->
              seen.put(
                  one.get("gauge").asString(), Instant.parse(one.get("last_seen").asString())));
      assertEquals(expected, seen);
      assertEquals(1, wire.found("instrument-dead").size(), "nothing was deployed for 20 days");
    }
  }
}
