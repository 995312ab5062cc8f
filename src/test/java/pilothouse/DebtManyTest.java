package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A register of 20,000 items is whole: it comes in, is listed, sorted out and ranked. */
class DebtManyTest {
  private static final int ITEMS = 20_000;
  private static final List<String> EFFECTS = List.of("slows", "risks", "waits");
  private static final List<String> SEVERITIES = List.of("critical", "high", "medium", "low");
  private final Ship ship = Ship.with();
  private final Wire wire = new Wire(ship);

  @AfterEach
  void stops() {
    ship.close();
  }

  /** Every seventh takes nobody knows how long, every eleventh costs nobody knows what. */
  private static String table() {
    StringBuilder lines =
        new StringBuilder("title,effect,severity,principal_low,interest_low,interest_high\n");
    for (int i = 0; i < ITEMS; i++) {
      String takes = i % 7 == 0 ? "" : String.valueOf(takes(i));
      String costs = i % 11 == 0 ? "," : costs(i) + "," + (costs(i) + 2);
      lines.append(
          "Matter %d,%s,%s,%s,%s\n"
              .formatted(i, EFFECTS.get(i % 3), SEVERITIES.get(i % 4), takes, costs));
    }
    return lines.toString();
  }

  private static int takes(int i) {
    return 4 + i * 31 % 397;
  }

  private static int costs(int i) {
    return 1 + i * 17 % 41;
  }

  private JsonNode taken(String table) {
    HttpResponse<String> answer =
        ship.send(
            HttpRequest.newBuilder(ship.at("/api/v1/debt/import?name=all.csv"))
                .POST(HttpRequest.BodyPublishers.ofString(table)));
    assertEquals(200, answer.statusCode(), answer.body());
    return new JsonMapper().readTree(answer.body());
  }

  private static int sum(IntPredicate which) {
    return IntStream.range(0, ITEMS)
        .filter(i -> i % 11 != 0)
        .filter(which)
        .map(DebtManyTest::costs)
        .sum();
  }

  /** The first so many parts of a list. */
  private List<JsonNode> listed(String asks, int parts) {
    List<JsonNode> all = new ArrayList<>();
    String after = "";
    for (int part = 0; part < parts; part++) {
      JsonNode there = wire.get("/debt?most=200" + asks + after);
      there.get("items").forEach(all::add);
      after = "&after=" + there.get("next").asString().replace(" ", "%20");
    }
    return all;
  }

  @Practice({"D1", "D4"})
  @Test
  void twentyThousandComeInAndAddUpAndAreRanked() {
    assertEquals(ITEMS, taken(table()).get("fresh").asInt());
    JsonNode all = wire.get("/debt");
    int items = 0;
    double costs = 0;
    for (int list = 0; list < 3; list++) {
      int effect = list;
      JsonNode sum = all.at("/sums/" + list);
      assertEquals(EFFECTS.get(list), sum.get("effect").asString());
      assertEquals(sum(i -> i % 3 == effect), sum.at("/interest/low").asDouble());
      items += sum.get("items").asInt();
      costs += sum.at("/interest/low").asDouble();
    }
    JsonNode whole = all.at("/sums/3");
    assertEquals(List.of(ITEMS, ITEMS), List.of(items, whole.get("items").asInt()));
    assertEquals(costs, whole.at("/interest/low").asDouble());
    assertEquals(whole, wire.get("/debt/stakeholders").at("/sums/3"));
    assertEquals((ITEMS + 10) / 11, whole.get("unknown").asInt());
    ranked();
    filtered();
    String some = table().lines().limit(501).collect(Collectors.joining("\n"));
    assertEquals(500, taken(some).get("again").asInt());
    assertEquals(all, wire.get("/debt"), "the same twice changes nothing");
  }

  private void ranked() {
    List<JsonNode> first = listed("", 3);
    Set<Integer> numbers = new HashSet<>();
    first.forEach(one -> numbers.add(one.get("number").asInt()));
    assertEquals(600, numbers.size(), "no part repeats another");
    double best =
        IntStream.range(0, ITEMS)
            .filter(i -> i % 7 != 0 && i % 11 != 0)
            .mapToDouble(i -> takes(i) / (costs(i) + 1.0))
            .min()
            .orElseThrow();
    int number = first.getFirst().get("number").asInt() - 1;
    assertEquals(best, takes(number) / (costs(number) + 1.0), 1e-9, "what pays back first");
    List<JsonNode> dearest = listed("&sort=cost", 2);
    for (int i = 1; i < dearest.size(); i++) {
      assertTrue(
          dearest.get(i - 1).at("/interest/low").asDouble()
              >= dearest.get(i).at("/interest/low").asDouble());
    }
    assertEquals(ITEMS, listed("&sort=newest", 1).getFirst().get("number").asInt());
  }

  private void filtered() {
    JsonNode risks = wire.get("/debt?effect=risks&most=200");
    risks.get("items").forEach(one -> assertEquals("risks", one.get("effect").asString()));
    assertEquals(0, wire.get("/debt?state=late").get("items").size());
    assertEquals(ITEMS + 1, ship.get("/debt.csv").body().lines().count());
    assertTrue(wire.get("/debt/plan?hours=40").get("taken").asInt() > 30);
  }
}
