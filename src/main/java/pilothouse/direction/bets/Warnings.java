package pilothouse.direction.bets;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import pilothouse.text.Texts;

/** What is missing in a bet that may be kept all the same. */
final class Warnings {
  private static final Pattern AMOUNT = Pattern.compile("\\d");

  private Warnings() {}

  /**
   * A sentence each.
   *
   * @param probed whether a spike of it was answered
   * @param noted whether somebody said how it would be built
   */
  static List<String> of(Bet bet, boolean probed, boolean noted) {
    List<String> warnings = new ArrayList<>();
    add(warnings, bet.cut().isEmpty(), "no-cut");
    add(warnings, bet.smallest().isEmpty(), "no-smallest");
    add(warnings, !AMOUNT.matcher(bet.cost()).find(), "no-cost");
    add(warnings, !AMOUNT.matcher(bet.opportunity()).find(), "no-opportunity");
    add(warnings, bet.impact().isEmpty(), "no-impact");
    add(warnings, bet.isOpen() && bet.isRewrite() && !probed, "no-spike");
    add(warnings, bet.isCommitted() && !noted, "no-note");
    return warnings;
  }

  private static void add(List<String> warnings, boolean so, String key) {
    if (so) {
      warnings.add(Texts.say("bets.warning." + key));
    }
  }
}
