package pilothouse.metrics.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pilothouse.metrics.delivery.RulesTest.leftOut;
import static pilothouse.metrics.delivery.RulesTest.value;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pilothouse.Practice;
import pilothouse.evidence.History;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.facts.Push;
import pilothouse.metrics.Histories;
import pilothouse.metrics.Reading;
import pilothouse.metrics.delivery.Story.Course;
import pilothouse.metrics.delivery.Story.Match;

/** Which changes a deployment brought, and how each was matched with its change request. */
@Practice("F1")
class MatchingTest {
  private static final double HOUR = 3_600;

  static String id(History history, int commit) {
    return history.commits().id(commit);
  }

  /** Base and one more; what is deployed first. */
  static Histories base() {
    return new Histories().commit("2026-03-01", "ann").commit("2026-03-02", "ann");
  }

  private static Told deployed(History history, int first, int second) {
    return new Told()
        .in(history)
        .deploy("first", id(history, first), "2026-03-02T12:00")
        .deploy("second", id(history, second), "2026-03-10T12:00");
  }

  static List<Story.Change> brought(Told told) {
    return told.metrics("2026-03-05", "2026-04-01").deployments().getFirst().changes();
  }

  static List<Match> matches(Told told) {
    return brought(told).stream().map(Story.Change::match).toList();
  }

  static Reading lead(Told told) {
    return told.read("change-lead-time", "2026-03-05", "2026-04-01");
  }

  @Test
  @DisplayName("devlake#5909: a squash stands for its request's own commits, by merge revision")
  void aSquashStandsForItsOwnCommits() {
    History history = base().commit("2026-03-10T10:00:00Z", "ann").build();
    Told told =
        deployed(history, 1, 2)
            .branch(
                7,
                "work",
                id(history, 2),
                "2026-03-09",
                "2026-03-10T10:00",
                "2026-03-08T12:00",
                "2026-03-09T12:00",
                "2026-03-10T09:00");
    Reading reading = lead(told);
    assertEquals(3, reading.n());
    assertEquals(24 * HOUR, value(reading));
    assertEquals(
        List.of(Match.MERGE_REVISION, Match.MERGE_REVISION, Match.MERGE_REVISION), matches(told));
    assertTrue(reading.receipt().says().contains("its merge commit: 3"), reading.receipt().says());
    assertEquals("#7", reading.receipt().row().apply(0).get(4).text());
  }

  @Test
  @DisplayName("fourkeys#410: a squash whose merge revision nobody told is matched by its number")
  void aSquashIsMatchedByItsNumber() {
    for (String subject :
        List.of(
            "Add a cart (#7)",
            "Merge pull request #7 from acme/work",
            "Add a cart !7",
            "Cart (!7)")) {
      History history = base().commit("2026-03-10T10:00:00Z", "ann").saying(subject).build();
      Told told =
          deployed(history, 1, 2)
              .branch(7, "work", null, "2026-03-09", "2026-03-10T10:00", "2026-03-09T12:00");
      assertEquals(List.of(Match.NUMBER), matches(told), subject);
      assertEquals(24 * HOUR, value(lead(told)), subject);
    }
  }

  @Test
  @DisplayName("a number that is an issue's, or part of a quoted subject, matches nothing")
  void anIssuesNumberMatchesNothing() {
    for (String subject : List.of("Fix #7", "Revert \"Add a cart (#7)\"", "Close #7 at last")) {
      History history = base().commit("2026-03-10T10:00:00Z", "ann").saying(subject).build();
      Told told =
          deployed(history, 1, 2)
              .branch(7, "work", null, "2026-03-09", "2026-03-10T10:00", "2026-03-09T12:00");
      assertEquals(List.of(Match.NONE), matches(told), subject);
      assertEquals(2 * HOUR, value(lead(told)), subject);
      assertEquals(1, leftOut(lead(told), "no change request matches"), subject);
    }
  }

