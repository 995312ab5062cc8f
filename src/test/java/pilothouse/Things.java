package pilothouse;

import java.util.LinkedHashMap;
import java.util.Map;

/** One of each that is intended, promised, predicted or heard, as programs send it. */
final class Things {
  private static final Map<String, String> BODIES = new LinkedHashMap<>();

  static {
    thing("/promises", "\"what\":\"Heron\",\"due\":\"2026-01-31\"");
    thing(
        "/verdicts",
        "\"says\":\"Heron\",\"gauge\":\"deployment-frequency@system:ferry\",\"expect\":\"up\","
            + "\"effect\":\"2026-08-01\",\"judged_on\":\"2026-12-31\"");
    thing(
        "/bets", "\"title\":\"Heron\",\"problem\":\"Heron\",\"success\":\"s\",\"tradeoff\":\"t\"");
    thing("/experiments", "\"hypothesis\":\"Heron\",\"guardrail\":\"g\",\"due\":\"2027-01-31\"");
    thing("/spikes", "\"question\":\"Heron\",\"due\":\"2027-01-31\"");
    thing("/lessons", "\"title\":\"Heron\",\"words\":\"Heron\"");
    thing(
        "/roadmap",
        "\"kind\":\"hypothesis\",\"title\":\"Heron\",\"words\":\"w\",\"measure\":\"m\","
            + "\"due\":\"2027-01-31\"");
    thing(
        "/outcomes",
        "\"title\":\"Heron\",\"due_on\":\"2027-01-31\",\"owners\":[{\"function\":\"product\","
            + "\"owner\":\"Harbour\"}],\"key_results\":[{\"says\":\"Heron A\",\"baseline\":\"1\","
            + "\"target\":\"2\"},{\"says\":\"Heron B\",\"baseline\":\"1\",\"target\":\"2\"}]");
    thing(
        "/decisions",
        "\"title\":\"Heron\",\"question\":\"Heron\",\"options\":[\"Fly\"],"
            + "\"way_back\":\"easy\"");
    thing("/flags", "\"key\":\"Heron\"");
    thing("/forums", "\"title\":\"Heron\"");
    thing("/audiences", "\"title\":\"Heron\"");
    thing("/stakeholders", "\"title\":\"Heron\"");
    thing("/flows", "\"title\":\"Heron\"");
    thing("/rounds", "\"title\":\"Heron\"");
    thing("/customer-notes", "\"says\":\"Heron\"");
    thing("/quarters", "\"name\":\"2026-Q3\",\"objectives\":[\"Heron\"]");
    thing(
        "/briefs",
        "\"title\":\"Heron\",\"ask\":\"Heron\",\"why_now\":\"b\",\"options\":[\"c | d | e | f\","
            + "\"g | h | i | j\"],\"nothing\":\"k\",\"recommendation\":\"l\"");
  }

  private Things() {}

  private static void thing(String path, String body) {
    BODIES.put(path, body);
  }

  /** Bodies whose words name the heron, by the address below {@code /api/v1}, at that place. */
  static Map<String, String> at(String place) {
    Map<String, String> there = new LinkedHashMap<>();
    BODIES.forEach((path, body) -> there.put(path, "{" + body + ",\"place\":\"" + place + "\"}"));
    return there;
  }
}
