package pilothouse.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What several formulas share, by its type: made when it is first asked for, and once. */
public final class Once {
  private final Map<Class<?>, Made> made = new ConcurrentHashMap<>();

  /** A place for what is made once. */
  private static final class Made {
    @Nullable Object value;
  }

  /** What {@code make} makes, made once; others may be made at the same time. */
  public <T> T of(Class<T> type, Supplier<T> make) {
    Made place = made.computeIfAbsent(type, wanted -> new Made());
    synchronized (place) {
      Object there = place.value;
      if (there == null) {
        there = make.get();
        place.value = there;
      }
      return type.cast(there);
    }
  }
}
