package pilothouse.decisions;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pilothouse.decisions.Turn.Kind;

/**
 * What a decision affects as its file has it: among its further information, a line for each turn.
 */
final class AffectedLines {
  private static final String AFFECTS = "Affects";
  private static final String SPARED = "Affects no more";
  private static final Pattern LINE =
      Pattern.compile("[*+-]\\s+(Affects(?: no more)?)(?:\\s\\(.*?\\))?:\\s+(\\S.*)");

  private AffectedLines() {}

  /** How a file calls the turn; empty for other turns, and for what its readers may not see. */
  static Optional<String> called(Decision one, Turn turn) {
    boolean isSaid =
        (turn.kind() == Kind.AFFECTS || turn.kind() == Kind.SPARED)
            && Affected.parse(turn.about()).filter(about -> !about.isElsewhere(one)).isPresent();
    return isSaid ? Optional.of(turn.kind() == Kind.AFFECTS ? AFFECTS : SPARED) : Optional.empty();
  }

  /** What a file says it affects, as far as such places are known here. */
  static Set<Affected> read(Docket docket, String text) {
    Set<Affected> all = new LinkedHashSet<>();
    for (String line : text.lines().toList()) {
      Matcher words = LINE.matcher(line.strip());
      if (words.matches()) {
        Optional<Affected> about = Affected.parse(words.group(2));
        if (words.group(1).equals(SPARED)) {
          about.ifPresent(all::remove);
        } else if (all.size() < Affected.MOST) {
          about.filter(one -> docket.places().has(one.where())).ifPresent(all::add);
        }
      }
    }
    return all;
  }
}
