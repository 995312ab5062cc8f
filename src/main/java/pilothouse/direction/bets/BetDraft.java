package pilothouse.direction.bets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bet as somebody typed it. The problem, success and the trade-off must be there, and nothing
 * else; a title is made of the problem where there is none.
 */
public record BetDraft(
    @Nullable String title,
    @Nullable String problem,
    @Nullable String success,
    @Nullable String tradeoff,
    @Nullable String smallest,
    @Nullable String cut,
    @Nullable String cost,
    @Nullable String opportunity,
    @Nullable String impact,
    @Nullable String rewrite,
    @Nullable String outcome,
    @Nullable String owner,
    @Nullable String place) {
  private static final int LINE = 300;
  private static final int LONG = 2_000;
  private static final int TITLE = 80;

  Checks problems() {
    return Checks.none()
        .needs("problem", Typed.or(problem), LONG)
        .needs("success", Typed.or(success), LONG)
        .needs("tradeoff", Typed.or(tradeoff), LONG)
        .may("title", Typed.or(title), LINE)
        .may("smallest", Typed.or(smallest), LONG)
        .may("cut", Typed.or(cut), LONG)
        .may("cost", Typed.or(cost), LINE)
        .may("opportunity", Typed.or(opportunity), LINE)
        .may("impact", Typed.or(impact), LONG)
        .may("outcome", Typed.or(outcome), LINE)
        .oneOf("rewrite", Typed.or(rewrite), List.of("", "yes"));
  }

  /** The bet that is meant, whose place, outcome and owner were looked up. */
  Bet bet(Bet before, String where, String outcomeId, String ownerId) {
    return new Bet(
        before.id(),
        where,
        called(),
        Typed.or(problem),
        Typed.or(success),
        Typed.or(tradeoff),
        Typed.or(smallest),
        Typed.or(cut),
        Typed.or(cost),
        Typed.or(opportunity),
        Typed.or(impact),
        Typed.or(rewrite),
        outcomeId,
        ownerId,
        before.stage(),
        before.madeAt());
  }

  private String called() {
    String given = Typed.or(title);
    String first = Typed.or(problem).lines().findFirst().orElse("");
    return !given.isEmpty() ? given : first.length() <= TITLE ? first : cutAtWord(first);
  }

  private static String cutAtWord(String text) {
    int space = text.lastIndexOf(' ', TITLE);
    int end = space > TITLE / 2 ? space : text.offsetByCodePoints(0, TITLE / 2);
    return text.substring(0, end) + "…";
  }
}
