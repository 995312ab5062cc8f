package pilothouse.metrics.judging;

import java.time.LocalDate;

/** One number of one day. */
public record Dated(LocalDate day, double value) {
  public Dated {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("no number on " + day);
    }
  }
}
