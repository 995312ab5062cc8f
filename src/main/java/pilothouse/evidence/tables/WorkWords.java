package pilothouse.evidence.tables;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.WorkItem;

/** What trackers' words for the state of work mean; null for a word that means none of it. */
final class WorkWords {
  private WorkWords() {}

  static @Nullable Boolean open(String word) {
    return switch (plain(word)) {
      case "todo",
          "backlog",
          "ready",
          "doing",
          "started",
          "inreview",
          "review",
          "testing",
          "blocked",
          "waiting",
          "planned",
          "selectedfordevelopment",
          "unstarted",
          "inarbeit" ->
          true;
      case "finished",
          "released",
          "deployed",
          "completed",
          "cancelled",
          "canceled",
          "wontdo",
          "wontfix",
          "duplicate",
          "rejected",
          "declined",
          "accepted",
          "erledigt" ->
          false;
      default -> Words.open(word);
    };
  }

  static WorkItem.@Nullable Reason reason(String word) {
    return switch (plain(word)) {
      case "completed",
          "complete",
          "done",
          "fixed",
          "resolved",
          "implemented",
          "delivered",
          "finished",
          "erledigt",
          "behoben" ->
          WorkItem.Reason.COMPLETED;
      case "notplanned",
          "wontdo",
          "wontfix",
          "duplicate",
          "invalid",
          "declined",
          "rejected",
          "cancelled",
          "canceled",
          "cannotreproduce",
          "incomplete",
          "obsolete",
          "abandoned" ->
          WorkItem.Reason.NOT_PLANNED;
      default -> null;
    };
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
