package pilothouse.decisions.adr;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import pilothouse.decisions.adr.Lines.Kind;

/** Cuts a file at its headings. */
final class Sections {
  /** So many are told apart; the last one holds the rest. */
  private static final int MOST = 2_000;

  private static final int LONGEST = 20_000;
  private static final Pattern COMMENT = Pattern.compile("(?<!\\\\)<!--[^>]{0,200}-->");

  private Sections() {}

  static List<Section> of(Source source, Lines lines) {
    List<Section> sections = new ArrayList<>();
    boolean titled = false;
    for (int i = 0; i < lines.size() && sections.size() < MOST; i++) {
      boolean underlined = lines.is(i + 1, Kind.UNDERLINE);
      if (!lines.is(i, Kind.HEADING) && !underlined) {
        continue;
      }
      int ink = lines.ink(i);
      int level = underlined ? (lines.at(lines.ink(i + 1)) == '=' ? 1 : 2) : 0;
      while (!underlined && ink < lines.to(i) && lines.at(ink) == '#') {
        level++;
        ink++;
      }
      String heading = words(source.text(ink, Math.min(lines.to(i), ink + LONGEST)));
      SectionKind kind = SectionKind.of(heading);
      boolean title = !titled && (level == 1 || (sections.isEmpty() && kind == SectionKind.OTHER));
      titled |= title;
      sections.add(
          new Section(
              level,
              heading,
              title ? SectionKind.TITLE : kind,
              lines.from(i),
              lines.next(underlined ? i + 1 : i),
              source.length()));
    }
    for (int i = 0; i + 1 < sections.size(); i++) {
      Section one = sections.get(i);
      int to = sections.get(i + 1).from();
      sections.set(
          i, new Section(one.level(), one.heading(), one.kind(), one.from(), one.body(), to));
    }
    return List.copyOf(sections);
  }

  /** Without comments, and without the marks that may close a heading. */
  private static String words(String text) {
    String words = COMMENT.matcher(text).replaceAll("").strip();
    int end = words.length();
    while (end > 0 && words.charAt(end - 1) == '#') {
      end--;
    }
    boolean closed =
        end < words.length() && (end == 0 || Character.isWhitespace(words.charAt(end - 1)));
    return closed ? words.substring(0, end).strip() : words;
  }
}
