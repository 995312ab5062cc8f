package pilothouse.decisions.adr;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands in a file where records have no text: before any heading, between title and sections,
 * below a status.
 *
 * @param heading that it stands below; empty for none
 */
public record Aside(String heading, String text) {
  /** All of them, in their order; what says a field is none. */
  public static List<Aside> of(Adr adr) {
    Structure structure = adr.structure();
    List<Section> sections = adr.sections();
    List<Aside> all = new ArrayList<>();
    int first =
        sections.isEmpty() ? structure.lines().size() : line(structure, sections.getFirst());
    add(all, "", text(structure, structure.front().end(), first, true));
    for (Section one : sections) {
      boolean title = one.kind() == SectionKind.TITLE;
      if (title || one.kind() == SectionKind.FIELD) {
        String text = text(structure, structure.body(one), structure.end(one), title);
        add(all, title ? "" : one.heading(), text);
      }
    }
    return all;
  }

  private static int line(Structure structure, Section section) {
    return structure.lines().of(section.from());
  }

  private static void add(List<Aside> all, String heading, String text) {
    if (!text.isEmpty()) {
      all.add(new Aside(heading, text));
    }
  }

  private static String text(Structure structure, int from, int to, boolean named) {
    Lines lines = structure.lines();
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      boolean field = named && lines.is(i, Lines.Kind.TEXT) && FieldLine.isField(lines, i);
      if (!field && !isTold(structure, i)) {
        text.append(structure.source().text(lines.from(i), lines.to(i))).append('\n');
      }
    }
    return Written.text(text.toString());
  }

  /** Whether a field says that line. */
  private static boolean isTold(Structure structure, int line) {
    for (Place place : structure.places().values()) {
      int first =
          place.shape() == Place.Shape.HEADING ? structure.lines().of(place.from()) : place.line();
      boolean row = place.shape() == Place.Shape.ROW && isSameTable(structure.lines(), line, first);
      if (place.shape() != Place.Shape.FRONT && ((line >= first && line <= place.last()) || row)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSameTable(Lines lines, int one, int other) {
    for (int i = Math.min(one, other); i <= Math.max(one, other); i++) {
      if (lines.ink(i) >= lines.to(i) || lines.at(lines.ink(i)) != '|') {
        return false;
      }
    }
    return true;
  }
}
