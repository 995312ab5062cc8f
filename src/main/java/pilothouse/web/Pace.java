package pilothouse.web;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Ends requests whose bodies come in too slowly. Only the time that was spent waiting for the
 * sender counts, and only once it is more than some patience: Jetty's own handler judges from the
 * first bytes on, and so ends an honest sender whose second packet is late.
 */
final class Pace extends Handler.Wrapper {
  private static final long SECOND = 1_000_000_000;
  private final long slowest;
  private final Duration patience;

  /**
   * So slow and no slower.
   *
   * @param slowest bytes in a second, on the average
   * @param patience how long is waited before that is asked
   */
  Pace(long slowest, Duration patience) {
    this.slowest = slowest;
    this.patience = patience;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    return super.handle(new Paced(request), response, callback);
  }

  /** A request whose body is measured; Jetty asks for its pieces one after the other. */
  private final class Paced extends Request.Wrapper {
    private long bytes;
    private long waited;
    private long asked;
    private boolean isWaiting;
    private Content.@Nullable Chunk late;

    Paced(Request request) {
      super(request);
    }

    @Override
    public Content.@Nullable Chunk read() {
      if (late != null) {
        return late;
      }
      if (isWaiting) {
        waited += System.nanoTime() - asked;
        isWaiting = false;
      }
      Content.Chunk chunk = super.read();
      if (chunk != null) {
        bytes += chunk.remaining();
      }
      return chunk;
    }

    @Override
    public void demand(Runnable arrived) {
      if (isTooSlow()) {
        late = Content.Chunk.from(new TimeoutException("too slow"));
        arrived.run();
        return;
      }
      asked = System.nanoTime();
      isWaiting = true;
      super.demand(arrived);
    }

    private boolean isTooSlow() {
      return waited > patience.toNanos() && bytes < waited / (double) SECOND * slowest;
    }
  }
}
