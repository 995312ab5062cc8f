package pilothouse.web;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;

/**
 * Counts what was answered and how long it took, and tells the log of it. What a sender may choose
 * at will (the address, the method) is never a key here, so nobody can make it grow.
 */
final class Traffic implements RequestLog {
  private static final Logger LOG = System.getLogger(Traffic.class.getName());
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
  private static final long[] BOUNDS_MILLISECONDS = {
    5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 10_000
  };

  private final Map<Kind, Cell> cells = new ConcurrentHashMap<>();

  private record Kind(String method, String route, int family) {}

  /** How often, in which time, and how long altogether. */
  private static final class Cell {
    final LongAdder[] within = new LongAdder[BOUNDS_MILLISECONDS.length + 1];
    final LongAdder nanoseconds = new LongAdder();

    Cell() {
      for (int i = 0; i < within.length; i++) {
        within[i] = new LongAdder();
      }
    }

    void add(long took) {
      int i = 0;
      while (i < BOUNDS_MILLISECONDS.length && took > BOUNDS_MILLISECONDS[i] * 1_000_000) {
        i++;
      }
      within[i].increment();
      nanoseconds.add(took);
    }
  }

  @Override
  public void log(Request request, Response response) {
    long took = Math.max(0, System.nanoTime() - request.getHeadersNanoTime());
    String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
    Exchange exchange = Leaving.exchange(request);
    String route = exchange == null ? "" : exchange.route();
    int status = response.getStatus();
    cells.computeIfAbsent(new Kind(method, route, status / 100), _ -> new Cell()).add(took);
    if (LOG.isLoggable(Level.INFO)) {
      String id = exchange == null ? "" : exchange.id();
      LOG.log(Level.INFO, "{0}", new Served(id, method, route, status, took / 1_000_000));
    }
  }

  /** What was answered until now, in the order of methods, routes and statuses. */
  List<Answered> answered() {
    List<Answered> all = new ArrayList<>();
    cells.forEach((kind, cell) -> all.add(answered(kind, cell)));
    all.sort(
        Comparator.comparing(Answered::route)
            .thenComparing(Answered::method)
            .thenComparing(Answered::family));
    return all;
  }

  private static Answered answered(Kind kind, Cell cell) {
    List<Answered.Within> within = new ArrayList<>();
    long sum = 0;
    for (int i = 0; i < BOUNDS_MILLISECONDS.length; i++) {
      sum += cell.within[i].sum();
      within.add(new Answered.Within(BOUNDS_MILLISECONDS[i] / 1e3, sum));
    }
    sum += cell.within[BOUNDS_MILLISECONDS.length].sum();
    return new Answered(
        kind.method(),
        kind.route(),
        kind.family() + "xx",
        within,
        sum,
        cell.nanoseconds.sum() / 1e9);
  }
}
