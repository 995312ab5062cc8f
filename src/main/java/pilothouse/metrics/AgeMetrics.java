package pilothouse.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.Files;
import pilothouse.metrics.Metric.Better;
import pilothouse.metrics.Metric.Unit;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.metrics.Receipt.Leads;
import pilothouse.text.Say;

/** How old the code is, and the notes in it that ask for more work. */
final class AgeMetrics {
  static final long STALE = 365 * Slice.DAY;

  static final Metric CODE =
      new Metric(
          "code-age",
          "Age of code",
          "How long ago was a usual line of code written?",
          "Median over the lines of source now of the window's end − author date of the commit that wrote the line last. Generated files, documents and configuration are left out.",
          Unit.SECONDS,
          Better.NEITHER,
          "The head's lines with the commit that wrote them last",
          "Old code may be finished rather than forgotten; a change of format makes all of it young.",
          "churn",
          AgeMetrics::code);

  static final Metric MARKER_AGE =
      new Metric(
          "todo-age",
          "Age of TODOs",
          "How long does a note for later wait?",
          "Median age of the TODO, FIXME, HACK and XXX lines that stand in the code now. Generated files are left out.",
          Unit.SECONDS,
          Better.LOWER,
          "The head's marked lines with the commit that wrote them last",
          "Reformatting a line makes its note young again.",
          "stale-todos",
          AgeMetrics::markerAge);

  static final Metric STALE_MARKERS =
      new Metric(
          "stale-todos",
          "Stale TODOs",
          "How many notes for later have waited for more than a year?",
          "TODO, FIXME, HACK and XXX lines whose last writing is more than 365 days before the window's end. Generated files are left out.",
          Unit.COUNT,
          Better.LOWER,
          "The head's marked lines with the commit that wrote them last",
          "A note is a promise to nobody; its absence does not mean that nothing waits.",
          "todo-age",
          AgeMetrics::stale);

  private AgeMetrics() {}

  private static Reading code(Metric metric, Slice slice) {
    Notes notes = new Notes().history(slice).renames(slice);
    if (!slice.linesCounted()) {
      return Answers.unknown(metric, slice, Answers.COUNTING, notes);
    }
    LineFacts lines = slice.once(LineFacts.class, LineFacts::of);
    notes.leave("lines of source of which no commit can be told", lines.untold());
    notes.leave("lines in generated files, documents and configuration", lines.otherLines());
    Integer[] commits = writers(slice, lines);
    long total = 0;
    for (int commit : commits) {
      total += lines.byCommit()[commit];
    }
    if (total == 0) {
      String why = "no source file has lines of text; another folder fills this";
      return Answers.unknown(metric, slice, why, notes);
    }
    long half = 0;
    int i = -1;
    while (2 * half < total) {
      half += lines.byCommit()[commits[++i]];
    }
    double age = Math.max(0, slice.end() - slice.commits().authoredAt()[commits[i]]);
    Receipt receipt =
        new Receipt(
            "The age that halves "
                + Say.count(total)
                + " lines, by the commit that wrote them last.",
            List.of("commit", "written", "lines", "subject"),
            commits.length,
            row ->
                List.of(
                    Answers.commit(slice, commits[row]),
                    Answers.day(slice, slice.commits().authoredAt()[commits[row]]),
                    Cell.of(lines.byCommit()[commits[row]]),
                    Cell.of(slice.commits().subjects()[commits[row]])));
    return Answers.known(metric, slice, age, total, Series.none(), receipt, notes);
  }

  /** Commits that wrote lines which still stand, youngest first. */
  private static Integer[] writers(Slice slice, LineFacts lines) {
    List<Integer> commits = new ArrayList<>();
    for (int commit = 0; commit < lines.byCommit().length; commit++) {
      if (lines.byCommit()[commit] > 0) {
        commits.add(commit);
      }
    }
    long[] at = slice.commits().authoredAt();
    commits.sort(
        Comparator.<Integer>comparingLong(commit -> at[commit])
            .reversed()
            .thenComparing(Comparator.reverseOrder()));
    return commits.toArray(new Integer[0]);
  }

