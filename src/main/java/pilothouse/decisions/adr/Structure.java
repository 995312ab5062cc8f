package pilothouse.decisions.adr;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where everything stands in the bytes of a record. */
final class Structure {
  private final Source source;
  private final Lines lines;
  private final FrontMatter front;
  private final List<Section> sections;
  private final Places places;

  Structure(Source source) {
    this.source = source;
    this.lines = new Lines(source);
    this.front = new FrontMatter(source, lines);
    this.sections = Sections.of(source, lines);
    this.places = new Places(source, lines, front, sections);
  }

  Source source() {
    return source;
  }

  Lines lines() {
    return lines;
  }

  FrontMatter front() {
    return front;
  }

  List<Section> sections() {
    return sections;
  }

  Map<Field, Place> places() {
    return places.found();
  }

  @Nullable Place place(Field field) {
    return places.found().get(field);
  }

  /** What a field says, one by one. */
  List<String> words(Field field) {
    Place place = place(field);
    return place == null ? List.of() : places.words(place);
  }

  String word(Field field) {
    return String.join(", ", words(field));
  }

  /** The section of a kind that comes first; null where there is none. */
  @Nullable Section first(SectionKind kind) {
    for (Section one : sections) {
      if (one.kind() == kind) {
        return one;
      }
    }
    return null;
  }

  /** The section whose heading names a field; null where there is none. */
  @Nullable Section named(Field field) {
    for (Section one : sections) {
      String heading = one.heading();
      int colon = heading.indexOf(':');
      String name = colon > 0 ? heading.substring(0, colon) : heading;
      if (one.kind() == SectionKind.FIELD && Field.named(name) == field) {
        return one;
      }
    }
    return null;
  }

  /** The first line behind a section. */
  int end(Section section) {
    return section.to() >= source.length() ? lines.size() : lines.of(section.to());
  }

  /** The first line behind the heading of a section. */
  int body(Section section) {
    return lines.of(Math.max(section.from(), section.body() - 1)) + 1;
  }

  /** The words of a line without the mark of an item. */
  String item(int line) {
    int item = lines.item(line);
    int from = item >= 0 ? item : lines.ink(line);
    return source.text(from, Math.min(lines.to(line), from + 4_000));
  }
}
