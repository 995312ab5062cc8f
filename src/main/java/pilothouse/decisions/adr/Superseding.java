package pilothouse.decisions.adr;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.adr.Source.Edit;

/** Says which records one takes the place of, in lines of its own. */
final class Superseding {
  private final Adr adr;
  private final Structure structure;
  private final Lines lines;

  Superseding(Adr adr) {
    this.adr = adr;
    this.structure = adr.structure();
    this.lines = structure.lines();
  }

  byte[] to(List<String> values) {
    List<String> missing = new ArrayList<>(values);
    List<Edit> edits = new ArrayList<>();
    Section section = section();
    if (section != null) {
      for (int i = structure.body(section); i < structure.end(section); i++) {
        keepOrDrop(i, missing, edits);
      }
    }
    if (missing.isEmpty()) {
      return structure.source().with(edits);
    }
    if (!edits.isEmpty()) {
      edits.set(0, instead(edits.getFirst(), missing));
      return structure.source().with(edits);
    }
    boolean front = structure.front().end() > 0;
    boolean row =
        structure.places().values().stream().anyMatch(one -> one.shape() == Place.Shape.ROW);
    if (section == null && (front || row)) {
      edits.add(new Insertion(adr, Field.SUPERSEDES).of(values));
    } else {
      edits.add(section == null ? appended(missing) : added(section, missing));
    }
    return structure.source().with(edits);
  }

  /** Where such lines stand: with the status, as adr-tools does, or among the links. */
  private @Nullable Section section() {
    Section status = structure.named(Field.STATUS);
    return status != null ? status : structure.first(SectionKind.LINKS);
  }

  private void keepOrDrop(int line, List<String> missing, List<Edit> edits) {
    String text = structure.item(line);
    if (!lines.is(line, Lines.Kind.TEXT) || LinkKind.begins(text) != LinkKind.SUPERSEDES) {
      return;
    }
    boolean wanted = missing.removeIf(text::contains);
    if (!wanted) {
      edits.add(new Edit(lines.from(line), lines.next(line), ""));
    }
  }

  /** The missing ones where a line stood that goes. */
  private Edit instead(Edit gone, List<String> missing) {
    int line = lines.of(gone.from());
    int item = lines.item(line);
    String mark = item < 0 ? "" : structure.source().text(gone.from(), item);
    List<String> said = missing.stream().map(one -> said(mark, one)).toList();
    return new Edit(gone.from(), lines.to(line), String.join(item < 0 ? "\n\n" : "\n", said));
  }

  private Edit added(Section section, List<String> missing) {
    int last = structure.body(section) - 1;
    String mark = "";
    for (int i = last + 1; i < structure.end(section); i++) {
      if (lines.is(i, Lines.Kind.TEXT)) {
        int item = lines.item(i);
        mark = item < 0 ? "" : structure.source().text(lines.from(i), item);
      }
      last = lines.is(i, Lines.Kind.BLANK) ? last : i;
    }
    boolean links = section.kind() == SectionKind.LINKS;
    boolean first = last == structure.body(section) - 1;
    String own = links && mark.isEmpty() ? "* " : mark;
    String between = own.isEmpty() || first ? "\n\n" : "\n";
    StringBuilder text = new StringBuilder();
    for (String one : missing) {
      text.append(text.isEmpty() || own.isEmpty() ? between : "\n").append(said(own, one));
    }
    return new Edit(lines.to(last), lines.to(last), text.toString());
  }

  private Edit appended(List<String> missing) {
    int end = structure.source().length();
    boolean ended = lines.size() == 0 || lines.to(lines.size() - 1) < end;
    StringBuilder text = new StringBuilder(ended ? "\n## Links\n\n" : "\n\n## Links\n\n");
    String mark = adr.head().dialect() == Dialect.LOG4BRAINS ? "- " : "* ";
    missing.forEach(one -> text.append(said(mark, one)).append('\n'));
    return new Edit(end, end, text.toString());
  }

  private static String said(String mark, String target) {
    return mark + "Supersedes " + target;
  }
}
