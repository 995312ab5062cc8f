package pilothouse.metrics.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pilothouse.metrics.delivery.MatchingTest.base;
import static pilothouse.metrics.delivery.MatchingTest.brought;
import static pilothouse.metrics.delivery.MatchingTest.id;
import static pilothouse.metrics.delivery.MatchingTest.lead;
import static pilothouse.metrics.delivery.MatchingTest.matches;
import static pilothouse.metrics.delivery.RulesTest.leftOut;
import static pilothouse.metrics.delivery.RulesTest.value;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pilothouse.Practice;
import pilothouse.evidence.History;
import pilothouse.metrics.Histories;
import pilothouse.metrics.delivery.Story.Match;

/** Changes that are matched with their requests by what they do to the contents (patch-id). */
@Practice("F1")
class SameContentTest {
  private static final double HOUR = 3_600;

  /** Two deployments, and that each commit of the history does something of its own. */
  private static Told deployed(History history, int first, int second) {
    Told told =
        new Told()
            .in(history)
            .deploy("first", id(history, first), "2026-03-02T12:00")
            .deploy("second", id(history, second), "2026-03-10T12:00");
    for (int commit = 0; commit < history.commits().size(); commit++) {
      told.does(id(history, commit), "", "own " + commit);
    }
    return told;
  }

  /** The identity that a commit of the history has. */
  private static String own(int commit) {
    return "own " + commit;
  }

  @Test
  @DisplayName("devlake#5909: a squash that no revision leads to is found by its content")
  void aSquashIsFoundByItsContent() {
    History history = base().commit("2026-03-10T10:00:00Z", "ann").build();
    Told told =
        deployed(history, 1, 2)
            .branch(
                7,
                "work",
                null,
                "2026-03-09",
                "2026-03-10T10:00",
                "2026-03-08T12:00",
                "2026-03-09T12:00",
                "2026-03-10T09:00");
    assertEquals(List.of(Match.NONE), matches(told), "nothing is known of the branch");
    told.part(7, told.changes().getFirst().saidAt(), "c7.2", null)
        .does("c7.2", id(history, 1), own(2));
    assertEquals(List.of(Match.CONTENT, Match.CONTENT, Match.CONTENT), matches(told));
    assertEquals(3, lead(told).n());
    assertEquals(24 * HOUR, value(lead(told)));
    String says = lead(told).receipt().says();
    assertTrue(says.contains("the same content (patch-id): 3"), says);
    assertEquals("the same content (patch-id)", lead(told).receipt().row().apply(0).get(5).text());
  }

  private static Histories rebased() {
    return base()
        .commit("2026-03-10T09:00:00Z", "2026-03-10T10:00:00Z", "ann", new int[] {1})
        .commit("2026-03-10T09:00:00Z", "2026-03-10T10:00:00Z", "ann", new int[] {2});
  }

  @Test
  @DisplayName("devlake#5909: rebased commits with other author times are found by their contents")
  void rebasedCommitsAreFoundByTheirContents() {
    for (boolean mergeIsTold : List.of(true, false)) {
      History history = rebased().build();
      Told told =
          deployed(history, 1, 3)
              .branch(
                  7,
                  "work",
                  mergeIsTold ? id(history, 3) : null,
                  "2026-03-09",
                  "2026-03-10T10:00",
                  "2026-03-08T12:00",
                  "2026-03-09T12:00")
              .does("c7.0", "", own(2))
              .does("c7.1", "", own(3));
      Match last = mergeIsTold ? Match.MERGE_REVISION : Match.CONTENT;
      assertEquals(List.of(Match.CONTENT, last), matches(told));
      assertEquals(2, lead(told).n(), "each once");
      assertEquals(36 * HOUR, value(lead(told)), "by the times at which they were written");
      assertEquals(id(history, 2), brought(told).getFirst().revision());
    }
  }

  @Test
  @DisplayName("a commit that was changed while it was rebased counts once, by its own time")
  void aCommitThatChangedInARebaseCountsOnce() {
    History history = rebased().build();
    Told told =
        deployed(history, 1, 3)
            .branch(
                7,
                "work",
                id(history, 3),
                "2026-03-09",
                "2026-03-10T10:00",
                "2026-03-08T12:00",
                "2026-03-09T12:00")
            .does("c7.0", "", "a conflict was resolved in it")
            .does("c7.1", "", own(3));
    assertEquals(List.of(Match.NONE, Match.MERGE_REVISION), matches(told));
    assertEquals(13.5 * HOUR, value(lead(told)));
  }

