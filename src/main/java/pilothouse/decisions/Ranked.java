package pilothouse.decisions;

import java.util.List;
import java.util.Locale;

/** How a choice stands to the rank of the principles that hold at its place. */
final class Ranked {
  private Ranked() {}

  /** Whether a lower principle won against a higher one. */
  static boolean isAgainst(Docket docket, Decision decision) {
    Weighed weighed = decision.weighed();
    if (weighed == null) {
      return false;
    }
    List<String> ranked =
        docket.principles().apply(decision.place()).stream().map(Ranked::plain).toList();
    int won = ranked.indexOf(plain(weighed.won()));
    int lost = ranked.indexOf(plain(weighed.lost()));
    return won >= 0 && lost >= 0 && won > lost;
  }

  /** Whether it is so, and nobody said why. */
  static boolean isUnexplained(Docket docket, Decision decision) {
    Weighed weighed = decision.weighed();
    return weighed != null && weighed.note().isEmpty() && isAgainst(docket, decision);
  }

  static String plain(String principle) {
    return principle.strip().toLowerCase(Locale.ROOT);
  }
}
