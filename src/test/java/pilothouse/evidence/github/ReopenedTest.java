package pilothouse.evidence.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static pilothouse.evidence.github.Events.HOME;
import static pilothouse.evidence.github.Events.event;
import static pilothouse.evidence.github.Events.pull;
import static pilothouse.evidence.github.Events.said;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Facts;
import pilothouse.evidence.facts.Merging;
import pilothouse.storage.Databases;
import pilothouse.storage.Storage;

/** A change that was closed and opened again has no end until it ends again. */
class ReopenedTest {
  private static final String KEY = HOME + "#change/12";
  private static final String OPENED = at("opened", "2026-04-27T08:00:00Z", Events.OPEN);
  private static final String GIVEN_UP = closed("2026-04-27T10:00:00Z");
  private static final String AGAIN = at("reopened", "2026-04-27T11:00:00Z", Events.OPEN);
  private static final String MERGED = at("closed", "2026-04-29T10:00:00Z", Events.MERGED);

  @TempDir private Path folder;

  private static String at(String action, String time, String members) {
    return event(action, pull(time, members));
  }

  private static String closed(String time) {
    return at(
        "closed",
        time,
        "\"state\": \"closed\", \"draft\": false, \"merged_at\": null, \"closed_at\": \"%s\""
            .formatted(time));
  }

  private static ChangeRequest known(String... events) {
    return assertInstanceOf(
        ChangeRequest.class,
        Merging.known(List.of(events), one -> said("pull_request").facts(one))
            .get("ChangeRequest " + KEY));
  }

  @Test
  void openedAgainItIsOpenInWhateverOrderItIsTold() {
    ChangeRequest change = known(OPENED, GIVEN_UP, AGAIN);
    assertNull(change.closedAt());
    assertEquals(true, change.open());
  }

  @Test
  void openedAgainAndMergedItEndedWithItsMerge() {
    ChangeRequest change = known(OPENED, GIVEN_UP, AGAIN, MERGED);
    assertEquals(Instant.parse("2026-04-29T10:00:00Z"), change.closedAt());
    assertEquals(change.closedAt(), change.mergedAt());
    assertEquals(false, change.open());
  }

  @Test
  void closedTwiceItEndedTheSecondTime() {
    ChangeRequest change = known(OPENED, GIVEN_UP, AGAIN, closed("2026-04-28T10:00:00Z"));
    assertEquals(Instant.parse("2026-04-28T10:00:00Z"), change.closedAt());
    assertEquals(false, change.open());
  }

  /** A server's clock may lag: nothing that was merged opens again. */
  @Test
  void whatWasMergedStaysMerged() {
    ChangeRequest change =
        known(OPENED, MERGED, at("labeled", "2026-04-29T10:00:05Z", Events.OPEN));
    assertEquals(Instant.parse("2026-04-29T10:00:00Z"), change.closedAt());
    assertEquals(false, change.open());
  }

  @ParameterizedTest
  @EnumSource
  void theStoreSaysTheSame(Databases database) {
    Random random = new Random(7);
    for (int order = 0; order < 4; order++) {
      try (Storage storage = Storage.open(database.create(folder.resolve("order" + order)))) {
        Facts facts = new Facts(storage, () -> Instant.parse("2026-05-01T12:00:00Z"));
        List<String> told = new ArrayList<>(List.of(OPENED, GIVEN_UP, AGAIN, GIVEN_UP, AGAIN));
        Collections.shuffle(told, random);
        told.forEach(one -> facts.add(pulls(one), "github"));
        assertNull(change(facts).closedAt(), told.toString());
        facts.add(pulls(MERGED), "github");
        facts.add(pulls(AGAIN), "github");
        assertEquals(Instant.parse("2026-04-29T10:00:00Z"), change(facts).closedAt());
      }
    }
  }

  private static List<Fact> pulls(String event) {
    return said("pull_request").facts(event);
  }

  private static ChangeRequest change(Facts facts) {
    ChangeRequest change = facts.known(ChangeRequest.class, KEY);
    assertNotNull(change);
    return change;
  }
}
