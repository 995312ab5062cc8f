package pilothouse.reports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import pilothouse.findings.Finding;
import pilothouse.findings.Finding.Address;
import pilothouse.findings.Finding.Severity;
import pilothouse.metrics.Metrics;
import pilothouse.metrics.Reading;
import pilothouse.text.Texts;

/** The readings of one page, each taken once. */
final class Readings {
  private final Metrics metrics;
  private final Map<String, Reading> taken = new ConcurrentHashMap<>();

  /** Takes the readings of these metrics at once, on as many processors as there are. */
  Readings(Metrics metrics, List<String> ids) {
    this.metrics = metrics;
    Texts here = Texts.now();
    ids.parallelStream().forEach(id -> here.saying(() -> of(id)));
  }

  Reading of(String metric) {
    return taken.computeIfAbsent(metric, metrics::read);
  }

  List<Reading> of(List<String> ids) {
    return ids.stream().map(this::of).toList();
  }

  Address address(String metric) {
    return new Address(metric, metrics.scope().repository(), metrics.scope().folder());
  }

  /** A finding about a metric of the page. */
  Finding finding(
      String metric,
      Severity severity,
      String says,
      String subject,
      double risk,
      @Nullable Instant since) {
    Reading reading = of(metric);
    return new Finding(
        metric,
        severity,
        says,
        subject,
        address(metric),
        risk,
        since,
        null,
        List.of(reading.receipt().says()));
  }
}
