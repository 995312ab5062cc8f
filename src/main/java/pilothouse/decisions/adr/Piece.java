package pilothouse.decisions.adr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A part of a record that is merged as one: a name of the front matter, a field of the head, a
 * section with its heading.
 *
 * @param key the same in every version of the record
 * @param heading what people call it
 * @param text with plain line ends
 * @param raw a character for each of its bytes
 */
record Piece(String key, String heading, String text, String raw, boolean isSection) {

  /** All parts of a record, one behind the other, without a gap. */
  static List<Piece> of(Adr adr) {
    Structure structure = adr.structure();
    Lines lines = structure.lines();
    TreeMap<Integer, String[]> cuts = new TreeMap<>();
    cuts.put(0, new String[] {"begin", ""});
    for (FrontMatter.Entry entry : structure.front().entries().values()) {
      cuts.put(lines.from(entry.line()), new String[] {"front " + entry.key(), entry.key()});
      cuts.putIfAbsent(lines.next(entry.last()), new String[] {"rest", ""});
    }
    structure.places().values().forEach(place -> field(place, lines, cuts));
    if (structure.front().end() > 0) {
      cuts.put(lines.from(structure.front().end() - 1), new String[] {"front end", ""});
    }
    for (Section one : adr.sections()) {
      boolean title = one.kind() == SectionKind.TITLE;
      String key = title ? "title" : one.level() + " " + Words.plain(one.heading());
      cuts.put(one.from(), new String[] {"section " + key, one.heading()});
    }
    return cut(structure.source(), cuts);
  }

  /** A line that says one field is a part of its own. */
  private static void field(Place place, Lines lines, TreeMap<Integer, String[]> cuts) {
    boolean whole = place.shape() == Place.Shape.LINE || place.shape() == Place.Shape.ROW;
    if (whole && lines.at(lines.ink(place.line())) != '#') {
      String name = place.field().label();
      cuts.putIfAbsent(lines.from(place.line()), new String[] {"field " + name, name});
      cuts.putIfAbsent(lines.next(place.last()), new String[] {"rest", ""});
    }
  }

  private static List<Piece> cut(Source source, TreeMap<Integer, String[]> cuts) {
    List<Piece> pieces = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (var cut : cuts.entrySet()) {
      Integer next = cuts.higherKey(cut.getKey());
      int to = next == null ? source.length() : next;
      String key = cut.getValue()[0];
      int number = seen.merge(key, 1, Integer::sum);
      String text = source.lines(cut.getKey(), to);
      if (!text.isEmpty()) {
        pieces.add(
            new Piece(
                key + " #" + number,
                cut.getValue()[1],
                text,
                source.raw().substring(cut.getKey(), to),
                key.startsWith("section ")));
      }
    }
    return pieces;
  }

  /** The same words, whatever empty lines follow them. */
  boolean says(Piece other) {
    return text.stripTrailing().equals(other.text.stripTrailing());
  }
}
