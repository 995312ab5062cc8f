package pilothouse.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections that take too long to say what they want. Jetty's own time begins anew with
 * every byte, so that whoever sends one now and then could stay for ever; here it is for all the
 * headers of a request, and for the agreement on TLS before them.
 */
final class Hurry extends AbstractLifeCycle implements Connection.Listener {
  private static final long LOOKS = 4;
  private static final long NONE = -1;
  private final Server server;
  private final Duration patience;
  private final Map<HttpConnection, Since> open = new ConcurrentHashMap<>();
  private volatile Scheduler.@Nullable Task next;
  private volatile @Nullable Duration linger;

  /** Since when a connection is within the headers of the request of that number. */
  private record Since(long request, long nanoseconds) {}

  Hurry(Server server, Duration patience) {
    this.server = server;
    this.patience = patience;
  }

  /**
   * The server leaves: connections on which nothing is under way get this long. Jetty's own limit
   * for that time would also cut answers that somebody reads slowly.
   */
  void part(Duration time) {
    linger = time;
    open.keySet().forEach(connection -> part(connection, time));
  }

  private static void part(HttpConnection connection, Duration time) {
    boolean isIdle =
        connection.getParser().isState(HttpParser.State.START)
            && connection.getMessagesIn() == connection.getMessagesOut();
    if (isIdle) {
      connection.getEndPoint().setIdleTimeout(time.toMillis());
    }
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof HttpConnection http) {
      open.put(http, new Since(0, System.nanoTime()));
    }
  }

  @Override
  public void onClosed(Connection connection) {
    if (connection instanceof HttpConnection http) {
      open.remove(http);
    }
  }

  @Override
  protected void doStart() {
    plan();
  }

  @Override
  protected void doStop() {
    Scheduler.Task task = next;
    if (task != null) {
      task.cancel();
    }
    open.clear();
  }

  private void plan() {
    next =
        server
            .getScheduler()
            .schedule(this::look, patience.toMillis() / LOOKS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    long now = System.nanoTime();
    open.forEach((connection, since) -> look(connection, since, now));
    Duration time = linger;
    if (time != null) {
      part(time);
    }
    if (isRunning()) {
      plan();
    }
  }

  private void look(HttpConnection connection, Since since, long now) {
    HttpParser parser = connection.getParser();
    long request = connection.getMessagesIn();
    boolean begun = !parser.isState(HttpParser.State.START) && !isPast(parser);
    // The first request is waited for as well, and TLS before it.
    if (!begun && (request > 0 || isPast(parser))) {
      open.computeIfPresent(connection, (_, _) -> new Since(NONE, now));
    } else if (since.request() != request) {
      open.computeIfPresent(connection, (_, _) -> new Since(request, now));
    } else if (now - since.nanoseconds() >= patience.toNanos()) {
      connection.getEndPoint().close();
    }
  }

  /** Whether the headers are all there. */
  private static boolean isPast(HttpParser parser) {
    return parser.getState().compareTo(HttpParser.State.CONTENT) >= 0;
  }
}
