package pilothouse.systems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pilothouse.storage.Databases;
import pilothouse.storage.Said;
import pilothouse.storage.Storage;
import pilothouse.web.Refused;

/** Two who change the same at the same moment, each with connections of its own. */
class AtOnceTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-02T09:00:00Z"));
  private static final LocalDate DAY = LocalDate.parse("2026-11-02");
  private static final int ROUNDS = 10;
  private static final Said SAID = Said.by("local", "Ada Lind", "");
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void whatIsRegisteredTwiceAtOnceIsThereOnce(Databases kind) throws Exception {
    String where = kind.create(folder);
    both(where, (systems, round, _) -> systems.register("/srv/git/quay-" + round, "test"));
    try (Storage storage = Storage.open(where)) {
      assertEquals(ROUNDS, new Systems(storage, CLOCK).all().size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void twoWhoChangeOneSystemBothDo(Databases kind) throws Exception {
    String where = kind.create(folder);
    both(
        where,
        (systems, round, one) ->
            systems.catalogue().declare(draft("crane", "Crane " + round + "." + one), SAID));
  }

  @ParameterizedTest
  @EnumSource
  void twoWhoWouldMakeACircleMakeNone(Databases kind) throws Exception {
    String where = kind.create(folder);
    List<Boolean> done =
        both(
            where,
            (systems, round, one) -> {
              systems.catalogue().declare(draft("a" + round, "A"), SAID);
              systems.catalogue().declare(draft("b" + round, "B"), SAID);
              String from = (one == 0 ? "a" : "b") + round;
              String to = (one == 0 ? "b" : "a") + round;
              systems.catalogue().edges().add(Edge.Kind.NEEDS, from, to, DAY, null, SAID);
            });
    assertEquals(ROUNDS, done.stream().filter(Boolean::booleanValue).count());
  }

  private static SystemDraft draft(String name, String title) {
    return new SystemDraft(name, Map.of("title", title));
  }

  /** Something that one of two does, at the same moment as the other. */
  private interface Deed {
    void by(Systems systems, int round, int one);
  }

  /** Whether each was done; a circle is refused. */
  private static List<Boolean> both(String where, Deed deed) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      List<Callable<List<Boolean>>> all = new ArrayList<>();
      for (int one = 0; one < 2; one++) {
        int which = one;
        all.add(() -> {
          List<Boolean> done = new ArrayList<>();
          try (Storage storage = Storage.open(where)) {
            Systems systems = new Systems(storage, CLOCK);
            for (int round = 0; round < ROUNDS; round++) {
              start.await();
              done.add(isDone(deed, systems, round, which));
            }
          }
          return done;
        });
      }
      List<Boolean> done = new ArrayList<>();
      for (Future<List<Boolean>> each : pool.invokeAll(all)) {
        done.addAll(each.get());
      }
      return done;
    }
  }

  private static boolean isDone(Deed deed, Systems systems, int round, int one) {
    try {
      deed.by(systems, round, one);
      return true;
    } catch (Refused circle) {
      return false;
    }
  }
}
