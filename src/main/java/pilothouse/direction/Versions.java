package pilothouse.direction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pilothouse.journal.Named;
import pilothouse.text.Say;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/**
 * One version among others, with what changed by it, word by word.
 *
 * @param by who said it, as the reader is told
 */
public record Versions(
    int number, String when, String by, String why, List<Changed> parts, List<Looked> reviews) {
  public Versions {
    parts = List.copyOf(parts);
    reviews = List.copyOf(reviews);
  }

  /**
   * Words of one fate.
   *
   * @param fate {@code kept}, {@code gone} or {@code new}
   */
  public record Changed(String fate, String words) {}

  /** That it was looked at again. */
  public record Looked(String when, String by, boolean kept, String why, String next) {}

  /** All of them, the newest first. */
  static List<Versions> of(Ground ground, Statement.Kind kind, Where place, Caller caller) {
    List<Statement> all = ground.statements().versions(kind, place);
    List<Review> reviews = ground.statements().reviews(all);
    List<Versions> rows = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Statement one = all.get(i);
      String before = i + 1 < all.size() ? all.get(i + 1).text() : one.text();
      rows.add(
          new Versions(
              one.number(),
              Say.time(one.at(), ground.outcomes().zone()),
              Named.by(caller, place, one.by()),
              one.why(),
              changed(before, one.text()),
              reviews.stream()
                  .filter(review -> review.statement().equals(one.id()))
                  .map(review ->
                      new Looked(
                          Say.time(review.at(), ground.outcomes().zone()),
                          Named.by(caller, place, review.by()),
                          review.came().equals("keep"),
                          review.why(),
                          Say.day(review.nextOn())))
                  .toList()));
    }
    return rows;
  }

  private static List<Changed> changed(String before, String after) {
    return WordDiff.of(before, after).stream()
        .map(part -> new Changed(part.fate().name().toLowerCase(Locale.ROOT), part.words()))
        .toList();
  }
}
