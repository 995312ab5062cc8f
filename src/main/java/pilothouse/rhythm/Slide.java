package pilothouse.rhythm;

import java.util.ArrayList;
import java.util.List;

/**
 * As much of a story as fits on one sheet, the same on screen and on paper.
 *
 * @param size {@code roomy}, {@code dense} or {@code full}: how small its letters are
 * @param rest whether there is more of it than stands here
 */
public record Slide(Leaf leaf, String size, boolean rest) {
  /** What a heading, a line and a footnote take beside their letters, in letters. */
  private static final int HEADING = 90;

  private static final int LINE = 45;
  private static final int NOTES = 8;

  /** Letters up to which they are large; up to which they are less so; that fit at all. */
  private static final int ROOMY = 1_500;

  private static final int DENSE = 3_000;
  private static final int FULL = 7_000;

  /** Letters of a page of A4. */
  private static final int PAPER = 8_000;

  static Slide of(Leaf whole) {
    int room = FULL;
    int taken = 0;
    List<Leaf.Part> parts = new ArrayList<>();
    boolean rest = false;
    for (Leaf.Part part : whole.parts()) {
      List<List<Leaf.Piece>> lines = new ArrayList<>();
      taken += HEADING;
      for (List<Leaf.Piece> line : part.lines()) {
        taken += letters(line);
        rest |= taken > room;
        if (!rest) {
          lines.add(line);
        }
      }
      if (!lines.isEmpty()) {
        parts.add(new Leaf.Part(part.heading(), lines));
      }
    }
    List<Leaf.Note> notes = whole.notes().stream().limit(NOTES).toList();
    int all = taken + notes.stream().mapToInt(note -> note.says().length() + LINE).sum();
    String size = all <= ROOMY ? "roomy" : all <= DENSE ? "dense" : "full";
    rest |= notes.size() < whole.notes().size();
    return new Slide(whole.with(parts, notes), size, rest);
  }

  private static int letters(List<Leaf.Piece> line) {
    return LINE + line.stream().mapToInt(p -> p.text().length() + p.stale().length()).sum();
  }

  /** Whether all of a story needs more than one page of A4. */
  static boolean needsTwoPages(Leaf whole) {
    int taken = whole.notes().stream().mapToInt(note -> note.says().length() + LINE).sum();
    for (Leaf.Part part : whole.parts()) {
      taken += HEADING + part.lines().stream().mapToInt(Slide::letters).sum();
    }
    return taken > PAPER;
  }
}
