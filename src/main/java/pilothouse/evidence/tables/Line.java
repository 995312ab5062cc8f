package pilothouse.evidence.tables;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.facts.Review;
import pilothouse.evidence.facts.WorkItem;
import pilothouse.evidence.files.Unfit;
import pilothouse.text.Texts;

/** One line's fields as facts need them: checked against each other, in the words of facts. */
final class Line {
  private static final int KNOWN = 4_096;

  private final Map<String, String> repositories = new HashMap<>();
  private final Cells cells;
  private final Instant heardAt;

  /**
   * Lines of a table.
   *
   * @param heardAt when lines speak that name no time of their own
   */
  Line(Cells cells, Instant heardAt) {
    this.cells = cells;
    this.heardAt = heardAt;
  }

  /** Takes the next line. */
  Line of(Row row) {
    cells.of(row);
    return this;
  }

  @Nullable String text(int field) {
    return cells.text(field);
  }

  @Nullable Instant time(int field) {
    return cells.time(field);
  }

  @Nullable Integer count(int field) {
    return cells.count(field);
  }

  @Nullable Boolean yes(int field) {
    return cells.yes(field);
  }

  @Nullable List<String> list(int field) {
    return cells.list(field);
  }

  double number(int field) {
    return cells.number(field);
  }

  Unfit unfit(int field, String why, String mend) {
    return cells.unfit(field, why, mend);
  }

  /** When the line itself says so, else when it is heard. */
  Instant saidAt(int field) {
    Instant said = cells.time(field);
    return said == null ? heardAt : said;
  }

  /** Refuses an end before its beginning. */
  void ordered(@Nullable Instant from, @Nullable Instant to, int field) {
    if (from != null && to != null && to.isBefore(from)) {
      throw cells.unfit(
          field,
          Texts.kept("kept.line.lies-before-its-beginning"),
          Texts.kept("kept.line.mend-the-two-times"));
    }
  }

  /** A field as an outcome. */
  @Nullable Outcome outcome(int field) {
    String word = cells.text(field);
    Outcome outcome = word == null ? null : Words.outcome(word);
    if (word != null && outcome == null) {
      throw cells.unfit(
          field,
          Texts.kept("kept.line.is-no-outcome-that-is"),
          Texts.kept("kept.line.write-success-failure-running-or"));
    }
    return outcome;
  }

  /** A field as what a reviewer concluded. */
  Review.@Nullable State state(int field) {
    String word = cells.text(field);
    Review.State state = word == null ? null : Words.state(word);
    if (word != null && state == null) {
      throw cells.unfit(
          field,
          Texts.kept("kept.line.is-no-conclusion-that-is"),
          Texts.kept("kept.line.write-approved-changes-requested-commented"));
    }
    return state;
  }

  /** A field as open or closed. */
  @Nullable Boolean open(int field) {
    String word = cells.text(field);
    Boolean open = word == null ? null : Words.open(word);
    if (word != null && open == null) {
      throw cells.unfit(
          field,
          Texts.kept("kept.line.is-no-state-that-is"),
          Texts.kept("kept.line.write-open-or-closed"));
    }
    return open;
  }

  /** A field as the state of work. */
  @Nullable Boolean atWork(int field) {
    String word = cells.text(field);
    Boolean open = word == null ? null : WorkWords.open(word);
    if (word != null && open == null) {
      throw cells.unfit(
          field,
          Texts.kept("kept.line.is-no-state-that-is"),
          Texts.kept("kept.line.write-open-or-closed-or-leave"));
    }
    return open;
  }

  /** A field as why work was closed; other words tell nothing that is known. */
  WorkItem.@Nullable Reason reason(int field) {
    String word = cells.text(field);
    return word == null ? null : WorkWords.reason(word);
  }

  /** The key of a repository. */
  String keyOf(String repository) {
    if (repositories.size() > KNOWN) {
      repositories.clear();
    }
    return repositories.computeIfAbsent(repository, Keys::repository);
  }

  /** A complaint that nothing stands there. */
  Unfit missing(int field, String mend) {
    return cells.unfit(field, Texts.kept("kept.line.is-missing"), mend);
  }
}
