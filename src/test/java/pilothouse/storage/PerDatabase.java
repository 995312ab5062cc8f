package pilothouse.storage;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a class that runs on both databases makes once on each: {@code @BeforeAll} comes once for
 * both of them.
 */
public final class PerDatabase<T> {
  private final Map<Databases, T> made = new EnumMap<>(Databases.class);
  private final Supplier<T> making;

  public PerDatabase(Supplier<T> making) {
    this.making = making;
  }

  /** The one of the database that is usual now, made when it is first asked for. */
  public T here() {
    T there = made.get(Databases.usual());
    if (there == null) {
      there = making.get();
      made.put(Databases.usual(), there);
    }
    return there;
  }

  /** All that were made. */
  public void each(Consumer<T> what) {
    made.values().forEach(what);
  }
}
