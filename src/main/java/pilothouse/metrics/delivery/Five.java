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
          "Change lead time",
          "How long does a change take from being written to running in production?",
          "Median over the changes that the window's successful production deployments brought: the deployment's finish − author time of the commit. A deployment's changes are the commits reachable from its revision and not from the previous successful deployment of the same service and environment, merges left out; a squash stands for its change request's own commits. A first deployment's changes are left out.",
          Unit.SECONDS,
          Better.LOWER,
          "Deployments with revisions; the repository's history or change requests",
          "A branch that was kept for long counts from its first commit on; work before the first commit is not seen.",
          "change-fail-rate",
          (metric, dossier) -> LeadTimes.read(metric, dossier, 0.5));

  static final Entry LEAD_TIME_P90 =
      Catalogue.entry(
          "change-lead-time-p90",
          "Change lead time, slowest tenth",
          "How long do the slowest changes take to reach production?",
          "90th percentile (linear interpolation) of the same spans as change-lead-time.",
          Unit.SECONDS,
          Better.LOWER,
          "Deployments with revisions; the repository's history or change requests",
          "A few old branches that land at last can move it.",
          "change-fail-rate",
          (metric, dossier) -> LeadTimes.read(metric, dossier, 0.9));

  static final Entry FREQUENCY =
      Catalogue.entry(
          "deployment-frequency",
          "Deployment frequency",
          "How often does something new reach production?",
          "Successful production deployments that finished in the window ÷ weeks of the window, from the Monday of the first week in which any deployment of the service is known.",
          Unit.PER_WEEK,
          Better.HIGHER,
          "Deployments",
          "Deploying the same revision again counts; several production environments count each.",
          "change-fail-rate",
          Frequency::perWeek);

  static final Entry GAP =
      Catalogue.entry(
          "deployment-gap",
          "Gap between deployments",
          "How long does the next deployment usually take?",
          "Median span between the finishes of consecutive successful production deployments of the window.",
          Unit.SECONDS,
          Better.LOWER,
          "Deployments",
          "Nights and weekends are in it.",
          "change-fail-rate",
          Frequency::gap);

  static final Entry RECOVERY =
      Catalogue.entry(
          "failed-deployment-recovery-time",
          "Failed deployment recovery time",
          "How long until the service works again after a deployment that failed?",
          "Median over the window's production deployments that needed immediate intervention: service restored − the deployment's finish. Restored: the last of its incidents resolved or, without an incident, the next successful deployment to the same environment finished. Not restored by the window's end: \"at least\"; with more than 10 % of these the Kaplan–Meier median.",
          Unit.SECONDS,
          Better.LOWER,
          "Deployments, incidents",
          "As good as the incidents' times: what nobody recorded has no end.",
          "change-fail-rate",
          (metric, dossier) -> Recovery.read(metric, dossier, 0.5));

  static final Entry RECOVERY_P90 =
      Catalogue.entry(
          "failed-deployment-recovery-time-p90",
          "Failed deployment recovery time, slowest tenth",
          "How long do the hardest recoveries take?",
          "90th percentile of the same spans as failed-deployment-recovery-time.",
          Unit.SECONDS,
          Better.LOWER,
          "Deployments, incidents",
          "With few failures it is the slowest of them.",
          "change-fail-rate",
          (metric, dossier) -> Recovery.read(metric, dossier, 0.9));

  static final Entry CHANGE_FAIL =
      Catalogue.entry(
          "change-fail-rate",
          "Change fail rate",
          "How many deployments needed immediate intervention?",
          "Production deployments that needed immediate intervention ÷ all production deployments that finished in the window, failed ones included. Immediate intervention: it failed, or it caused an incident, or within 24 hours it was rolled back or followed by a hotfix. Several incidents on one deployment count once.",
          Unit.RATIO,
          Better.LOWER,
          "Deployments, incidents",
          "Suggested causes count until a person refuses them.",
          "deployment-frequency",
          Rates::changeFail);

  static final Entry REWORK =
      Catalogue.entry(
          "deployment-rework-rate",
          "Deployment rework rate",
          "How many deployments were unplanned, made because of an incident?",
          "Unplanned production deployments ÷ all production deployments that finished in the window, failed ones included. Unplanned: its source says so, its branch is a hotfix branch, or it went out during an incident that a deployment caused and that ended within an hour after it.",
          Unit.RATIO,
          Better.LOWER,
          "Deployments, incidents",
          "A fix that waits for the next planned deployment is not seen.",
          "deployment-frequency",
          Rates::rework);

  private Five() {}
}
