package pilothouse.evidence.work;

import java.time.Instant;
import java.util.List;
import pilothouse.evidence.facts.Services;

/** The work that was finished: issues closed as done, and changes that were merged. */
public final class Works {
  private final Services services;
  private final Shelf shelf;

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
    return Finishing.of(shelf.now(), from, until);
  }

  /** How many work items sources told of, finished or not. */
  public int told() {
    return (int) shelf.now().items().stream().filter(held -> held.thing().isTold()).count();
  }
}
