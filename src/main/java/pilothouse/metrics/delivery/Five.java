package pilothouse.metrics.delivery;

import pilothouse.metrics.Metric.Better;
import pilothouse.metrics.Metric.Unit;
import pilothouse.metrics.delivery.Catalogue.Entry;

/**
 * The five metrics of the DORA guide, with their slowest tenths and the gap between deployments.
 */
final class Five {
  static final Entry LEAD_TIME =
      Catalogue.entry(
          "change-lead-time",
          Unit.SECONDS,
          Better.LOWER,
          "change-fail-rate",
          (metric, dossier) -> LeadTimes.read(metric, dossier, 0.5));

  static final Entry LEAD_TIME_P90 =
      Catalogue.entry(
          "change-lead-time-p90",
          Unit.SECONDS,
          Better.LOWER,
          "change-fail-rate",
          (metric, dossier) -> LeadTimes.read(metric, dossier, 0.9));

  static final Entry FREQUENCY =
      Catalogue.entry(
          "deployment-frequency",
          Unit.PER_WEEK,
          Better.HIGHER,
          "change-fail-rate",
          Frequency::perWeek);

  static final Entry GAP =
      Catalogue.entry(
          "deployment-gap", Unit.SECONDS, Better.LOWER, "change-fail-rate", Frequency::gap);

  static final Entry RECOVERY =
      Catalogue.entry(
          "failed-deployment-recovery-time",
          Unit.SECONDS,
          Better.LOWER,
          "change-fail-rate",
          (metric, dossier) -> Recovery.read(metric, dossier, 0.5));

  static final Entry RECOVERY_P90 =
      Catalogue.entry(
          "failed-deployment-recovery-time-p90",
          Unit.SECONDS,
          Better.LOWER,
          "change-fail-rate",
          (metric, dossier) -> Recovery.read(metric, dossier, 0.9));

  static final Entry CHANGE_FAIL =
      Catalogue.entry(
          "change-fail-rate", Unit.RATIO, Better.LOWER, "deployment-frequency", Rates::changeFail);

  static final Entry REWORK =
      Catalogue.entry(
          "deployment-rework-rate",
          Unit.RATIO,
          Better.LOWER,
          "deployment-frequency",
          Rates::rework);

  private Five() {}
}