  @Test
  @DisplayName("devlake#5909: rebased commits are matched by the author times that they keep")
  void rebasedCommitsKeepTheirAuthorTimes() {
    History history =
        base()
            .commit("2026-03-08T12:00:00Z", "2026-03-10T10:00:00Z", "ann", new int[] {1})
            .commit("2026-03-09T12:00:00Z", "2026-03-10T10:00:00Z", "ann", new int[] {2})
            .build();
    Told told =
        deployed(history, 1, 3)
            .branch(
                7,
                "work",
                id(history, 3),
                "2026-03-09",
                "2026-03-10T10:00",
                "2026-03-08T12:00",
                "2026-03-09T12:00");
    assertEquals(List.of(Match.AUTHOR_TIME, Match.MERGE_REVISION), matches(told));
    assertEquals(2, lead(told).n());
    assertEquals(36 * HOUR, value(lead(told)));
  }

  @Test
  @DisplayName("a merge carries no change of its own; what it brought belongs to its request")
  void aMergeBringsItsBranch() {
    History history =
        base()
            .commit("2026-03-08T12:00:00Z", "2026-03-08T12:00:00Z", "bob", new int[] {1})
            .commit("2026-03-09T12:00:00Z", "2026-03-09T12:00:00Z", "bob", new int[] {2})
            .commit("2026-03-10T10:00:00Z", "2026-03-10T10:00:00Z", "ann", new int[] {1, 3})
            .build();
    Told told =
        deployed(history, 1, 4).branch(7, "work", id(history, 4), "2026-03-09", "2026-03-10T10:00");
    assertEquals(List.of(Match.MERGE_REVISION, Match.MERGE_REVISION), matches(told));
    assertEquals(
        List.of(id(history, 2), id(history, 3)),
        brought(told).stream().map(Story.Change::revision).toList());
    assertEquals(36 * HOUR, value(lead(told)));
    assertEquals(0, leftOut(lead(told), "squash"));
  }

  @Test
  @DisplayName("a squash of whose commits nobody told counts by its own time, and is counted")
  void aSquashWithoutCommitsIsToldApart() {
    History history = base().commit("2026-03-10T10:00:00Z", "ann").build();
    Told told =
        deployed(history, 1, 2).branch(7, "work", id(history, 2), "2026-03-09", "2026-03-10T10:00");
    assertEquals(2 * HOUR, value(lead(told)));
    assertEquals(1, leftOut(lead(told), "by the time of their squash"));
  }

  @Test
  @DisplayName("the commits of a squash are found in the pushes to its branch")
  void pushesTellTheCommitsOfASquash() {
    History history = base().commit("2026-03-10T10:00:00Z", "ann").build();
    Told told = deployed(history, 1, 2);
    var one = new CommitRef("aaa1", Told.at("2026-03-08T12:00"));
    var two = new CommitRef("aaa2", Told.at("2026-03-09T12:00"));
    told.tell(push("work", null, "aaa1", one)).tell(push("work", "aaa1", "aaa2", two));
    told.tell(push("work", "aaa0", "bbb9", new CommitRef("bbb9", Told.at("2026-01-01"))));
    told.branch(7, "work", id(history, 2), "2026-03-09", "2026-03-10T10:00");
    var request = told.changes().getFirst();
    told.tell(
        new pilothouse.evidence.facts.ChangeRequest(
            request.key(),
            request.saidAt(),
            null,
            7,
            null,
            null,
            null,
            null,
            "aaa2",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null));
    assertEquals(2, lead(told).n());
    assertEquals(36 * HOUR, value(lead(told)));
  }

  private static Push push(
      String branch, @Nullable String before, String after, CommitRef... commits) {
    return new Push(
        "github.com/acme/checkout#push/" + branch + "/" + after,
        Told.at("2026-03-09"),
        "acme/checkout",
        branch,
        branch.equals("main"),
        before,
        after,
        Objects.requireNonNull(commits[0].authoredAt()),
        List.of(commits));
  }

