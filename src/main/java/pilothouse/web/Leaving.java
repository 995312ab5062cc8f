package pilothouse.web;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.Graceful;
import org.jspecify.annotations.Nullable;

/**
 * Every request passes here. It gets its id, and while the server stops, all that came in are still
 * answered: Jetty's own handler would refuse those on connections that stay open, although their
 * senders have done nothing wrong.
 */
final class Leaving extends Handler.Wrapper implements Graceful {
  private static final String ATTRIBUTE = Exchange.class.getName();

  private final AtomicLong underWay = new AtomicLong();
  private final Farewell farewell = new Farewell();
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

  /** Lets each answer say from now on that it is the last one; see {@link Farewell#say}. */
  void announce(Duration time) {
    farewell.say(time);
  }

  /** How many requests are being answered. */
  long underWay() {
    return underWay.get();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Exchange exchange = Exchange.begin();
    request.setAttribute(ATTRIBUTE, exchange);
    response.getHeaders().put(Exchange.HEADER, exchange.id());
    underWay.incrementAndGet();
    request.addHttpStreamWrapper(farewell::on);
    Request.addCompletionListener(request, _ -> over());
    Exchange.enter(exchange);
    try {
      return super.handle(request, response, callback);
    } finally {
      Exchange.enter(null);
    }
  }

  private void over() {
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
