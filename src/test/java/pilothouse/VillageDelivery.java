package pilothouse;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Build;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.Measurement;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.facts.Review;

/**
 * How the {@link Village}'s systems reach their users, 40 weeks long: what its tools told.
 *
 * <p><b>booking</b> deploys on Tuesdays and Thursdays; from week 34 on its changes wait a week
 * longer for review. The deployment of week 20 failed and was rolled back after three hours; an
 * incident of week 30 has its cause named, one of week 36 has none named (a deployment an hour
 * before is suggested), one of week 39 is open. <b>tickets</b> deploys each Monday, nothing fails.
 * <b>web</b> was deployed to staging only. <b>docs</b> has changes and no deployment at all.
 */
final class VillageDelivery {
  private static final int WEEKS = 40;
  private static final Instant START = Village.NOW.minus(Duration.ofDays(7L * WEEKS));
  private static final List<String> PEOPLE = List.of("ada", "bo", "cem", "dora");
  private final List<Fact> facts = new ArrayList<>();
  private int turn;

  private VillageDelivery() {}

  /** All of it, in the order of time. */
  static List<Fact> facts() {
    VillageDelivery told = new VillageDelivery();
    told.booking();
    told.tickets();
    told.web();
    told.incidents();
    told.measured();
    return List.copyOf(told.facts);
  }

  private void booking() {
    for (int week = 0; week < WEEKS; week++) {
      Duration waits = Duration.ofHours(week >= 34 ? 180 : 6 + week * 5 % 17);
      for (int day : new int[] {1, 3}) {
        Instant at = at(week, day, 10);
        String revision = change("booking", at, waits);
        boolean fails = week == 20 && day == 1;
        deployment(
            "booking", "production", revision, at, fails ? Outcome.FAILURE : Outcome.SUCCESS);
      }
    }
  }

  private void tickets() {
    for (int week = 0; week < WEEKS; week++) {
      Instant at = at(week, 0, 14);
      String revision = change("tickets", at, Duration.ofHours(3 + week * 7 % 19));
      deployment("tickets", "production", revision, at, Outcome.SUCCESS);
    }
  }

  private void web() {
    for (int week = 0; week < WEEKS; week += 2) {
      Instant at = at(week, 2, 9);
      deployment("web", "staging", change("web", at, Duration.ofHours(8)), at, Outcome.SUCCESS);
      change("docs", at, Duration.ofHours(1));
    }
  }

  private void measured() {
    IntStream.range(28, WEEKS)
        .forEach(w ->
            measured("activation", "system:booking", at(w, 0, 0), 0.3 + w % 3 / 100.0, "share"));
    measured("monthly-revenue", "organisation", at(38, 0, 0), 1200, "EUR");
  }

  private void measured(String name, String scope, Instant at, double value, String unit) {
    facts.add(new Measurement(Measurement.key(name, scope, at), at, name, scope, at, value, unit));
  }

  private void incidents() {
    incident(1, "Bookings fail with a timeout", at(30, 1, 11), 90, key("booking", 61));
    incident(2, "Double bookings on Sundays", at(36, 1, 11), 200, null);
    incident(3, "Receipts are not sent", at(39, 3, 12), 0, null);
  }

  /** A change that was merged an hour before the instant; gives the merge's revision. */
  private String change(String system, Instant deployed, Duration waits) {
    turn++;
    Instant merged = deployed.minus(Duration.ofHours(1));
    Instant reviewed = merged.minus(Duration.ofHours(2 + turn % 3));
    Instant ready = reviewed.minus(waits);
    Instant written = ready.minus(Duration.ofHours(4 + turn * 3 % 11));
    String work = revision(2 * turn);
    String merge = revision(2 * turn + 1);
    String repository = "github.com/ferry/" + system;
    String key = repository + "#change/" + turn;
    facts.add(
        new ChangeRequest(
            key,
            merged,
            "ferry/" + system,
            turn,
            "Improve " + system + " (" + turn + ")",
            PEOPLE.get(turn % 4),
            "improve-" + turn,
            "main",
            work,
            merge,
            ready,
            ready,
            reviewed,
            merged,
            merged,
            null,
            false,
            40 + turn % 60,
            10 + turn % 20,
            2 + turn % 5,
            List.of(),
            List.of(new CommitRef(work, written), new CommitRef(merge, merged)),
            "https://github.com/ferry/" + system + "/pull/" + turn));
    facts.add(
        new Review(
            repository + "#review/" + turn,
            reviewed,
            key,
            PEOPLE.get((turn + 1) % 4),
            Review.State.APPROVED,
            reviewed));
    facts.add(
        new Build(
            repository + "#run/" + turn + "/1",
            merged,
            "ferry/" + system,
            merge,
            "main",
            "build",
            null,
            1,
            merged,
            merged.plus(Duration.ofMinutes(8 + turn % 9)),
            turn % 13 == 0 ? Outcome.FAILURE : Outcome.SUCCESS,
            null));
    return merge;
  }

  private void deployment(
      String system, String environment, String revision, Instant at, Outcome outcome) {
    facts.add(
        new Deployment(
            key(system, turn),
            at,
            system,
            "ferry/" + system,
            revision,
            "main",
            environment,
            null,
            at.minus(Duration.ofMinutes(6)),
            at,
            outcome,
            null,
            null));
  }

  private void incident(
      int number, String title, Instant at, int minutes, @Nullable String causedBy) {
    Instant end = minutes == 0 ? null : at.plus(Duration.ofMinutes(minutes));
    facts.add(
        new Incident(
            "own:" + number,
            end == null ? at : end,
            "booking",
            null,
            title,
            "sev2",
            at,
            end,
            end == null,
            causedBy,
            null));
  }

  private static String key(String system, int number) {
    return "github.com/ferry/" + system + "#deployment/" + number;
  }

  private static Instant at(int week, int day, int hour) {
    return START.plus(Duration.ofDays(7L * week + day)).plus(Duration.ofHours(hour - 9L));
  }

  private static String revision(int number) {
    return "%08x".formatted((number + 17) * 0x9e3779b1).repeat(5);
  }
}
