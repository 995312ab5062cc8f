package pilothouse.debt;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;
import pilothouse.web.Refused;
import pilothouse.web.Sent;

/** What somebody sets for a rule, within its bounds; empty for the usual. */
final class RuleValue {
  private static final int DAYS = 3_650;
  private static final int LABELS = 20;

  /** All that can be set. */
  static final List<String> WHAT =
      Stream.concat(
              Severity.ALL.stream().map(word -> Rules.WINDOW + word),
              Stream.of(Rules.RATE, Rules.INCIDENT, Rules.LABELS, Rules.WORKED))
          .toList();

  private RuleValue() {}

  /** Whether it holds for the organisation, and for no place apart. */
  static boolean isForAll(String what) {
    return what.startsWith(Rules.WINDOW) || what.equals(Rules.WORKED);
  }

  static String of(String what, Sent sent) {
    String typed = sent.text("value", 500);
    if (typed.isEmpty()) {
      return "";
    }
    return switch (what) {
      case Rules.RATE ->
          needed(Rate.of(typed).map(Rate::text).orElse(null), "debt.bad.rate", "debt.mend.rate");
      case Rules.INCIDENT -> String.valueOf(sent.number("value", 1, 1, 100_000));
      case Rules.WORKED -> String.valueOf(sent.number("value", 1, 1, Rules.WEEK));
      case Rules.LABELS -> {
        List<String> labels = Rules.labels(typed);
        boolean fits = !labels.isEmpty() && labels.size() <= LABELS;
        yield needed(
            fits ? String.join(", ", labels) : null, "debt.bad.labels", "debt.mend.labels");
      }
      default -> String.valueOf(sent.number("value", 1, 1, DAYS));
    };
  }

  private static String needed(@Nullable String value, String why, String mend) {
    if (value == null) {
      throw Refused.unfit(Texts.say(why), Texts.say(mend)).at("value");
    }
    return value;
  }
}
