package pilothouse.evidence.prometheus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Measurement;
import pilothouse.evidence.inbox.Malformed;
import pilothouse.evidence.pull.PullTrouble;
import pilothouse.evidence.wire.Excerpts;
import pilothouse.evidence.wire.Json;
import pilothouse.text.Texts;

/** The points in the answer to a query. */
final class Points {
  private Points() {}

  static Answers of(Query query, Json data) {
    try {
      List<Json> series = data.list("result");
      if (series.size() > 1) {
        throw PullTrouble.wrong(
            "The query has %,d series for its answer, and one is kept; put sum(…) or avg(…) around it."
                .formatted(series.size()));
      }
      List<Measurement> points = new ArrayList<>();
      int left = 0;
      for (Json point : series.isEmpty() ? List.<Json>of() : series.getFirst().list("values")) {
        Measurement measurement = measurement(query, point.items());
        if (measurement == null) {
          left++;
        } else {
          points.add(measurement);
        }
      }
      return new Answers(points, left);
    } catch (Malformed strange) {
      throw PullTrouble.wrong(
          "The answer cannot be understood: %s Check --url.".formatted(strange.getMessage()));
    }
  }

  /** Null when the value is no number. A point says what it says at its own time, always. */
  private static @Nullable Measurement measurement(Query query, List<Json> point) {
    String time = point.isEmpty() ? null : point.getFirst().text();
    String value = point.size() < 2 ? null : point.get(1).text();
    if (time == null || value == null) {
      throw new Malformed(Texts.kept("kept.points.a-point-has-no-time"), "");
    }
    try {
      Instant at = Instant.ofEpochMilli(Math.round(Double.parseDouble(time) * 1_000));
      double number = value.endsWith("Inf") ? Double.NaN : Double.parseDouble(value);
      return Double.isFinite(number) ? query.as().at(at, number) : null;
    } catch (NumberFormatException e) {
      throw new Malformed(
          Texts.kept("kept.points.a-point-is-no-number", Excerpts.shown(time + " " + value)), "");
    }
  }
}
