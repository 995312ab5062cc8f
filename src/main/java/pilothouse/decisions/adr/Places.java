package pilothouse.decisions.adr;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.adr.Lines.Kind;
import pilothouse.decisions.adr.Place.Shape;

/** Looks for the fields of a record: in front matter, below the title, in tables, by headings. */
final class Places {
  /** Lines below the title that may name fields. */
  private static final int HEAD = 200;

  private final Source source;
  private final Lines lines;
  private final FrontMatter front;
  private final Map<Field, Place> found = new EnumMap<>(Field.class);

  Places(Source source, Lines lines, FrontMatter front, List<Section> sections) {
    this.source = source;
    this.lines = lines;
    this.front = front;
    front.places().forEach(this::take);
    int last = headEnd(sections);
    for (int i = front.end(); i < last; i++) {
      if (lines.is(i, Kind.TEXT)) {
        line(i);
        row(i);
      }
    }
    sections.stream().filter(one -> one.kind() == SectionKind.FIELD).forEach(this::heading);
  }

  Map<Field, Place> found() {
    return found;
  }

  private int headEnd(List<Section> sections) {
    int to = source.length();
    for (Section one : sections) {
      if (one.kind() != SectionKind.TITLE) {
        to = one.from();
        break;
      }
    }
    int line = to == source.length() ? lines.size() : lines.of(to);
    return Math.min(line, front.end() + HEAD);
  }

  /** The first that says something is right; an empty one stands until another says more. */
  private void take(Place place) {
    Place there = found.get(place.field());
    if (there == null || (there.from() >= there.to() && place.from() < place.to())) {
      found.put(place.field(), place);
    }
  }

  private void line(int line) {
    FieldLine one = FieldLine.of(lines, line, lines.from(line));
    while (one != null) {
      take(one.from() < one.to() ? whole(one) : below(one));
      int next = lines.raw().indexOf(FieldLine.BETWEEN, one.to(), lines.to(line));
      one = next < 0 ? null : FieldLine.of(lines, line, next + FieldLine.BETWEEN.length());
    }
  }

  /** With the lines that go on with it. */
  private Place whole(FieldLine one) {
    int last = one.line();
    while (lines.item(one.line()) >= 0
        && lines.is(last + 1, Kind.TEXT)
        && lines.indent(last + 1) >= 2
        && lines.item(last + 1) < 0) {
      last++;
    }
    int to = last == one.line() ? one.to() : lines.to(last);
    return new Place(one.field(), Shape.LINE, one.from(), to, one.line(), last);
  }

  private Place below(FieldLine one) {
    boolean item = lines.item(one.line()) >= 0;
    int last = one.line();
    while (lines.is(last + 1, Kind.TEXT)
        && lines.item(last + 1) >= 0
        && (!item || lines.indent(last + 1) > lines.indent(one.line()))) {
      last++;
    }
    if (last == one.line()) {
      return new Place(one.field(), Shape.LINE, one.from(), one.from(), last, last);
    }
    int from = lines.from(one.line() + 1);
    return new Place(one.field(), Shape.BULLETS, from, lines.to(last), one.line(), last);
  }

  private void row(int line) {
    List<int[]> cells = Cells.of(lines, line);
    if (cells.size() < 2) {
      return;
    }
    Field first = named(cells.get(0));
    if (first != null && named(cells.get(1)) == null) {
      take(cell(first, cells.get(1), line));
      return;
    }
    List<int[]> values = lines.is(line + 2, Kind.TEXT) ? Cells.of(lines, line + 2) : List.of();
    for (int i = 0; i < cells.size() && i < values.size(); i++) {
      Field field = named(cells.get(i));
      if (field != null && first != null) {
        take(cell(field, values.get(i), line + 2));
      }
    }
  }

  private @Nullable Field named(int[] cell) {
    return cell[1] - cell[0] > 90 ? null : Field.named(source.text(cell[0], cell[1]));
  }

  private static Place cell(Field field, int[] cell, int line) {
    return new Place(field, Shape.ROW, cell[0], cell[1], line, line);
  }

  private void heading(Section section) {
    int line = lines.of(section.from());
    int ink = lines.ink(line);
    while (ink < lines.to(line) && "# ".indexOf(lines.at(ink)) >= 0) {
      ink++;
    }
    FieldLine inside = FieldLine.of(lines, line, ink);
    if (inside != null && inside.from() < inside.to()) {
      take(new Place(inside.field(), Shape.LINE, inside.from(), inside.to(), line, line));
      return;
    }
    Field field = inside == null ? Field.named(section.heading()) : inside.field();
    int first = lines.of(Math.max(section.from(), section.body() - 1)) + 1;
    int end = section.to() >= source.length() ? lines.size() : lines.of(section.to());
    if (field != null) {
      paragraph(field, first, end);
    }
  }

  private void paragraph(Field field, int first, int end) {
    for (int i = first; i < end; i++) {
      if (!lines.is(i, Kind.TEXT) || (field == Field.STATUS && isAside(i))) {
        continue;
      }
      int last = i;
      while (field.isList() && last + 1 < end && lines.is(last + 1, Kind.TEXT)) {
        last++;
      }
      int item = field.isList() ? -1 : lines.item(i);
      int from = item >= 0 ? item : lines.ink(i);
      from += lines.raw().startsWith("[x] ", from) || lines.raw().startsWith("[X] ", from) ? 4 : 0;
      int to = lines.to(last);
      while (to > from && " \t\\".indexOf(lines.at(to - 1)) >= 0) {
        to--;
      }
      take(new Place(field, Shape.HEADING, from, to, i, last));
      return;
    }
  }

  /** A box that is not ticked, or what adr-tools says of other records. */
  private boolean isAside(int line) {
    int item = lines.item(line);
    int from = item >= 0 ? item : lines.ink(line);
    String text = source.text(from, Math.min(lines.to(line), from + 200));
    LinkKind kind = LinkKind.begins(text);
    return text.startsWith("[ ] ") || (kind != null && kind != LinkKind.SUPERSEDED_BY);
  }

  /** What stands at a place, one by one. */
  List<String> words(Place place) {
    if (place.shape() == Shape.FRONT) {
      return front.words(place);
    }
    boolean items = place.shape() == Shape.BULLETS || place.shape() == Shape.HEADING;
    if (!items || !place.field().isList()) {
      String text = source.lines(place.from(), place.to()).replace("\\|", "|");
      return place.field().parts(text.replaceAll(" *\n *", " "));
    }
    List<String> words = new ArrayList<>();
    for (int i = lines.of(place.from()); i <= place.last(); i++) {
      int item = lines.item(i);
      String text = source.text(item >= 0 ? item : lines.ink(i), lines.to(i)).strip();
      words.addAll(item >= 0 && !text.isEmpty() ? List.of(text) : Listed.parts(text));
    }
    return List.copyOf(words);
  }
}
