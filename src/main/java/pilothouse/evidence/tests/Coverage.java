package pilothouse.evidence.tests;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Measurement;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Sink;
import pilothouse.text.Texts;

/**
 * How much of the code tests reached, as fractions of one; null where nothing could be reached.
 *
 * @param at when the report says that it was made
 */
record Coverage(@Nullable Double lines, @Nullable Double branches, @Nullable Instant at) {

  /** A share; null when there is nothing of which it could be one. */
  static @Nullable Double share(long covered, long all) {
    if (covered < 0 || covered > all) {
      throw new BadFile(
          Texts.kept("kept.coverage.it-covers-of-which-cannot", covered, all),
          Texts.kept("kept.coverage.make-the-report-again"));
    }
    return all == 0 ? null : (double) covered / all;
  }

  void tell(Of of, Instant heardAt, Instant horizon, Sink sink) {
    String scope = scope(of);
    Instant when = ReportTimes.of(at, of, horizon);
    if (lines == null && branches == null) {
      throw new BadFile(
          Texts.kept("kept.coverage.it-measures-no-line-and"),
          Texts.kept("kept.coverage.make-the-report-with-the"));
    }
    tell("coverage-lines", scope, lines, when, heardAt, sink);
    tell("coverage-branches", scope, branches, when, heardAt, sink);
  }

  private static void tell(
      String metric, String scope, @Nullable Double value, Instant at, Instant heardAt, Sink sink) {
    if (value != null) {
      String key = Measurement.key(metric, scope, at);
      sink.fact(new Measurement(key, heardAt, metric, scope, at, value, null), 0);
    }
  }

  private static String scope(Of of) {
    if (of.system() != null) {
      return "system:" + of.system();
    }
    if (of.repository() != null) {
      return "repository:" + of.repository();
    }
    throw new BadFile(
        Texts.kept("kept.coverage.the-report-does-not-say"),
        Texts.kept("kept.coverage.name-it-as-in-repository"));
  }
}
