package pilothouse.allocation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;

/** What a team means to give to what, as somebody declares it. */
record PlanDraft(
    String team,
    @Nullable LocalDate first,
    @Nullable LocalDate last,
    Map<String, Double> shares,
    double band,
    String why) {
  static final double BAND = 5;
  private static final int LONGEST_DAYS = 800;
  private static final int WHY = 300;

  PlanDraft {
    shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    why = why.strip();
  }

  /** What makes no sense, a sentence each. */
  List<String> problems(List<String> categories, boolean isTeam) {
    List<String> problems = new ArrayList<>();
    if (!isTeam) {
      problems.add(Texts.say("allocation.draft.team", team));
    }
    if (first == null || last == null) {
      problems.add(Texts.say("allocation.draft.days"));
    } else if (last.isBefore(first) || first.plusDays(LONGEST_DAYS).isBefore(last)) {
      problems.add(Texts.say("allocation.draft.order", LONGEST_DAYS));
    }
    shares.forEach((category, percent) -> {
      if (!categories.contains(category)) {
        problems.add(Texts.say("allocation.draft.category", category));
      }
      if (!(percent >= 0 && percent <= 100)) {
        problems.add(Texts.say("allocation.draft.percent", category));
      }
    });
    double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    if (shares.isEmpty() || sum > 100.000001) {
      problems.add(Texts.say("allocation.draft.sum"));
    }
    if (!(band >= 0.5 && band <= 100)) {
      problems.add(Texts.say("allocation.draft.band"));
    }
    if (why.length() > WHY) {
      problems.add(Texts.say("allocation.draft.why", WHY));
    }
    return problems;
  }
}
