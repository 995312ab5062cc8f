package pilothouse.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.findings.Finding;
import pilothouse.findings.Finding.Severity;
import pilothouse.metrics.Metric;
import pilothouse.metrics.delivery.ServiceMetrics;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** Proposes that metrics which nobody decides with are looked at no more. */
final class Retirement {
  private static final int NAMED = 3;

  private Retirement() {}

  /** One finding about all of them; null when there are none. */
  static @Nullable Finding proposed(Set<String> idle) {
    List<Metric> metrics =
        ServiceMetrics.catalogue().stream().filter(metric -> idle.contains(metric.id())).toList();
    if (metrics.isEmpty()) {
      return null;
    }
    List<String> named = new ArrayList<>(metrics.stream().limit(NAMED).map(Metric::name).toList());
    if (metrics.size() > NAMED) {
      named.add(metrics.size() - NAMED + " more");
    }
    String says =
        Texts.say(
            "delivery.retirement.served-no-decision-in",
            Say.counted(metrics.size(), "metric"),
            String.join(", ", named));
    return new Finding(
        "idle-metric",
        Severity.KNOW,
        says,
        "",
        new Finding.Address(metrics.getFirst().id(), "", ""),
        0,
        null,
        null,
        metrics.stream().map(Metric::name).toList());
  }
}
