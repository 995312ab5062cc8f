package pilothouse.web;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpStream;

/**
 * Says on each answer that its connection closes, from when the server leaves. Jetty's connector
 * says so, too, from when it stops; but an answer whose headers were written just before would have
 * promised to go on, and its connection would end behind it, although the next request may be on
 * its way. So the connector stops only when no answer that promises so is being written any more.
 */
final class Farewell {
  /** How often a request may wait for a thread: to be read, and to be answered. */
  private static final int TURNS = 3;

  private final AtomicLong promising = new AtomicLong();
  private final CountDownLatch told = new CountDownLatch(1);
  private volatile boolean isLeaving;

  /**
   * Returns once no answer that promises to go on is being written, and what had come in by then
   * has begun to be answered, or when the time is over. A busy server has requests that wait for a
   * thread; whoever asks for one now waits behind them.
   */
  void say(Duration time) {
    isLeaving = true;
    check();
    long end = System.nanoTime() + time.toNanos();
    try {
      boolean _ = told.await(time.toMillis(), TimeUnit.MILLISECONDS);
      for (int turn = 0; turn < TURNS; turn++) {
        Thread behind = Thread.ofVirtual().start(() -> {});
        behind.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void check() {
    if (isLeaving && promising.get() == 0) {
      told.countDown();
    }
  }

  /** The way that one answer goes. */
  HttpStream on(HttpStream stream) {
    return new Answering(stream);
  }

  /** One answer; its headers are written once, and its end is told by one thread. */
  private final class Answering extends HttpStream.Wrapper {
    private boolean promises;

    Answering(HttpStream stream) {
      super(stream);
    }

    @Override
    public void prepareResponse(HttpFields.Mutable headers) {
      promising.incrementAndGet(); // before it is asked, so that none slips through between the two
      promises = true;
      if (isLeaving) {
        headers.put(HttpHeader.CONNECTION, "close");
        over();
      }
      super.prepareResponse(headers);
    }

    @Override
    public void succeeded() {
      over();
      super.succeeded();
    }

    @Override
    public void failed(Throwable why) {
      over();
      super.failed(why);
    }

    private void over() {
      if (promises) {
        promises = false;
        promising.decrementAndGet();
        check();
      }
    }
  }
}
