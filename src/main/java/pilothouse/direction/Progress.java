package pilothouse.direction;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far something has come from where it began to where it shall be: (now − baseline) ÷ (target −
 * baseline), for rising and for falling measures. Of a result of work, never of a person.
 *
 * @param raw below 0 where it went the other way, above 1 where it went further
 */
public record Progress(double raw) {
  /** What somebody who aims high expects to reach. */
  static final double ASPIRED = 0.7;

  /** How far a grade reaches; a progress is rounded to a tenth before. */
  private static final double POOR = 0.3;

  private static final double FAIR = 0.6;

  /** A tenth of the way counts as no way behind. */
  private static final double SLACK = 0.1;

  /** What a progress is worth, in the three grades of those who use OKRs. */
  public enum Grade {
    POOR,
    FAIR,
    GOOD
  }

  /** Null while a number is unknown, and where there is no way to go: baseline is target. */
  static @Nullable Progress of(
      @Nullable Double baseline, @Nullable Double target, @Nullable Double now) {
    if (baseline == null || target == null || now == null || baseline.equals(target)) {
      return null;
    }
    double raw = (now - baseline) / (target - baseline) + 0.0; // never -0.0
    return Double.isFinite(raw) ? new Progress(raw) : null;
  }

  /** Of several, each counts the same, as it is shown; null while one of them is unknown. */
  static @Nullable Progress mean(List<@Nullable Progress> parts) {
    if (parts.isEmpty() || parts.stream().anyMatch(Objects::isNull)) {
      return null;
    }
    return new Progress(
        parts.stream()
            .mapToDouble(part -> Objects.requireNonNull(part).shown())
            .average()
            .orElse(0));
  }

  /** As pages show it: from 0 to 1. */
  public double shown() {
    return Math.clamp(raw, 0.0, 1.0);
  }

  /** Its grade: up to 0.3, up to 0.6, above. */
  public Grade grade() {
    double tenths = Math.round(shown() * 10) / 10.0;
    return tenths <= POOR ? Grade.POOR : tenths <= FAIR ? Grade.FAIR : Grade.GOOD;
  }

  /** Whether it is enough at the end: what was promised is reached, what was aspired to nearly. */
  boolean isEnough(boolean committed) {
    return shown() >= (committed ? 1 : ASPIRED);
  }

  /** Whether it keeps up with the share of time that is over. */
  boolean keepsUp(double elapsed, boolean committed) {
    return shown() >= Math.clamp(elapsed, 0.0, 1.0) * (committed ? 1 : ASPIRED) - SLACK;
  }
}
