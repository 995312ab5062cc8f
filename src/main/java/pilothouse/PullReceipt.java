package pilothouse;

import java.util.StringJoiner;
import pilothouse.evidence.pull.Pulled;
import pilothouse.text.Say;

/** The receipt of a pull, as a terminal shows it. */
final class PullReceipt {
  private PullReceipt() {}

  static String text(Pulled pulled) {
    StringBuilder text = new StringBuilder();
    long added = 0;
    long unchanged = 0;
    long refused = 0;
    for (Pulled.Row row : pulled.rows()) {
      text.append(Say.plain(line(row))).append('\n');
      for (String why : row.why()) {
        text.append("  refused ").append(Say.plain(why)).append('\n');
      }
      if (row.refused() > row.why().size()) {
        long more = row.refused() - row.why().size();
        text.append("  and ").append(Say.count(more)).append(" more\n");
      }
      added += row.facts().added();
      unchanged += row.facts().unchanged();
      refused += row.refused();
    }
    return text.append(
            "All: %s new, %s unchanged, %s refused.%n"
                .formatted(Say.counted(added, "fact"), Say.count(unchanged), Say.count(refused)))
        .toString();
  }

  /** One list in a line. */
  static String line(Pulled.Row row) {
    String where =
        row.stream().isEmpty() ? row.repository() : row.repository() + " " + row.stream();
    StringJoiner line = new StringJoiner(", ", where + ": ", "");
    if (row.unchanged()) {
      return where + ": nothing is new";
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
