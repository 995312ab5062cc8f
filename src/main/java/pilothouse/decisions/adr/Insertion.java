package pilothouse.decisions.adr;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.adr.Source.Edit;

/** Says a field that a record does not say yet, beside those that it says. */
final class Insertion {
  private final Adr adr;
  private final Structure structure;
  private final Lines lines;
  private final Field field;

  Insertion(Adr adr, Field field) {
    this.adr = adr;
    this.structure = adr.structure();
    this.lines = structure.lines();
    this.field = field;
  }

  Edit of(List<String> values) {
    Section empty = structure.named(field);
    if (empty != null) {
      return at(empty.body(), "\n" + Spelling.line(field, values) + "\n");
    }
    if (structure.front().end() > 0) {
      return front(values);
    }
    Dialect dialect = adr.head().dialect();
    Section next = next();
    if (dialect == Dialect.NYGARD && field == Field.STATUS && next != null) {
      return at(next.from(), "## Status\n\n" + Spelling.line(field, values) + "\n\n");
    }
    Place beside = last(Place.Shape.ROW);
    if (beside != null) {
      return row(beside, values);
    }
    beside = last(Place.Shape.LINE);
    return beside == null ? first(dialect, values) : line(beside, values);
  }

  private @Nullable Section next() {
    return structure.sections().stream()
        .filter(one -> one.kind() != SectionKind.TITLE)
        .findFirst()
        .orElse(null);
  }

  private @Nullable Place last(Place.Shape shape) {
    return structure.places().values().stream()
        .filter(one -> one.shape() == shape && lines.at(lines.ink(one.line())) != '#')
        .max(Comparator.comparingInt(Place::last))
        .orElse(null);
  }

  private Edit front(List<String> values) {
    Place beside = last(Place.Shape.FRONT);
    int line = beside == null ? structure.front().end() - 1 : beside.last() + 1;
    return at(lines.from(line), field.key() + ": " + Spelling.yaml(field, values) + "\n");
  }

  private Edit row(Place beside, List<String> values) {
    String row = "| " + field.label() + " | " + Spelling.cell(field, values) + " |";
    return behind(beside.last(), row);
  }

  /** A line like the one above it. */
  private Edit line(Place beside, List<String> values) {
    int line = beside.line();
    String before = structure.source().text(lines.from(line), beside.from());
    int first = firstLetter(before, Math.max(0, lines.item(line) - lines.from(line)));
    int end = before.length();
    while (end > first && !Character.isLetterOrDigit(before.charAt(end - 1))) {
      end--;
    }
    String label = field.label();
    boolean small = first < end && Character.isLowerCase(before.charAt(first));
    String name = small ? label.toLowerCase(Locale.ROOT) : label;
    String sign = before.substring(end);
    String text =
        before.substring(0, first)
            + name
            + sign
            + (sign.endsWith(" ") ? "" : " ")
            + Spelling.line(field, values);
    return behind(beside.last(), lines.item(line) >= 0 ? text : "\n" + text);
  }

  private static int firstLetter(String text, int from) {
    int at = from;
    while (at < text.length() && !Character.isLetter(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private Edit behind(int line, String text) {
    boolean ended = lines.next(line) > lines.to(line);
    return at(lines.next(line), ended ? text + "\n" : "\n" + text);
  }

  private Edit first(Dialect dialect, List<String> values) {
    Section title = structure.first(SectionKind.TITLE);
    if (title == null || dialect == Dialect.MADR_3 || dialect == Dialect.MADR_4) {
      String line = field.key() + ": " + Spelling.yaml(field, values);
      return at(structure.source().start(), "---\n" + line + "\n---\n\n");
    }
    String mark = dialect == Dialect.NYGARD ? "" : dialect == Dialect.MADR_2 ? "* " : "- ";
    String line = mark + field.label() + ": " + Spelling.line(field, values);
    int heading = structure.body(title) - 1;
    boolean ended = lines.next(heading) > lines.to(heading);
    boolean empty =
        structure.lines().is(heading + 1, Lines.Kind.BLANK) || heading + 1 >= lines.size();
    return at(title.body(), (ended ? "\n" : "\n\n") + line + (empty ? "\n" : "\n\n"));
  }

  private static Edit at(int position, String text) {
    return new Edit(position, position, text);
  }
}
