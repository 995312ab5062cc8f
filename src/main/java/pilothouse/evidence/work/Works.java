package pilothouse.evidence.work;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pilothouse.evidence.facts.Services;

/** The work that was finished: issues closed as done, and changes that were merged. */
public final class Works {
  /** Plans run in the same quarters, and the map looks at one of its own. */
  private static final int SPANS = 8;

  private final Services services;
  private final Shelf shelf;
  private final Map<Span, List<Work>> finished =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Span, List<Work>> eldest) {
          return size() > SPANS;
        }
      };
  private long version = -1;

  public Works(Services services) {
    this.services = services;
    this.shelf = new Shelf(services);
  }

  /** Rises with whatever may change what is told here. */
  public long version() {
    return services.version();
  }

  /**
   * What was finished from then to before then, the latest first. An issue and the changes that
   * were merged for it in that time are one piece of work.
   */
  public List<Work> finished(Instant from, Instant until) {
    Shelf.Now now = shelf.now();
    synchronized (finished) {
      if (now.version() != version) {
        finished.clear();
        version = now.version();
      }
      return finished.computeIfAbsent(
          new Span(from, until), span -> Finishing.of(now, span.from(), span.until()));
    }
  }

  /** From then to before then. */
  private record Span(Instant from, Instant until) {}

  /** How many work items sources told of, finished or not. */
  public int told() {
    return (int) shelf.now().items().stream().filter(held -> held.thing().isTold()).count();
  }
}
