package pilothouse.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pilothouse.Village;

/** Jobs run once at a time under their name, and stop when the schedule closes. */
class ScheduleTest {
  private static final long LONG = 20_000;
  private final Schedule schedule = new Schedule(InstantSource.fixed(Village.NOW), 1);

  @Test
  void runsANameOnceAtATime() {
    var go = new CountDownLatch(1);
    Job first = schedule.start("a", go::await);
    assertSame(first, schedule.start("a", () -> {}));
    go.countDown();
    assertTrue(first.await(LONG));
    assertEquals(Job.State.DONE, first.state());
    assertEquals(Village.NOW, first.endedAt());
    assertNotSame(first, schedule.start("a", () -> {}));
    schedule.close();
  }

  @Test
  void keepsAFailure() {
    Job job =
        schedule.start(
            "bad",
            () -> {
              throw new IllegalStateException("why");
            });
    assertTrue(job.await(LONG));
    assertEquals(Job.State.FAILED, job.state());
    assertEquals("why", String.valueOf(job.failure()).replaceFirst(".*: ", ""));
    schedule.close();
  }

  @Test
  void closingCancelsWhatRunsAndWhatWaits() {
    var ran = new AtomicInteger();
    var begun = new CountDownLatch(1);
    Job running =
        schedule.start(
            "running",
            () -> {
              begun.countDown();
              new CountDownLatch(1).await();
            });
    assertTrue(await(begun));
    Job waiting = schedule.start("waiting", ran::incrementAndGet);
    schedule.close();
    assertEquals(Job.State.CANCELLED, running.state());
    assertEquals(Job.State.CANCELLED, waiting.state());
    assertEquals(0, ran.get());
    assertThrows(IllegalStateException.class, () -> schedule.start("late", () -> {}));
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(LONG, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }
}