  @Test
  @DisplayName("a short revision is resolved where only one commit begins so")
  void shortRevisionsAreResolved() {
    History history = base().commit("2026-03-10T10:00:00Z", "ann").build();
    Told told =
        new Told()
            .in(history)
            .deploy("first", id(history, 1).substring(0, 8), "2026-03-02T12:00")
            .deploy("second", id(history, 2).substring(0, 7), "2026-03-10T12:00");
    assertEquals(2 * HOUR, value(lead(told)));
    Told tooShort =
        new Told()
            .in(history)
            .deploy("first", id(history, 1), "2026-03-02T12:00")
            .deploy("second", "0002", "2026-03-10T12:00");
    assertNull(lead(tooShort).value());
    assertEquals(1, leftOut(lead(tooShort), "neither the history nor"));
  }

  @Test
  @DisplayName("a tag that was deployed means its commit")
  void aTagMeansItsCommit() {
    History history =
        base()
            .tag("v1.0", "2026-03-02")
            .commit("2026-03-10T10:00:00Z", "ann")
            .tag("v1.1", "2026-03-10")
            .build();
    Told told =
        new Told()
            .in(history)
            .deploy("first", "v1.0", "2026-03-02T12:00")
            .deploy(
                "second",
                null,
                "2026-03-10T12:00",
                "production",
                Outcome.SUCCESS,
                null,
                "refs/tags/v1.1");
    assertEquals(2 * HOUR, value(lead(told)));
  }

  @Test
  @DisplayName("in a monorepo only what touches the service's folder counts")
  void onlyTheFolderCounts() {
    History history =
        new Histories()
            .commit("2026-03-01", "ann", "+checkout/a.java 1/0", "+web/b.js 1/0")
            .commit("2026-03-02", "ann", "~checkout/a.java 1/0")
            .commit("2026-03-08T12:00:00Z", "ann", "~web/b.js 1/1")
            .commit("2026-03-09T12:00:00Z", "ann", "~checkout/a.java 1/1")
            .build();
    Told told = deployed(history, 1, 3);
    assertEquals(2, lead(told).n());
    told.folder("checkout");
    assertEquals(1, lead(told).n());
    assertEquals(24 * HOUR, value(lead(told)));
  }

  @Test
  @DisplayName("a change dated after its deployment goes into the ledger, by its id")
  void negativeSpansAreLeftOut() {
    History history =
        base().commit("2027-01-01", "ann").commit("2026-03-10T10:00:00Z", "ann").build();
    Told told = deployed(history, 1, 3);
    assertEquals(1, lead(told).n());
    assertEquals(2 * HOUR, value(lead(told)));
    assertEquals(
        1,
        leftOut(
            lead(told),
            "a clock was wrong or a date rewritten: " + id(history, 2).substring(0, 10)));
  }

  @Test
  @DisplayName(
      "a deployment of a commit that the history does not hold tells nothing, nor the next")
  void unknownCommitsTellNothing() {
    History history =
        base().commit("2026-03-08", "ann").commit("2026-03-10T10:00:00Z", "ann").build();
    Told told = deployed(history, 1, 2);
    told.deploy("gone", "feedfacefeedface", "2026-03-11T12:00");
    told.deploy("after", id(history, 3), "2026-03-12T12:00");
    Reading reading = lead(told);
    assertEquals(1, reading.n());
    assertEquals(1, leftOut(reading, "neither the history nor"));
    assertEquals(1, leftOut(reading, "after one whose revision is not known"));
  }

  @Test
  @DisplayName("a revision that shares no history with the one before does not swallow years")
  void unrelatedHistoriesAreLeftOut() {
    History history =
        base()
            .commit("2020-01-01", "2020-01-01", "ann", new int[0])
            .commit("2026-03-09", "ann")
            .build();
    Told told = deployed(history, 1, 3);
    assertNull(lead(told).value());
    assertEquals(1, leftOut(lead(told), "share no history"));
    assertEquals(
        Course.UNKNOWN, told.metrics("2026-03-05", "2026-04-01").deployments().getFirst().course());
  }

