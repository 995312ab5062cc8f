package pilothouse.views;

import java.util.Optional;
import java.util.stream.Stream;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Window;
import pilothouse.web.Caller;

/** All numbers that there are, whoever works them out: of git, of services, or measured. */
public interface Gauges {

  /** What it shows; unknown with a reason where nothing is there. Asks nobody who may see it. */
  Gauged read(Gauge gauge, Window window);

  /**
   * One that may be chosen.
   *
   * @param owner the id of whose it is; empty where nobody said so
   * @param own its unit as others told it; empty where the metric has one of its own
   */
  record Offered(
      Gauge gauge, String name, Metric.Unit unit, Metric.Better better, String owner, String own) {
    /** What its amounts are typed in. */
    public Amount.In in() {
      return new Amount.In(unit, own);
    }
  }

  /**
   * Those that the caller may look at, by scope and then in the order of reading; looked up place
   * by place as they are asked for, for there may be very many.
   */
  Stream<Offered> offered(Caller caller);

  /** That very one, where there is such a metric and such a scope. */
  Optional<Offered> find(Gauge gauge);
}
