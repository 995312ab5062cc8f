package pilothouse.git;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs the same work on several threads and waits for all of them. */
final class Crew {
  private Crew() {}

  /** Runs the work on so many threads; the first failure is thrown when all have ended. */
  static void run(int workers, Runnable work) {
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    Runnable guarded =
        () -> {
          try {
            work.run();
          } catch (RuntimeException | Error broken) {
            failure.compareAndSet(null, broken);
          }
        };
    List<Thread> others = new ArrayList<>();
    for (int i = 1; i < workers; i++) {
      others.add(Thread.ofPlatform().daemon().name("git-" + i).start(guarded));
    }
    guarded.run();
    for (Thread thread : others) {
      join(thread);
    }
    Throwable broken = failure.get();
    if (broken instanceof RuntimeException trouble) {
      throw trouble;
    }
    if (broken instanceof Error error) {
      throw error;
    }
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
