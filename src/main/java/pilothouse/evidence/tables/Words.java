package pilothouse.evidence.tables;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.facts.Review;

/** What the words in tables mean; null for a word that means none of it. */
final class Words {
  private static final Map<String, Outcome> OUTCOMES = outcomes();

  private Words() {}

  private static Map<String, Outcome> outcomes() {
    Map<String, Outcome> outcomes = new HashMap<>();
    put(
        outcomes,
        Outcome.SUCCESS,
        "success succeeded successful ok passed pass done complete completed deployed finished"
            + " healthy green true yes 1 erfolgreich");
    put(
        outcomes,
        Outcome.FAILURE,
        "failure failed fail error errored failing timedout timeout startupfailure red broken"
            + " degraded false no 0 rolledback fehlgeschlagen");
    put(
        outcomes,
        Outcome.RUNNING,
        "running inprogress pending queued waiting started created requested scheduled preparing");
    put(
        outcomes,
        Outcome.CANCELLED,
        "cancelled canceled aborted skipped stopped neutral stale manual blocked notrun"
            + " abgebrochen");
    return outcomes;
  }

  private static void put(Map<String, Outcome> outcomes, Outcome outcome, String words) {
    for (String word : words.split(" ", -1)) {
      outcomes.put(word, outcome);
    }
  }

  static @Nullable Boolean yes(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "y", "t", "1", "x", "ja", "wahr" -> true;
      case "false", "no", "n", "f", "0", "nein", "falsch" -> false;
      default -> null;
    };
  }

  static @Nullable Outcome outcome(String word) {
    return switch (word) {
      case "success", "SUCCESS" -> Outcome.SUCCESS;
      case "failure", "FAILURE" -> Outcome.FAILURE;
      default -> OUTCOMES.get(plain(word));
    };
  }

  static Review.@Nullable State state(String word) {
    return switch (plain(word)) {
      case "approved", "approve", "approval", "accepted", "lgtm", "+1", "ok" ->
          Review.State.APPROVED;
      case "changesrequested",
          "requestchanges",
          "requestedchanges",
          "rejected",
          "needswork",
          "-1" ->
          Review.State.CHANGES_REQUESTED;
      case "commented", "comment", "reviewed" -> Review.State.COMMENTED;
      case "dismissed", "withdrawn", "unapproved", "revoked" -> Review.State.DISMISSED;
      default -> null;
    };
  }

  /** Whether an incident is open by its state. */
  static @Nullable Boolean open(String word) {
    return switch (plain(word)) {
      case "open",
          "opened",
          "triggered",
          "acknowledged",
          "firing",
          "active",
          "investigating",
          "identified",
          "monitoring",
          "new",
          "inprogress",
          "reopened",
          "true",
          "yes",
          "1",
          "offen" ->
          true;
      case "closed",
          "resolved",
          "done",
          "fixed",
          "mitigated",
          "completed",
          "postmortem",
          "false",
          "no",
          "0",
          "geschlossen",
          "behoben" ->
          false;
      default -> null;
    };
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[ _-]+(?=.)(?!1$)", "");
  }
}
