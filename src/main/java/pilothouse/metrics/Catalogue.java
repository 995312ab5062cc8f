package pilothouse.metrics;

import java.util.List;

/** Every metric, in the order of reading. */
final class Catalogue {
  static final List<Measure> ALL =
      List.of(
          FlowMetrics.COMMITS,
          FlowMetrics.CHANGES,
          ChangeMetrics.SIZE,
          ChangeMetrics.SIZE_P90,
          ChangeMetrics.FILES,
          ChangeMetrics.FILES_P90,
          BranchMetrics.TRUNK,
          ReleaseMetrics.LEAD_TIME,
          ReleaseMetrics.LEAD_TIME_P90,
          ReleaseMetrics.FREQUENCY,
          ReleaseMetrics.GAP,
          ReleaseMetrics.FIXES,
          RevertMetrics.REVERTS,
          RevertMetrics.QUICK_REVERTS,
          ChangeMetrics.TESTS,
          Hotspots.METRIC,
          FlowMetrics.CHURN,
          AgeMetrics.CODE,
          MarkerMetrics.MARKER_AGE,
          MarkerMetrics.STALE_MARKERS,
          CouplingMetrics.PAIRS,
          CouplingMetrics.ACROSS,
          CouplingMetrics.FOLDERS,
          Manifests.STALE,
          KnowledgeMetrics.TRUCK_FACTOR,
          KnowledgeMetrics.AT_RISK,
          KnowledgeMetrics.ISLANDS,
          OwnershipMetrics.FRAGMENTATION,
          PeopleMetrics.PEOPLE,
          PeopleMetrics.NEWCOMERS);

  static final List<Metric> METRICS = ALL.stream().map(Measure::metric).toList();

  private Catalogue() {}
}
