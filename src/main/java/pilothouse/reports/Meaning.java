package pilothouse.reports;

import java.util.Set;
import pilothouse.metrics.Reading;
import pilothouse.text.Say;
import pilothouse.text.Texts;

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
      case "hotspots" -> Texts.say("reports.meaning.of-the-changes-to");
      case "revert-share" ->
          Texts.say("reports.meaning.of-took-another-one", Say.counted(reading.n(), "commit"));
      case "quick-reverts" ->
          reading.value() != null && reading.value() == 1
              ? Texts.say("reports.meaning.commit-was-taken-back")
              : Texts.say("reports.meaning.commits-were-taken-back");
      case "fixes-after-release" ->
          Texts.say("reports.meaning.of-were-followed-within", releases(reading));
      case "truck-factor" -> Texts.say("reports.meaning.would-have-to-leave");
      case "knowledge-at-risk" -> Texts.say("reports.meaning.of-lines-were-last", n);
      case "islands" -> Texts.say("reports.meaning.of-large-busy-files", n);
      case "ownership-fragmentation" -> Texts.say("reports.meaning.chance-that-two-changes");
      case "coupled-folders" -> Texts.say("reports.meaning.of-parts-that-keep", pairs(reading));
      case "coupling-across-folders" ->
          Texts.say("reports.meaning.of-files-that-keep", pairs(reading));
      case "untouched-manifests" ->
          Texts.say(
              "reports.meaning.of-without-a-commit",
              Say.counted(reading.n(), "dependency manifest"));
      case "stale-todos" ->
          Texts.say("reports.meaning.of-older-than-a", Say.counted(reading.n(), "TODO"));
      case "todo-age" -> Texts.say("reports.meaning.is-the-age-of");
      case "code-age" -> Texts.say("reports.meaning.is-the-age-of-2");
      default -> flow(reading);
    };
  }

  private static String flow(Reading reading) {
    return switch (reading.metric().id()) {
      case "commits-per-week" -> Texts.say("reports.meaning.commits-usually");
      case "changes-per-week" -> Texts.say("reports.meaning.changes-landed-on-the");
      case "active-people" -> Texts.say("reports.meaning.changed-something-in-this");
      case "newcomers" -> Texts.say("reports.meaning.of-them-for-the");
      case "change-size" -> Texts.say("reports.meaning.in-a-usual-change");
      case "change-size-p90" -> Texts.say("reports.meaning.or-more-in-the");
      case "change-files" -> Texts.say("reports.meaning.files-in-a-usual");
      case "change-files-p90" -> Texts.say("reports.meaning.files-or-more-in");
      case "trunk-based-share" ->
          Texts.say(
              "reports.meaning.of-came-back-within", Say.counted(reading.n(), "merged branch"));
      case "change-lead-time" -> Texts.say("reports.meaning.from-writing-a-usual");
      case "change-lead-time-p90" -> Texts.say("reports.meaning.or-longer-for-the");
      case "release-frequency" ->
          Texts.say("reports.meaning.releases-not-deployments", releases(reading));
      case "release-gap" -> Texts.say("reports.meaning.from-one-release-to");
      case "test-ratio" -> Texts.say("reports.meaning.as-many-lines-changed");
      case "churn" -> Texts.say("reports.meaning.as-many-lines-changed-2");
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
