package pilothouse.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.metrics.Receipt.Leads;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** How formulas answer: readings with a value, readings without, and their receipts' cells. */
final class Answers {
  static String counting() {
    return Texts.say("metrics.answers.counting");
  }

  private Answers() {}

  static Reading known(
      Metric metric,
      Slice slice,
      double value,
      long n,
      Series series,
      Receipt receipt,
      Notes notes) {
    return new Reading(
        metric, slice.scope, slice.window, value, null, n, series, receipt, notes.ledger());
  }

  static Reading unknown(Metric metric, Slice slice, String why, Notes notes) {
    return new Reading(
        metric,
        slice.scope,
        slice.window,
        null,
        why,
        0,
        Series.none(),
        nothing(why),
        notes.ledger());
  }

  /** A receipt without rows. */
  static Receipt nothing(String says) {
    return new Receipt(says, List.of(), 0, row -> List.of());
  }

  /** Why a window has nothing to tell, and when there was something last. */
  static String silence(Slice slice) {
    if (slice.commits().size() == 0) {
      return Texts.say("metrics.answers.the-repository-has-no");
    }
    int[] here = slice.changesInWindow();
    if (here.length > 0 && new PeopleMetrics.Bots(slice).leaveOut(here).length == 0) {
      String all =
          here.length == 1
              ? Texts.say("metrics.answers.the-only-commit")
              : Texts.say("metrics.answers.all-commits", Say.count(here.length));
      return Texts.say("metrics.answers.of-this-period-by", all, (here.length == 1 ? "is" : "are"));
    }
    String where =
        slice.scope.folder().isEmpty()
            ? Texts.say("metrics.answers.this-history")
            : Texts.say("metrics.answers.the-folder", slice.scope.folder());
    ZoneId zone = slice.window.zone();
    String end = Say.day(slice.window.to().minusMillis(1), zone);
    int[] all = slice.changesSoFar();
    if (all.length == 0) {
      return Texts.say("metrics.answers.no-commit-changes-up", where, end);
    }
    long last = Long.MIN_VALUE;
    for (int commit : all) {
      last = Math.max(last, slice.commits().committedAt()[commit]);
    }
    return Texts.say(
        "metrics.answers.no-commit-changes-from",
        where,
        Say.day(slice.window.from(), zone),
        end,
        Say.day(Instant.ofEpochSecond(last), zone));
  }

  /** The day of an instant in the organisation's zone. */
  static LocalDate day(Slice slice, Instant at) {
    return at.atZone(slice.window.zone()).toLocalDate();
  }

  static Cell day(Slice slice, long epochSecond) {
    return Cell.of(day(slice, Instant.ofEpochSecond(epochSecond)));
  }

  static Cell commit(Slice slice, int commit) {
    return commit < 0
        ? Cell.of(Texts.say("say.unknown"))
        : new Cell(slice.commits().id(commit), Leads.COMMIT);
  }

  static Cell file(String path) {
    return new Cell(path, Leads.FILE);
  }

  /** A number with at most two decimals. */
  static Cell number(double value) {
    return Cell.of(Math.round(value * 100) / 100.0);
  }

  /** The commits as rows, newest first in graph order. */
  static Receipt commits(Slice slice, int[] commits, String says) {
    return new Receipt(
        says,
        Texts.all("column.commit", "column.committed", "column.subject"),
        commits.length,
        row -> {
          int commit = commits[commits.length - 1 - row];
          return List.of(
              commit(slice, commit),
              day(slice, slice.commits().committedAt()[commit]),
              Cell.of(slice.commits().subjects()[commit]));
        });
  }
}
