package pilothouse.web;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import pilothouse.text.Texts;

/** Where requests wait while the program opens what it keeps. */
final class Doorstep {
  private final CompletableFuture<?> opened;
  private final Duration patience;

  Doorstep(CompletableFuture<?> opened, Duration patience) {
    this.opened = opened;
    this.patience = patience;
  }

  /**
   * Returns when the program is open.
   *
   * @throws Refused when it takes longer than a browser should wait
   */
  void await() {
    try {
      opened.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      throw Refused.later(
          Texts.say("web.doorstep.pilothouse-is-still-opening"),
          Texts.say("web.doorstep.reload-the-page-in"));
    } catch (ExecutionException e) {
      throw new IllegalStateException("the data could not be opened", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refused.later(
          Texts.say("web.doorstep.pilothouse-is-stopping"),
          Texts.say("web.doorstep.start-it-again-with"));
    }
  }
}
