package pilothouse.metrics;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Metric.Better;
import pilothouse.metrics.Metric.Unit;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.metrics.Receipt.Leads;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** How long the notes wait that ask for more work. */
final class MarkerMetrics {
  static final Measure MARKER_AGE =
      Measure.of("todo-age", Unit.SECONDS, Better.LOWER, "stale-todos", MarkerMetrics::markerAge);

  static final Measure STALE_MARKERS =
      Measure.of("stale-todos", Unit.COUNT, Better.LOWER, "todo-age", MarkerMetrics::stale);

  private MarkerMetrics() {}

  static Markers markers(Slice slice) {
    return slice.once(Markers.class, Markers::of);
  }

  static boolean isStale(Slice slice, Marker marker) {
    @Nullable Instant written = marker.written();
    return written != null && slice.end() - written.getEpochSecond() > AgeMetrics.STALE;
  }

  private static Notes markerNotes(Slice slice) {
    Markers markers = markers(slice);
    return new Notes()
        .leave(
            Texts.say("metrics.marker-metrics.marked-lines-of-which"),
            markers.all().size() - markers.dated().size())
        .leave(Texts.say("metrics.marker-metrics.marked-lines-in-generated"), markers.generated());
  }

  private static Reading markerAge(Metric metric, Slice slice) {
    if (!slice.linesCounted()) {
      return Answers.unknown(metric, slice, Answers.counting(), new Notes());
    }
    List<Marker> dated = markers(slice).dated();
    if (dated.isEmpty()) {
      String why = Texts.say("metrics.marker-metrics.no-todo-fixme-hack");
      return Answers.unknown(metric, slice, why, markerNotes(slice));
    }
    long[] ages = new long[dated.size()];
    Arrays.setAll(ages, i -> Math.max(0, slice.now() - at(dated.get(i))));
    String says = Texts.say("metrics.marker-metrics.the-middle-of-these");
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
      return Answers.unknown(metric, slice, Answers.counting(), new Notes());
    }
    if (slice.history.files().size() == 0) {
      return Answers.unknown(metric, slice, Answers.silence(slice), new Notes());
    }
    List<Marker> dated = markers(slice).dated();
    List<Marker> stale = dated.stream().filter(marker -> isStale(slice, marker)).toList();
    String says =
        Texts.say(
            "metrics.marker-metrics.of-notes-are-older",
            Say.count(stale.size()),
            Say.count(dated.size()));
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
        Texts.all("column.file", "column.line", "column.written", "column.commit", "column.text"),
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
