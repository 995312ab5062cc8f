package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Measurement;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.facts.WorkItem;

/** The checkout: an objective with its numbers, its open work, and decisions about it. */
record Quay(Ship ship, Wire wire) {
  private static final String SLO =
      """
      apiVersion: openslo/v1
      kind: SLO
      metadata: {name: answers, displayName: Checkout answers}
      spec:
        service: checkout
        indicator:
          metadata: {name: web}
          spec: {ratioMetric: {counter: false, good: {metricSource: {type: Prometheus, spec: {query: sum(good)}}}, total: {}}}
        timeWindow: [{duration: 28d, isRolling: true}]
        budgetingMethod: Occurrences
        objectives: [{target: 0.999}]
      """;

  static Quay of(Ship ship) {
    return new Quay(ship, new Wire(ship));
  }

  /** The objective of the checkout, whose budget is the number {@code budget-answers}. */
  Quay objective() {
    HttpResponse<String> taken =
        ship.send(
            HttpRequest.newBuilder(ship.at("/api/v1/objectives"))
                .POST(HttpRequest.BodyPublishers.ofString(SLO)));
    assertEquals(200, taken.statusCode(), taken.body());
    return this;
  }

  /** So many days before then, each with so many good answers of 10,000. */
  Quay answers(Instant until, int days, int good) {
    List<Measurement> all = new ArrayList<>();
    for (int i = 1; i <= days; i++) {
      Instant at = until.minus(Duration.ofDays(i));
      all.add(measured("web-good", "system:checkout", at, good));
      all.add(measured("web-total", "system:checkout", at, 10_000));
    }
    ship.told(all);
    return this;
  }

  static Measurement measured(String metric, String scope, Instant at, double value) {
    return new Measurement(Measurement.key(metric, scope, at), at, metric, scope, at, value, null);
  }

  /** What is being rolled out, a change and an item of work of the checkout that are open. */
  Quay work(Instant now) {
    List<Fact> all = new ArrayList<>();
    all.add(deployment("checkout", "4f5d127", now.minusSeconds(600), null));
    all.add(deployment("checkout", "aaaa111", now.minus(Duration.ofDays(9)), null));
    all.add(deployment("checkout", "bbbb222", now.minus(Duration.ofDays(3)), Outcome.SUCCESS));
    all.add(change(now, 34, "Faster lanes", true));
    all.add(change(now, 33, "Old lanes", false));
    all.add(item("checkout", "PROJ-12", "Late ferry", true));
    all.add(item("checkout", "PROJ-11", "Early ferry", false));
    all.add(item("search", "PROJ-99", "Elsewhere", true));
    ship.told(all);
    return this;
  }

  static Deployment deployment(
      String service, String revision, Instant begun, @Nullable Outcome ended) {
    return new Deployment(
        "own:" + service + revision,
        begun,
        service,
        "acme/" + service,
        revision,
        "main",
        "production",
        null,
        begun,
        ended == null ? null : begun.plusSeconds(60),
        ended,
        null,
        null);
  }

  private static ChangeRequest change(Instant now, int number, String title, boolean open) {
    Instant end = open ? null : now.minusSeconds(60);
    return new ChangeRequest(
        "github.com/acme/checkout#change/" + number,
        now,
        "acme/checkout",
        number,
        title,
        "ada",
        "lanes",
        "main",
        null,
        null,
        now.minus(Duration.ofDays(2)),
        null,
        null,
        end,
        end,
        open,
        false,
        null,
        null,
        null,
        null,
        List.of(),
        null);
  }

  private static WorkItem item(String service, String number, String title, boolean open) {
    Instant end = open ? null : Village.NOW.minusSeconds(60);
    return new WorkItem(
        "own:" + number,
        Village.NOW,
        service,
        null,
        number,
        title,
        open,
        null,
        null,
        null,
        null,
        Village.NOW.minus(Duration.ofDays(4)),
        end,
        null,
        null);
  }

  /** A decision in force at a place; its address. */
  String decided(String place) {
    var made =
        wire.put(
            "/decisions",
            Map.of(
                "title",
                "Reliability or speed",
                "question",
                "Which comes first?",
                "place",
                place,
                "options",
                List.of("Speed until it hurts", "Speed")));
    String one = "/decisions/" + made.get("number").asInt();
    wire.put(one + "/choice", Map.of("option", "Speed until it hurts", "reasons", "We learn"));
    return one;
  }

  /** The rule that reliability comes first while the budget is below 0. */
  static Map<String, Object> rule(String... others) {
    Map<String, Object> rule = new HashMap<>();
    rule.put("gauge", "budget-answers@system:checkout");
    rule.put("side", "below");
    rule.put("value", "0");
    rule.put("then", "reliability first.");
    rule.put("force", "holds");
    return with(rule, others);
  }

  static Map<String, Object> with(Map<String, Object> values, String... others) {
    Map<String, Object> all = new HashMap<>(values);
    for (int i = 0; i < others.length; i += 2) {
      all.put(others[i], others[i + 1]);
    }
    return all;
  }
}
