package pilothouse.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One does the work for all; of one that is gone another takes it over. */
class LeasesTest {
  @TempDir Path folder;

  private static Leases of(Storage storage, String holder) {
    return new Leases(storage, Duration.ofMinutes(1), holder);
  }

  /** As if so much time had gone by for the database. */
  private static void pass(Storage storage, Duration time) {
    storage.write(rows -> {
      for (Leases.Lease lease : new Leases(storage).all()) {
        rows.execute(
            "update lease set until = ? where name = ?",
            Instants.text(lease.until().minus(time)),
            lease.name());
      }
      return true;
    });
  }

  @ParameterizedTest
  @EnumSource
  void whoHasItKeepsItUntilItIsGivenBackOrRunsOut(Databases kind) {
    try (Storage storage = Storage.open(kind.create(folder))) {
      Leases one = of(storage, "one");
      Leases other = of(storage, "other");
      assertTrue(one.take("work"));
      assertTrue(one.take("work"));
      assertFalse(other.take("work"));
      assertTrue(other.take("other work"));
      pass(storage, Duration.ofSeconds(40));
      assertTrue(one.take("work"));
      pass(storage, Duration.ofSeconds(40));
      assertFalse(other.take("work"), "it was renewed");
      pass(storage, Duration.ofSeconds(61));
      assertTrue(other.take("work"), "it ran out");
      assertFalse(one.take("work"));
      one.give("work");
      assertFalse(one.take("work"), "only who has it gives it back");
      other.give("work");
      assertTrue(one.take("work"));
      assertEquals(
          List.of("other work", "work"), one.all().stream().map(Leases.Lease::name).toList());
    }
  }

  /** Each with a connection of its own, as processes are. */
  @ParameterizedTest
  @EnumSource
  void ofManyAtOnceOneGetsIt(Databases kind) throws Exception {
    String where = kind.create(folder);
    Storage.open(where).close();
    try (var pool = Executors.newFixedThreadPool(8)) {
      List<Callable<Boolean>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String holder = "holder " + i;
        all.add(() -> {
          try (Storage storage = Storage.open(where)) {
            return of(storage, holder).take("work");
          }
        });
      }
      int taken = 0;
      for (var done : pool.invokeAll(all)) {
        taken += done.get() ? 1 : 0;
      }
      assertEquals(1, taken);
    }
  }

  @ParameterizedTest
  @EnumSource
  void workIsDoneOnceAndWhatFailsIsLeftToOthersLater(Databases kind) throws Exception {
    try (Storage storage = Storage.open(kind.create(folder))) {
      Leases one = of(storage, "one");
      Leases other = of(storage, "other");
      List<String> done = new ArrayList<>();
      assertTrue(
          one.hold(
              "work",
              alive -> {
                done.add("one");
                assertTrue(alive.holds());
                assertFalse(other.hold("work", _ -> done.add("other")));
              }));
      assertEquals(List.of("one"), done);
      assertThrows(
          IllegalStateException.class,
          () ->
              one.hold(
                  "work",
                  _ -> {
                    throw new IllegalStateException("halfway");
                  }));
      assertFalse(other.take("work"), "nobody rushes into what has just failed");
      pass(storage, Duration.ofMinutes(2));
      assertTrue(other.hold("work", _ -> done.add("other")));
      assertEquals(List.of("one", "other"), done);
    }
  }

  @Test
  void onAFileNobodyWaitsForOneThatWasKilled() {
    String here = ManagementFactory.getRuntimeMXBean().getName();
    String machine = here.substring(here.indexOf('@'));
    try (Storage storage = Storage.open(Databases.SQLITE.create(folder));
        Leases next = new Leases(storage)) {
      assertTrue(of(storage, "999999999" + machine + " killed").take("work"));
      assertTrue(of(storage, here + " alive").take("other work"));
      next.enlist("1");
      assertTrue(next.take("work"));
      assertFalse(next.take("other work"));
      assertEquals(1, next.processes().all().size());
    }
  }
}
