package pilothouse.metrics.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import pilothouse.evidence.facts.ServiceFacts;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Window;
import pilothouse.text.Texts;

/**
 * The door to the formulas of delivery: the catalogue, and one service seen through a window by a
 * definition. Pure: no clock, no database, no web. What formulas share is worked out once for each
 * instance, which may be used from several threads.
 */
public final class ServiceMetrics {
  /** The five of the DORA guide, in its order. */
  public static final List<String> FIVE =
      List.of(
          "change-lead-time",
          "deployment-frequency",
          "failed-deployment-recovery-time",
          "change-fail-rate",
          "deployment-rework-rate");

  /** How long before an incident a deployment is suggested as its cause, unless set otherwise. */
  public static final Duration SUGGEST_WITHIN = Duration.ofHours(24);

  private final Dossier dossier;

  private ServiceMetrics(Dossier dossier) {
    this.dossier = dossier;
  }

  /** Every metric there is, in the order of reading. */
  public static List<Metric> catalogue() {
    return Catalogue.METRICS;
  }

  /** The metric with this id. */
  public static Optional<Metric> named(String id) {
    return Catalogue.METRICS.stream().filter(metric -> metric.id().equals(id)).findFirst();
  }

  /** Readings of one service. */
  public static ServiceMetrics of(ServiceFacts facts, Window window, Definition definition) {
    return of(facts, window, definition, SUGGEST_WITHIN);
  }

  /**
   * The same.
   *
   * @param suggestWithin how long before an incident a deployment is suggested as its cause
   */
  public static ServiceMetrics of(
      ServiceFacts facts, Window window, Definition definition, Duration suggestWithin) {
    return new ServiceMetrics(new Dossier(facts, window, definition, suggestWithin.toMillis()));
  }

  /**
   * The reading of a metric.
   *
   * @throws IllegalArgumentException when no metric has this id
   */
  public Reading read(String id) {
    return Rivals.read(Catalogue.entry(id), dossier);
  }

  /** The window that this looks through. */
  public Window window() {
    return dossier.window;
  }

  /** Whose definition the numbers follow. */
  public Definition definition() {
    return dossier.definition;
  }

  /**
   * What stands in for deployments, in words ("releases, not deployments"); empty where deployments
   * themselves are counted.
   */
  public Optional<String> instead() {
    return ReleasesInstead.stand(dossier)
        ? Optional.of(ReleasesInstead.instead())
        : dossier.definition == Definition.MERGES
            ? Optional.of(Texts.say("metrics.service-metrics.merges-not-deployments"))
            : Optional.empty();
  }

  /** Every production deployment of the window, newest first, with what the numbers make of it. */
  public List<Story> deployments() {
    return new Stories(dossier).all();
  }

  /** How many production deployments of the window failed and were not restored by its end. */
  public int open() {
    Verdicts verdicts = dossier.once(Verdicts.class, Verdicts::of);
    return (int)
        dossier.once(Rollouts.class, Rollouts::of).inWindow().stream()
            .map(verdicts::of)
            .filter(verdict -> verdict.failed() && Recovery.isOpen(dossier, verdict))
            .count();
  }

  /** The incidents of the window, by detection, newest first, with their causes. */
  public List<Cause> causes() {
    return Incidents.of(dossier);
  }

  /** The flow of one change through its stages. */
  public Stages stages() {
    return new Flows(dossier).stages();
  }

  /**
   * A metric by each definition on the same facts, the DORA guide first; empty for a metric that
   * they do not dispute.
   *
   * @throws IllegalArgumentException when no metric has this id
   */
  public List<Rival> rivals(String id) {
    return Rivals.of(Catalogue.entry(id), dossier);
  }
}
