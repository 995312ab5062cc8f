package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a number is good for, and how it is said to whom, on the pages as people see them. */
class WordedTest {
  private static final String PAGE = "/delivery/booking/change-lead-time";
  private static final String IDLE =
      "Nobody wrote down a decision that this metric served in the last two quarters";
  private static final Pattern VALUE = Pattern.compile("<p class=\"value\">([^<]+?)\\s*<");
  private static final Pattern SWITCH =
      Pattern.compile(
          "aria-current=\"true\">[^<]+</a>.*?</nav>\\s*<p[^>]*>([^<]+)<", Pattern.DOTALL);

  private final Tide tide = new Tide(Village.NOW);
  private Ship ship;

  @BeforeEach
  void starts() {
    ship = Ship.at(tide).told(VillageDelivery.facts());
  }

  @AfterEach
  void stops() {
    ship.close();
  }

  @Test
  @Practice("F6")
  void aMetricWithoutADecisionInTwoQuartersIsFlaggedForRetirement() {
    assertFalse(ship.get(PAGE).body().contains(IDLE), "it could not serve one yet");
    tide.rise(100);
    ship.post(PAGE + "/uses", "what=fewer+reviewers&who=Bo");
    tide.rise(100);
    assertFalse(ship.get(PAGE).body().contains(IDLE), "it served one");
    assertTrue(ship.get("/delivery/booking/deployment-frequency").body().contains(IDLE));
    tide.rise(100);
    assertTrue(ship.get(PAGE).body().contains(IDLE));
  }

  @Test
  @Practice("F6")
  void aDecisionThatRulesByAMetricIsAUseOfItAsLongAsItHolds() {
    Wire wire = new Wire(ship);
    wire.put(
        "/decisions",
        Map.of("title", "Small first", "question", "Which?", "options", List.of("Yes")));
    wire.put("/decisions/1/choice", Map.of("option", "Yes", "reasons", "Waits are long"));
    wire.put(
        "/decisions/1/rules",
        Map.of(
            "gauge", "change-lead-time@system:booking",
            "side", "above",
            "value", "5",
            "points", 2,
            "then", "Small changes come first",
            "force", "warns",
            "touches", "changes"));
    tide.rise(100);
    String page = ship.get(PAGE).body();
    assertTrue(page.contains("<a href=\"/decisions/1\">D-1 Small first: a rule"), page);
    tide.rise(300);
    assertFalse(ship.get(PAGE).body().contains(IDLE), "it holds");
    assertTrue(ship.get("/delivery/booking/deployment-frequency").body().contains(IDLE));
    wire.put("/decisions/1/rules/" + rule(wire) + "/end", Map.of("why", "Waits are short"));
    assertTrue(ship.get(PAGE).body().contains(IDLE), "it holds no more");
  }

  private static int rule(Wire wire) {
    return wire.get("/decisions/1").at("/bound/0/number").asInt();
  }

  @Test
  @Practice("F7")
  void anotherAudienceChangesTheTextAndNotTheNumber() {
    Set<String> numbers = new HashSet<>();
    Set<String> sentences = new HashSet<>();
    for (String reader : new String[] {"engineer", "product", "leadership"}) {
      String page = ship.get(PAGE + "?words=" + reader).body();
      numbers.add(found(VALUE, page));
      sentences.add(found(SWITCH, page));
    }
    assertEquals(1, numbers.size(), numbers.toString());
    assertEquals(3, sentences.size(), sentences.toString());
    sentences.forEach(one -> assertTrue(one.contains(numbers.iterator().next()), one));
  }

  private static String found(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    assertTrue(found.find(), page);
    return found.group(1).strip();
  }
}
