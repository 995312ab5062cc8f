package pilothouse.decisions.adr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.web.Refused;
import pilothouse.web.Yaml;

/**
 * The names between {@code ---} and {@code ---}, with their lines; read line by line if no YAML.
 */
final class FrontMatter {
  /** Bytes that are read as YAML. */
  private static final int MOST = 64 * 1024;

  private final Source source;
  private final Lines lines;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<?, ?> values;
  private int end;
  private boolean isBroken;

  /**
   * One name.
   *
   * @param line its first line
   * @param last the last one of its words
   */
  record Entry(String key, int line, int last, int from, int to) {}

  FrontMatter(Source source, Lines lines) {
    this.source = source;
    this.lines = lines;
    while (lines.is(end, Lines.Kind.FRONT)) {
      end++;
    }
    this.values = end > 2 && lines.from(end) < MOST ? values() : Map.of();
    for (int i = 1; i < end - 1; i++) {
      entry(i);
    }
  }

  private Map<?, ?> values() {
    try {
      String text = source.lines(lines.next(0), lines.from(end - 1));
      List<Object> read = Yaml.documents("front matter", text);
      return read.size() == 1 && read.getFirst() instanceof Map<?, ?> map ? map : Map.of();
    } catch (Refused _) {
      isBroken = true;
      return Map.of();
    }
  }

  private void entry(int line) {
    int ink = lines.from(line);
    int colon = lines.raw().indexOf(':', ink, lines.to(line));
    if (colon < 0 || colon == ink || " \t#-}{".indexOf(lines.at(ink)) >= 0) {
      return;
    }
    String key = unquoted(source.text(ink, colon).strip());
    int last = line;
    for (int i = line + 1; i < end - 1 && continues(i); i++) {
      boolean empty = lines.ink(i) == lines.to(i) || lines.at(lines.ink(i)) == '#';
      last = empty ? last : i;
    }
    int from = colon + 1;
    while (from < lines.to(line) && " \t".indexOf(lines.at(from)) >= 0) {
      from++;
    }
    entries.putIfAbsent(key, new Entry(key, line, last, from, Math.max(from, words(from, last))));
  }

  private boolean continues(int line) {
    int ink = lines.ink(line);
    return ink == lines.to(line) || ink > lines.from(line) || "-#]}".indexOf(lines.at(ink)) >= 0;
  }

  /** Where the words end, before a comment behind them. */
  private int words(int from, int last) {
    int to = lines.to(last);
    char quote = from < to ? lines.at(from) : ' ';
    int begin = from;
    if (quote == '"' || quote == '\'') {
      begin = Math.max(from, lines.raw().lastIndexOf(quote, to - 1));
    }
    int comment = from < to && quote == '#' ? from : lines.raw().indexOf(" #", begin, to);
    to = comment >= 0 && last == lines.of(from) ? comment : to;
    while (to > from && " \t".indexOf(lines.at(to - 1)) >= 0) {
      to--;
    }
    return to;
  }

  /** Whether it is no YAML. */
  boolean isBroken() {
    return isBroken;
  }

  /** How many lines it takes; none where there is no front matter. */
  int end() {
    return end;
  }

  Map<String, Entry> entries() {
    return entries;
  }

  /** Where it says the fields that are known. */
  List<Place> places() {
    List<Place> places = new ArrayList<>();
    for (Entry entry : entries.values()) {
      Field field = Field.named(entry.key());
      if (field != null) {
        places.add(
            new Place(
                field, Place.Shape.FRONT, entry.from(), entry.to(), entry.line(), entry.last()));
      }
    }
    return places;
  }

  /** The words of a name: of a list one by one. */
  List<String> words(String key) {
    Object value = values.get(key);
    if (value instanceof List<?> list) {
      return list.stream().filter(one -> one != null).map(FrontMatter::said).toList();
    }
    if (value == null || value instanceof Map) {
      Entry entry = entries.get(key);
      String text = entry == null ? "" : source.lines(entry.from(), entry.to());
      return text.isBlank() || text.equals("null") || text.equals("~")
          ? List.of()
          : List.of(unquoted(text.strip()));
    }
    return String.valueOf(value).isBlank() ? List.of() : List.of(said(value));
  }

  /** The words of the name of a field. */
  List<String> words(Place place) {
    for (Entry entry : entries.values()) {
      if (entry.line() == place.line()) {
        List<String> words = words(entry.key());
        boolean listed = values.get(entry.key()) instanceof List;
        return listed || words.isEmpty() ? words : place.field().parts(words.getFirst());
      }
    }
    return List.of();
  }

  private static String said(@Nullable Object value) {
    return String.valueOf(value).strip();
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() > 1 && "\"'".indexOf(text.charAt(0)) >= 0;
    return quoted && text.charAt(text.length() - 1) == text.charAt(0)
        ? text.substring(1, text.length() - 1)
        : text;
  }
}