  @Test
  @DisplayName(
      "without a history a revision means the change called so, else the one that holds it")
  void aRevisionMeansTheChangeCalledSoElseTheOneThatHoldsIt() {
    Told told =
        new Told()
            .change(1, "2026-03-01", "2026-03-01T10:00", "2026-03-01T08:00")
            .change(2, "2026-03-01", "2026-03-08T10:00", "2026-03-08T08:00", "2026-03-08T09:00")
            .change(3, "2026-03-01", "2026-03-09T10:00", "2026-03-09T08:00")
            .deploy("first", "m1", "2026-03-02T12:00")
            .deploy("second", "c3.0", "2026-03-09T12:00");
    assertEquals(3, lead(told).n());
    told.branch(4, "work", "c2.0", "2026-03-01", "2026-03-11T10:00", "2026-03-11T08:00")
        .deploy("third", "c2.0", "2026-03-11T12:00");
    assertEquals(4, lead(told).n());
  }

  @Test
  @DisplayName("without a history the order of merges stands for it, and the receipt says so")
  void withoutAHistoryTheOrderOfMergesCounts() {
    Told told =
        new Told()
            .change(1, "2026-03-01", "2026-03-01T10:00", "2026-03-01T08:00")
            .change(2, "2026-03-01", "2026-03-08T10:00", "2026-03-08T08:00", "2026-03-08T09:00")
            .change(3, "2026-03-01", "2026-03-09T10:00", "2026-03-09T08:00")
            .change(4, "2026-03-01", "2026-03-11T10:00", "2026-03-11T08:00")
            .deploy("first", "m1", "2026-03-02T12:00")
            .deploy("second", "m3", "2026-03-09T12:00");
    Reading reading = lead(told);
    assertEquals(3, reading.n());
    assertEquals(27 * HOUR, value(reading));
    assertTrue(reading.receipt().says().contains("an approximation"), reading.receipt().says());
    assertEquals(1, leftOut(reading, "that no deployment of it brought"));
    assertEquals(List.of(Match.ORDER, Match.ORDER, Match.ORDER), matches(told));
  }

  @Test
  @DisplayName("without a history a direct push counts as the changes that it is")
  void directPushesCount() {
    Told told =
        new Told()
            .change(1, "2026-03-01", "2026-03-01T10:00", "2026-03-01T08:00")
            .tell(
                push(
                    "main",
                    "m1",
                    "fade5eed1",
                    new CommitRef("fade5eed1", Told.at("2026-03-08T12:00"))))
            .deploy("first", "m1", "2026-03-02T12:00")
            .deploy("second", "fade5ee", "2026-03-09T12:00");
    assertEquals(1, lead(told).n());
    assertEquals(24 * HOUR, value(lead(told)));
    assertEquals(List.of(Match.NONE), matches(told));
  }

  @Test
  @DisplayName("two environments that people use each have their own chain")
  void eachEnvironmentHasItsOwnChain() {
    History history = base().commit("2026-03-10T10:00:00Z", "ann").build();
    Told told = new Told().in(history);
    for (String place : List.of("production-eu", "production-us")) {
      told.deploy(
          "1" + place, id(history, 1), "2026-03-02T12:00", place, Outcome.SUCCESS, null, null);
      told.deploy(
          "2" + place, id(history, 2), "2026-03-10T12:00", place, Outcome.SUCCESS, null, null);
    }
    assertEquals(2, lead(told).n());
  }

  @Test
  @DisplayName("deploying the same revision again brings nothing new")
  void theSameRevisionBringsNothing() {
    History history = base().commit("2026-03-10T10:00:00Z", "ann").build();
    Told told = deployed(history, 1, 2).deploy("again", id(history, 2), "2026-03-20T12:00");
    assertEquals(1, lead(told).n());
    assertEquals(1, leftOut(lead(told), "revision that ran already"));
  }

  @Test
  @DisplayName("a failed deployment brings nothing; its changes come with the next success")
  void aFailedDeploymentBringsNothing() {
    History history =
        base().commit("2026-03-08T12:00:00Z", "ann").commit("2026-03-10T10:00:00Z", "ann").build();
    Told told =
        new Told()
            .in(history)
            .deploy("first", id(history, 1), "2026-03-02T12:00")
            .failing("bad", id(history, 2), "2026-03-09T12:00")
            .deploy("good", id(history, 3), "2026-03-10T12:00");
    assertEquals(2, lead(told).n());
    assertEquals(25 * HOUR, value(lead(told)));
    assertEquals(1, leftOut(lead(told), "failed deployments"));
  }
}
