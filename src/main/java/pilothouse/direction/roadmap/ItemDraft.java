package pilothouse.direction.roadmap;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.direction.bets.Checks;
import pilothouse.direction.bets.Typed;
import pilothouse.text.Texts;

/**
 * An item of a roadmap as somebody typed it.
 *
 * @param function for which whoever adds it speaks, which so agrees
 */
public record ItemDraft(
    @Nullable String kind,
    @Nullable String title,
    @Nullable String words,
    @Nullable String measure,
    @Nullable String gauge,
    @Nullable String expect,
    @Nullable String target,
    @Nullable String due,
    @Nullable String outcome,
    @Nullable String owner,
    @Nullable String functions,
    @Nullable String function,
    @Nullable String repositories,
    @Nullable String items,
    @Nullable String place) {
  private static final int LINE = 300;
  private static final int MOST_ITEMS = 10_000;
  private static final int MOST_NAMED = 10;

  Checks problems() {
    Checks checks =
        Checks.none()
            .oneOf("kind", Typed.or(kind), List.of(Item.MILESTONE, Item.HYPOTHESIS))
            .needs("title", Typed.or(title), LINE)
            .may("words", Typed.or(words), 2_000)
            .needs("measure", Typed.or(measure), 2_000)
            .day("due", Typed.or(due))
            .may("functions", Typed.or(functions), LINE)
            .may("function", Typed.or(function), 60)
            .may("repositories", Typed.or(repositories), LINE)
            .number("items", Typed.or(items), MOST_ITEMS);
    many(checks, "functions", functions);
    many(checks, "repositories", repositories);
    if (Typed.or(kind).equals(Item.HYPOTHESIS)) {
      checks.needs("words", Typed.or(words), 2_000);
    }
    return Typed.or(gauge).isEmpty() ? checks : measured(checks);
  }

  private static void many(Checks checks, String field, @Nullable String text) {
    if (Item.split(Typed.or(text)).size() > MOST_NAMED) {
      checks.wrong(field, Texts.say("roadmap.draft.many", MOST_NAMED));
    }
  }

  private Checks measured(Checks checks) {
    return checks
        .oneOf("expect", Typed.or(expect), List.of("up", "down"))
        .needs("target", Typed.or(target), 30);
  }

  /** What ends a milestone: what shows that the measure is met, or why that is waived. */
  public record Done(@Nullable String evidence, @Nullable String waived) {}

  /** What the test of a hypothesis showed: {@code held} or {@code broke}. */
  public record Result(@Nullable String verdict, @Nullable String words) {}

  /** Why it is taken from the roadmap. */
  public record Dropped(@Nullable String why) {}

  /** What a function says to it: {@code agreed} or {@code not agreed}. */
  public record Agreement(@Nullable String function, @Nullable String says, @Nullable String why) {}
}
