package pilothouse.reports;

import java.util.Set;
import pilothouse.metrics.Reading;
import pilothouse.text.Say;

/** What a number means to somebody who does not know the formula: the words after the value. */
final class Meaning {
  /** A finding about one of these says the number itself. */
  static final Set<String> RESTATED =
      Set.of(
          "revert-share",
          "fixes-after-release",
          "knowledge-at-risk",
          "stale-todos",
          "untouched-manifests",
          "change-lead-time");

  /** What of the flow one reads in a minute. */
  static final Set<String> FLOW =
      Set.of(
          "commits-per-week",
          "active-people",
          "newcomers",
          "change-size",
          "trunk-based-share",
          "change-lead-time",
          "release-frequency",
          "test-ratio");

  private Meaning() {}

  /** The words that follow the reading's value. */
  static String of(Reading reading) {
    String n = Say.count(reading.n());
    return switch (reading.metric().id()) {
      case "hotspots" -> "of the changes to source files fell on the ten hottest files";
      case "revert-share" -> "of " + Say.counted(reading.n(), "commit") + " took another one back";
      case "quick-reverts" ->
          reading.value() != null && reading.value() == 1
              ? "commit was taken back within a week"
              : "commits were taken back within a week";
      case "fixes-after-release" ->
          "of "
              + releases(reading)
              + " were followed within a week by another release of their line or by a revert";
      case "truck-factor" -> "would have to leave before most files have nobody who wrote them";
      case "knowledge-at-risk" ->
          "of " + n + " lines were last written by people silent for 180 days";
      case "islands" -> "of " + n + " large, busy files are known well by one person only";
      case "ownership-fragmentation" ->
          "chance that two changes to a usual file are by different people";
      case "coupled-folders" -> pairs(reading) + " of parts that keep changing together";
      case "coupling-across-folders" ->
          pairs(reading) + " of files that keep changing together, though in different folders";
      case "untouched-manifests" ->
          "of " + Say.counted(reading.n(), "dependency manifest") + " without a commit for a year";
      case "stale-todos" -> "of " + Say.counted(reading.n(), "TODO") + " older than a year";
      case "todo-age" -> "is the age of a usual TODO";
      case "code-age" -> "is the age of a usual line of code";
      default -> flow(reading);
    };
  }

  private static String flow(Reading reading) {
    return switch (reading.metric().id()) {
      case "commits-per-week" -> "commits, usually";
      case "changes-per-week" -> "changes landed on the main line, usually";
      case "active-people" -> "changed something in this period";
      case "newcomers" -> "of them for the first time";
      case "change-size" -> "in a usual change";
      case "change-size-p90" -> "or more in the largest tenth of changes";
      case "change-files" -> "files in a usual change";
      case "change-files-p90" -> "files or more in the widest tenth of changes";
      case "trunk-based-share" ->
          "of " + Say.counted(reading.n(), "merged branch") + " came back within a day";
      case "change-lead-time" -> "from writing a usual change to the first release with it";
      case "change-lead-time-p90" -> "or longer for the slowest tenth of them";
      case "release-frequency" -> "releases (" + releases(reading) + ", not deployments)";
      case "release-gap" -> "from one release to the next, usually";
      case "test-ratio" -> "as many lines changed in tests as in other code";
      case "churn" -> "as many lines changed as the code has";
      default -> reading.metric().name().toLowerCase(java.util.Locale.ROOT);
    };
  }

  private static String releases(Reading reading) {
    return Say.counted(reading.n(), "release");
  }

  private static String pairs(Reading reading) {
    return reading.value() != null && reading.value() == 1 ? "pair" : "pairs";
  }
}
