package pilothouse.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pilothouse.findings.Finding.Address;
import pilothouse.metrics.Metrics;
import pilothouse.metrics.Reading;

/** The readings of one page, each taken once. */
final class Readings {
  private final Metrics metrics;
  private final Map<String, Reading> taken = new LinkedHashMap<>();

  Readings(Metrics metrics) {
    this.metrics = metrics;
  }

  Reading of(String metric) {
    Reading reading = taken.get(metric);
    if (reading == null) {
      reading = metrics.read(metric);
      taken.put(metric, reading);
    }
    return reading;
  }

  List<Reading> of(List<String> ids) {
    return ids.stream().map(this::of).toList();
  }

  Address address(String metric) {
    return new Address(metric, metrics.scope().repository(), metrics.scope().folder());
  }
}
