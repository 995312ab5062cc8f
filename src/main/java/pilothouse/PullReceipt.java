package pilothouse;

import java.util.StringJoiner;
import pilothouse.evidence.pull.Pulled;
import pilothouse.text.Say;

/** The receipt of a pull, as a terminal shows it. */
final class PullReceipt {
  private PullReceipt() {}

  /** All together. */
  static String sum(Pulled pulled) {
    long added = 0;
    long unchanged = 0;
    long refused = 0;
    for (Pulled.Row row : pulled.rows()) {
      added += row.facts().added();
      unchanged += row.facts().unchanged();
      refused += row.refused();
    }
    return "all: %s new, %s unchanged, %s refused%n"
        .formatted(Say.counted(added, "fact"), Say.count(unchanged), Say.count(refused));
  }

  /** One list, with the reasons of what was refused. */
  static String text(Pulled.Row row) {
    StringBuilder text = new StringBuilder(Say.plain(line(row))).append('\n');
    for (String why : row.why()) {
      text.append("  refused ").append(Say.plain(why)).append('\n');
    }
    if (row.refused() > row.why().size()) {
      text.append("  and %s more%n".formatted(Say.count(row.refused() - row.why().size())));
    }
    return text.toString();
  }

  private static String line(Pulled.Row row) {
    String list = row.stream().isEmpty() ? "" : " " + row.stream();
    StringJoiner line = new StringJoiner(", ", row.repository() + list + ": ", "");
    if (row.unchanged()) {
      return line.add("nothing is new").toString();
    }
    if (row.things() > 0 || row.trouble() == null) {
      line.add("seen " + Say.count(row.things()));
      line.add(Say.counted(row.facts().added(), "fact") + " new");
      line.add(Say.count(row.facts().unchanged()) + " unchanged");
      line.add(Say.count(row.refused()) + " refused");
    }
    if (row.trouble() != null) {
      line.add(row.trouble());
    }
    return line.toString();
  }
}
