package pilothouse.web;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.Graceful;
import org.jspecify.annotations.Nullable;

/**
 * Every request passes here. It gets its id, and while the server stops, all that came in are still
 * answered: Jetty's own handler would refuse those on connections that stay open, although their
 * senders have done nothing wrong. And each answer says that it is the last one before the
 * connector stops, which would else end connections behind answers that promised more.
 */
final class Leaving extends Handler.Wrapper implements Graceful {
  private static final String ATTRIBUTE = Exchange.class.getName();

  private final AtomicLong underWay = new AtomicLong();
  private final AtomicLong unaware = new AtomicLong();
  private final CountDownLatch told = new CountDownLatch(1);
  private volatile boolean isLeaving;
  private final Shutdown shutdown =
      new Shutdown(this) {
        @Override
        public boolean isShutdownDone() {
          return underWay.get() == 0;
        }
      };

  static @Nullable Exchange exchange(Request request) {
    return request.getAttribute(ATTRIBUTE) instanceof Exchange exchange ? exchange : null;
  }

  /** Says which route answers the request of this thread. */
  static void found(String pattern) {
    Exchange exchange = Exchange.current();
    if (exchange != null) {
      exchange.found(pattern);
    }
  }

  /** How many requests are being answered. */
  long underWay() {
    return underWay.get();
  }

  /**
   * From now on, each answer says that its connection closes; returns once no answer that does not
   * say so is under way any more, or when the time is over.
   */
  void announce(Duration time) {
    isLeaving = true;
    checkTold();
    try {
      boolean _ = told.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void checkTold() {
    if (isLeaving && unaware.get() == 0) {
      told.countDown();
    }
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Exchange exchange = Exchange.begin();
    request.setAttribute(ATTRIBUTE, exchange);
    response.getHeaders().put(Exchange.HEADER, exchange.id());
    underWay.incrementAndGet();
    unaware.incrementAndGet(); // before it is asked, so that none slips through between the two
    boolean isLast = isLeaving;
    if (isLast) {
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
      aware();
    }
    Request.addCompletionListener(request, _ -> over(isLast));
    Exchange.enter(exchange);
    try {
      return super.handle(request, response, callback);
    } finally {
      Exchange.enter(null);
    }
  }

  private void aware() {
    unaware.decrementAndGet();
    checkTold();
  }

  private void over(boolean wasLast) {
    if (!wasLast) {
      aware();
    }
    underWay.decrementAndGet();
    shutdown.check();
  }

  @Override
  public CompletableFuture<Void> shutdown() {
    return shutdown.shutdown();
  }

  @Override
  public boolean isShutdown() {
    return shutdown.isShutdown();
  }
}
