package pilothouse.direction.bets;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Metrics;
import pilothouse.metrics.Window;
import pilothouse.metrics.delivery.ServiceMetrics;
import pilothouse.storage.Instants;
import pilothouse.text.Texts;
import pilothouse.views.Gauge;
import pilothouse.views.Gauged;

/** Reads what guards experiments: never of days before one began, and no data is no good news. */
record Guarding(Around around) {
  /** A formula is read over four weeks; of what was measured now and then the newest counts. */
  private static final int WEEKS = 4;

  private static final int SELDOM_WEEKS = 13;

  /** Less than a week says too little of what is counted or timed. */
  private static final int SHORTEST_DAYS = 7;

  private static final String UNKNOWN = "unknown";

  /**
   * What is known of a guardrail.
   *
   * @param value null where there is none
   * @param held {@code yes}, {@code no} or {@code unknown}
   * @param why there is no value; empty where there is one
   * @param crossedOn the first day on which it was beyond its bound; empty for none
   * @param first the first day that was looked at
   * @param last the last such day
   */
  record Read(
      Gauged gauged,
      @Nullable Double value,
      String held,
      String why,
      String crossedOn,
      LocalDate first,
      LocalDate last) {}

  /** As it is today, for an experiment that began then. */
  Read now(Guard guard, String madeAt) {
    LocalDate began = LocalDate.ofInstant(Instants.parse(madeAt), around.zone());
    LocalDate today = around.today();
    boolean formula = isFormula(guard.gauged());
    LocalDate far = today.plusDays(1).minusWeeks(formula ? WEEKS : SELDOM_WEEKS);
    LocalDate first = began.isAfter(far) ? began : far;
    Gauged gauged = read(guard, first, today);
    if (formula && ChronoUnit.DAYS.between(began, today) < SHORTEST_DAYS) {
      return new Read(gauged, null, UNKNOWN, Texts.say("bets.guard.early"), "", first, today);
    }
    Double value = gauged.reading().value();
    String why = Objects.requireNonNullElse(gauged.reading().unknown(), "");
    String held = value == null ? UNKNOWN : guard.isCrossedBy(value) ? "no" : "yes";
    return new Read(gauged, value, held, why, crossedOn(guard, gauged, first), first, today);
  }

  /** As it was when its experiment ended. */
  Read then(Guard guard) {
    LocalDate first = LocalDate.parse(Objects.requireNonNull(guard.firstDay()));
    LocalDate last = LocalDate.parse(Objects.requireNonNull(guard.lastDay()));
    Double value = guard.value();
    return new Read(
        read(guard, first, last),
        value,
        Objects.requireNonNull(guard.held()),
        value == null ? Texts.say("bets.guard.none-then") : "",
        Objects.requireNonNull(guard.crossedOn()),
        first,
        last);
  }

  private Gauged read(Guard guard, LocalDate first, LocalDate last) {
    ZoneId zone = around.zone();
    Window window =
        new Window(
            first.atStartOfDay(zone).toInstant(),
            last.plusDays(1).atStartOfDay(zone).toInstant(),
            zone);
    return around.gauges().get().read(guard.gauged(), window);
  }

  private String crossedOn(Guard guard, Gauged gauged, LocalDate first) {
    return gauged.raw().stream()
        .filter(point -> point.value() != null && guard.isCrossedBy(point.value()))
        .map(point -> LocalDate.ofInstant(point.at(), around.zone()))
        .filter(day -> !day.isBefore(first))
        .map(LocalDate::toString)
        .findFirst()
        .orElse("");
  }

  private static boolean isFormula(Gauge gauge) {
    return Metrics.named(gauge.metric()).isPresent()
        || ServiceMetrics.catalogue().stream().anyMatch(one -> one.id().equals(gauge.metric()));
  }
}
