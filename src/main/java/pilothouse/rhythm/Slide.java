package pilothouse.rhythm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * What of a story can be read from the back of a room: of a brief its title, the ask, the options
 * as a line each, the recommendation and one number; the rest is on its page.
 *
 * @param number the one number; null where there is none
 * @param size {@code roomy} or {@code dense}: how large its letters are
 * @param rest whether there is more of it than stands here
 */
public record Slide(Leaf leaf, @Nullable Amount number, String size, boolean rest) {
  private static final int HEADING = 45;
  private static final int LINE = 25;

  /** Letters up to which they are large; letters that fit at all. */
  private static final int ROOMY = 400;

  private static final int MOST = 850;
  private static final int TITLE = 90;
  private static final int SENTENCE = 140;
  private static final int NAME = 42;

  /** Letters of a page of A4, and what a heading and a line take there. */
  private static final int PAPER = 8_000;

  private static final int PAPER_HEADING = 90;
  private static final int PAPER_LINE = 45;

  /** A number, and what it is called. */
  public record Amount(String name, Leaf.Piece value) {}

  static Slide of(Leaf whole, Story story) {
    boolean isBrief = story.topic().equals("brief");
    List<Leaf.Part> parts = isBrief ? brief(whole, story) : fitting(whole);
    Amount number = isBrief ? number(whole, story).orElse(null) : null;
    Set<Integer> used =
        Stream.concat(pieces(parts), Stream.ofNullable(number).map(Amount::value))
            .map(Leaf.Piece::note)
            .collect(Collectors.toSet());
    List<Leaf.Note> notes =
        whole.notes().stream().filter(note -> used.contains(note.number())).toList();
    Leaf cut = whole.with(parts, notes).titled(Say.cut(whole.title(), TITLE));
    String size = taken(parts, HEADING, LINE) <= ROOMY ? "roomy" : "dense";
    return new Slide(cut, number, size, isBrief || !parts.equals(whole.parts()));
  }

  private static Stream<Leaf.Piece> pieces(List<Leaf.Part> parts) {
    return parts.stream().flatMap(part -> part.lines().stream()).flatMap(List::stream);
  }

  /** The first one, which the ask or its reasons name. */
  private static Optional<Amount> number(Leaf whole, Story story) {
    return pieces(whole.parts())
        .filter(piece -> piece.note() == 1)
        .findFirst()
        .map(piece -> new Amount(story.numbers().getFirst().name(), piece));
  }

  /** The ask comes first, the recommendation last of what is short; an option has three lines. */
  private static List<Leaf.Part> brief(Leaf whole, Story story) {
    List<Leaf.Part> parts = new ArrayList<>();
    List<List<Leaf.Piece>> options = new ArrayList<>();
    Leaf.Part last = whole.parts().getFirst();
    for (int i = 0; i < whole.parts().size(); i++) {
      Leaf.Part part = whole.parts().get(i);
      if (part.lines().size() == 3) {
        options.add(option(part));
      }
      last = story.sections().get(i).isShort() ? part : last;
    }
    parts.add(first(whole.parts().getFirst()));
    parts.add(new Leaf.Part(Texts.say("rhythm.brief.options"), options));
    parts.add(first(last));
    return parts;
  }

  private static List<Leaf.Piece> option(Leaf.Part part) {
    List<Leaf.Piece> line = new ArrayList<>();
    line.add(new Leaf.Piece(Say.cut(part.heading(), NAME) + " – ", 0, ""));
    line.addAll(cut(part.lines().getFirst(), NAME));
    return line;
  }

  private static Leaf.Part first(Leaf.Part part) {
    return new Leaf.Part(
        part.heading(), part.lines().stream().limit(1).map(line -> cut(line, SENTENCE)).toList());
  }

  /** As many lines as fit. */
  private static List<Leaf.Part> fitting(Leaf whole) {
    List<Leaf.Part> parts = new ArrayList<>();
    for (Leaf.Part part : whole.parts()) {
      List<List<Leaf.Piece>> lines = new ArrayList<>();
      for (List<Leaf.Piece> line : part.lines()) {
        List<Leaf.Piece> cut = cut(line, 2 * SENTENCE);
        List<Leaf.Part> more = new ArrayList<>(parts);
        lines.add(cut);
        more.add(new Leaf.Part(part.heading(), lines));
        if (taken(more, HEADING, LINE) > MOST) {
          lines.removeLast();
          break;
        }
      }
      if (!lines.isEmpty()) {
        parts.add(new Leaf.Part(part.heading(), lines));
      }
    }
    return parts;
  }

  /** No longer than so many letters; a number stays whole. */
  private static List<Leaf.Piece> cut(List<Leaf.Piece> line, int most) {
    List<Leaf.Piece> cut = new ArrayList<>();
    int left = most;
    for (Leaf.Piece piece : line) {
      if (left < 2) {
        cut.add(new Leaf.Piece("…", 0, ""));
        return cut;
      }
      boolean isWords = piece.note() == 0;
      cut.add(isWords ? new Leaf.Piece(Say.cut(piece.text(), left), 0, "") : piece);
      left -= piece.text().length();
    }
    return cut;
  }

  private static int taken(List<Leaf.Part> parts, int heading, int line) {
    return parts.stream()
        .mapToInt(
            part -> heading + part.lines().stream().mapToInt(one -> line + letters(one)).sum())
        .sum();
  }

  private static int letters(List<Leaf.Piece> line) {
    return line.stream().mapToInt(p -> p.text().length() + p.stale().length()).sum();
  }

  /** Whether all of a story needs more than one page of A4. */
  static boolean needsTwoPages(Leaf whole) {
    int notes = whole.notes().stream().mapToInt(note -> note.says().length() + PAPER_LINE).sum();
    return notes + taken(whole.parts(), PAPER_HEADING, PAPER_LINE) > PAPER;
  }
}