  /** Markers of the slice, oldest first; those that nobody can date stand last. */
  record Markers(List<Marker> all, int generated) {
    static Markers of(Slice slice) {
      Files files = slice.history.files();
      List<Marker> markers = new ArrayList<>();
      int generated = 0;
      for (int row = 0; row < files.size(); row++) {
        int path = files.path()[row];
        for (int m = files.markerStart()[row]; m < files.markerStart()[row + 1]; m++) {
          if (!slice.paths().inScope(path)) {
            break;
          }
          if (slice.paths().isGenerated(path)) {
            generated++;
            continue;
          }
          int commit = files.markerCommit()[m];
          Instant written =
              commit < 0 ? null : Instant.ofEpochSecond(slice.commits().authoredAt()[commit]);
          markers.add(
              new Marker(
                  slice.history.paths()[path],
                  files.markerLine()[m],
                  files.markerText()[m],
                  written,
                  commit < 0 ? "" : slice.commits().id(commit)));
        }
      }
      markers.sort(
          Comparator.comparing(Marker::written, Comparator.nullsLast(Comparator.naturalOrder()))
              .thenComparing(Marker::path)
              .thenComparingInt(Marker::line));
      return new Markers(markers, generated);
    }

    List<Marker> dated() {
      return all.stream().filter(marker -> marker.written() != null).toList();
    }
  }

  static Markers markers(Slice slice) {
    return slice.once(Markers.class, Markers::of);
  }

  static boolean isStale(Slice slice, Marker marker) {
    @Nullable Instant written = marker.written();
    return written != null && slice.end() - written.getEpochSecond() > STALE;
  }

  private static Notes markerNotes(Slice slice) {
    Markers markers = markers(slice);
    return new Notes()
        .leave(
            "marked lines of which no commit can be told",
            markers.all().size() - markers.dated().size())
        .leave("marked lines in generated or vendored files", markers.generated());
  }

  private static Reading markerAge(Metric metric, Slice slice) {
    if (!slice.linesCounted()) {
      return Answers.unknown(metric, slice, Answers.COUNTING, new Notes());
    }
    List<Marker> dated = markers(slice).dated();
    if (dated.isEmpty()) {
      String why = "no TODO, FIXME, HACK or XXX with a date stands in the code";
      return Answers.unknown(metric, slice, why, markerNotes(slice));
    }
    long[] ages = new long[dated.size()];
    Arrays.setAll(ages, i -> Math.max(0, slice.end() - at(dated.get(i))));
    String says = "The middle of these notes' ages.";
    return Answers.known(
        metric,
        slice,
        Quantiles.median(ages),
        ages.length,
        Series.none(),
        table(slice, dated, says),
        markerNotes(slice));
  }

  private static Reading stale(Metric metric, Slice slice) {
    if (!slice.linesCounted()) {
      return Answers.unknown(metric, slice, Answers.COUNTING, new Notes());
    }
    if (slice.history.files().size() == 0) {
      return Answers.unknown(metric, slice, Answers.silence(slice), new Notes());
    }
    List<Marker> dated = markers(slice).dated();
    List<Marker> stale = dated.stream().filter(marker -> isStale(slice, marker)).toList();
    String says =
        Say.count(stale.size())
            + " of "
            + Say.count(dated.size())
            + " notes are older than 365 days.";
    return Answers.known(
        metric,
        slice,
        stale.size(),
        dated.size(),
        Series.none(),
        table(slice, stale, says),
        markerNotes(slice));
  }

  private static long at(Marker marker) {
    @Nullable Instant written = marker.written();
    return written == null ? 0 : written.getEpochSecond();
  }

  private static Receipt table(Slice slice, List<Marker> markers, String says) {
    return new Receipt(
        says,
        List.of("file", "line", "written", "commit", "text"),
        markers.size(),
        row -> {
          Marker marker = markers.get(row);
          return List.of(
              Answers.file(marker.path()),
              Cell.of(marker.line()),
              Answers.day(slice, at(marker)),
              new Cell(marker.commit(), Leads.COMMIT),
              Cell.of(marker.text()));
        });
  }
}
