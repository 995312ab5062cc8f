package pilothouse.metrics;

import java.util.Arrays;
import pilothouse.metrics.Metric.Better;
import pilothouse.metrics.Metric.Unit;
import pilothouse.text.Texts;

/** Whether files are changed by one person or by many. */
final class OwnershipMetrics {
  static final Measure FRAGMENTATION =
      Measure.of(
          "ownership-fragmentation",
          Unit.RATIO,
          Better.NEITHER,
          "islands",
          OwnershipMetrics::fragmentation);

  private OwnershipMetrics() {}

  /** 1 − Σ(share of revisions)², NaN for a file without a commit by a person. */
  static double fragmentation(Authorship authorship, int file) {
    long total = 0;
    double squares = 0;
    for (int i = authorship.start()[file]; i < authorship.start()[file + 1]; i++) {
      total += authorship.commits()[i];
      squares += (double) authorship.commits()[i] * authorship.commits()[i];
    }
    return total == 0 ? Double.NaN : 1 - squares / ((double) total * total);
  }

  private static Reading fragmentation(Metric metric, Slice slice) {
    Authorship authorship = slice.once(Authorship.class, Authorship::of);
    int[] all = KnowledgeMetrics.knowing(slice).files();
    int[] files = Arrays.stream(all).filter(file -> authorship.total()[file] >= 5).toArray();
    Notes notes = KnowledgeMetrics.notes(slice);
    notes.leave(
        Texts.say("metrics.ownership-metrics.source-files-with-fewer"), all.length - files.length);
    notes.leave(Texts.say("metrics.ownership-metrics.changes-by-programs"), authorship.botRows());
    if (files.length == 0) {
      String why = Texts.say("metrics.ownership-metrics.no-source-file-has");
      return Answers.unknown(metric, slice, why, notes);
    }
    double[] values = Arrays.stream(files).mapToDouble(f -> fragmentation(authorship, f)).toArray();
    Arrays.sort(values);
    int middle = values.length / 2;
    double median =
        values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    String says = Texts.say("metrics.ownership-metrics.the-middle-of-the");
    return Answers.known(
        metric,
        slice,
        median,
        files.length,
        Series.none(),
        KnowledgeMetrics.files(slice, files, says),
        notes);
  }
}