  @Test
  @DisplayName("a cherry-pick on a release branch is no second landing of the request")
  void aCherryPickIsLeftAlone() {
    History history =
        base()
            .commit("2026-03-09T10:00:00Z", "ann")
            .commit("2026-03-09T10:00:00Z", "2026-03-09T18:00:00Z", "ann", new int[] {1})
            .offHead()
            .tag("v1.0.1", "2026-03-09")
            .build();
    for (int deployed : List.of(2, 3)) {
      Told told =
          deployed(history, 1, deployed)
              .branch(7, "work", null, "2026-03-08", "2026-03-09T10:00", "2026-03-08T12:00")
              .does(id(history, 3), "", own(2))
              .does("c7.0", "", own(2));
      assertEquals(List.of(deployed == 2 ? Match.CONTENT : Match.NONE), matches(told));
      assertEquals(deployed == 2 ? 48 * HOUR : 26 * HOUR, value(lead(told)));
    }
  }

  @Test
  @DisplayName("a revert is no landing; what is brought back belongs to the request of its own")
  void whatIsBroughtBackIsAnother() {
    History history =
        base()
            .commit("2026-03-08T10:00:00Z", "ann")
            .commit("2026-03-08T18:00:00Z", "ann")
            .saying("Revert \"change\"")
            .reverting(2)
            .commit("2026-03-09T10:00:00Z", "ann")
            .build();
    Told told =
        deployed(history, 1, 4)
            .branch(7, "work", null, "2026-03-08", "2026-03-08T10:00", "2026-03-08T08:00")
            .branch(9, "again", null, "2026-03-09", "2026-03-09T10:00", "2026-03-09T08:00")
            .does(id(history, 4), "", own(2))
            .does("c7.0", "", own(2))
            .does("c9.0", "", own(2));
    assertEquals(List.of(Match.CONTENT, Match.NONE, Match.CONTENT), matches(told));
    List<Story.Change> changes = brought(told);
    assertEquals("Change 7", changes.get(0).title());
    assertEquals("Change 9", changes.get(2).title());
    assertEquals(1, leftOut(lead(told), "no change request matches"));
  }

  @Test
  @DisplayName("the same content long before the opening or after the merge is another's")
  void onlyAroundTheMerge() {
    for (String committed :
        List.of("2026-03-08T23:59:59Z", "2026-03-09T00:00:00Z", "2026-03-10T10:00:00Z")) {
      History history = base().commit(committed, "ann").build();
      Told told =
          deployed(history, 1, 2)
              .branch(7, "work", null, "2026-03-09", "2026-03-09T09:59", "2026-03-08T12:00")
              .does("c7.0", "", own(2));
      boolean near = committed.equals("2026-03-09T00:00:00Z");
      assertEquals(List.of(near ? Match.CONTENT : Match.NONE), matches(told), committed);
    }
  }

  @Test
  @DisplayName("a commit that a request names is not another's, whatever it does")
  void whatIsNamedIsTaken() {
    History history = base().commit("2026-03-09T10:00:00Z", "ann").build();
    Told told =
        deployed(history, 1, 2)
            .branch(7, "work", null, "2026-03-08", "2026-03-09T10:00", "2026-03-08T12:00")
            .branch(8, "same", id(history, 2), "2026-03-08", "2026-03-09T11:00", "2026-03-08T18:00")
            .does("c7.0", "", own(2));
    assertEquals(List.of(Match.MERGE_REVISION), matches(told));
    assertEquals("Change 8", brought(told).getFirst().title());
  }

  @Test
  @DisplayName("content comes before the author time, and both before the number in the subject")
  void theOrderOfTheSteps() {
    History history =
        base()
            .commit("2026-03-08T12:00:00Z", "2026-03-09T10:00:00Z", "ann", new int[] {1})
            .saying("Add a cart (#8)")
            .build();
    Told told =
        deployed(history, 1, 2)
            .branch(6, "content", null, "2026-03-08", "2026-03-09T10:00", "2026-03-07T12:00")
            .branch(7, "time", null, "2026-03-08", "2026-03-09T10:00", "2026-03-08T12:00")
            .branch(8, "number", null, "2026-03-08", "2026-03-09T10:00", "2026-03-08T18:00");
    assertEquals(List.of(Match.AUTHOR_TIME), matches(told));
    told.does("c6.0", "", own(2));
    assertEquals(List.of(Match.CONTENT), matches(told));
    assertEquals(72 * HOUR, value(lead(told)));
  }
}
