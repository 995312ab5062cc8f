package pilothouse.decisions;

import java.util.Locale;
import java.util.regex.Pattern;
import pilothouse.text.Texts;
import pilothouse.web.Refused;

/**
 * One question of a rubric, answered with yes or no.
 *
 * @param weight points for a yes, −100..100
 * @param onlyIf the key of another one that must be answered with yes for this to count; empty for
 *     none
 */
record Question(String key, String says, int weight, String onlyIf) {
  /** Answered by what the decision says of its way back, not by people. */
  static final String IRREVERSIBLE = "irreversible";

  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final Pattern WEIGHT = Pattern.compile("[-−+]?\\d{1,2}|[-−+]?100");
  private static final String ONLY_IF = "only if ";

  /** Reads {@code key; text; weight} and, where it counts only then, {@code ; only if key}. */
  static Question parse(String line) {
    String[] parts = line.strip().split("\\s*;\\s*", 5);
    String behind = parts.length > 3 ? parts[3].toLowerCase(Locale.ROOT) : "";
    boolean isRead =
        (parts.length == 3 || parts.length == 4)
            && KEY.matcher(parts[0]).matches()
            && !parts[1].isBlank()
            && WEIGHT.matcher(parts[2]).matches()
            && (behind.isEmpty() || behind.startsWith(ONLY_IF));
    if (!isRead) {
      throw Refused.unfit(
              Texts.say("decisions.rubric.no-question", line),
              Texts.say("decisions.rubric.write-question"))
          .at("questions");
    }
    String onlyIf = behind.isEmpty() ? "" : behind.substring(ONLY_IF.length()).strip();
    return new Question(parts[0], parts[1], Integer.parseInt(parts[2].replace('−', '-')), onlyIf);
  }

  /** As it is typed. */
  String typed() {
    String line = key + "; " + says + "; " + weight;
    return onlyIf.isEmpty() ? line : line + "; " + ONLY_IF + onlyIf;
  }
}
