package pilothouse.direction.bets;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a score is worked out of what was typed. */
public enum Method {
  RICE,
  WSJF,
  DELAY,
  WEIGHTED;

  private static final List<Double> POINTS = List.of(1.0, 2.0, 3.0, 5.0, 8.0, 13.0, 20.0);

  /** As rows and programs have it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Method> of(String word) {
    return Stream.of(values()).filter(method -> method.word().equals(word)).findFirst();
  }

  /** What it needs to know; nothing where a rubric names that itself. */
  List<Criterion> criteria() {
    return switch (this) {
      case RICE ->
          List.of(
              Criterion.open("reach"),
              Criterion.choice("impact", List.of(3.0, 2.0, 1.0, 0.5, 0.25)),
              Criterion.choice("confidence", List.of(100.0, 80.0, 50.0)),
              Criterion.open("effort", 0.5).against());
      case WSJF ->
          List.of(
              Criterion.choice("value", POINTS),
              Criterion.choice("time_criticality", POINTS),
              Criterion.choice("risk_reduction", POINTS),
              Criterion.choice("size", POINTS).against());
      case DELAY ->
          List.of(
              Criterion.open("value_per_week"),
              new Criterion("probability", "", 1, false, 0, 100, List.of()),
              Criterion.open("loss"),
              Criterion.open("duration", 0.1).against());
      case WEIGHTED -> List.of();
    };
  }
}
