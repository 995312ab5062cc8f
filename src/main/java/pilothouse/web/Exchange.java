package pilothouse.web;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One request while it is answered: what the log and the metrics may say of it. Its address is told
 * by the pattern of its route, never as it was written.
 */
public final class Exchange {
  /** The header that carries the id back, so that a person can name the request. */
  public static final String HEADER = "X-Request-Id";

  private static final ThreadLocal<@Nullable Exchange> CURRENT = new ThreadLocal<>();

  private final String id;
  private volatile String route = "";

  private Exchange(String id) {
    this.id = id;
  }

  /** One with an id of its own. */
  static Exchange begin() {
    return new Exchange("%016x".formatted(ThreadLocalRandom.current().nextLong()));
  }

  /** The one that this thread answers; null where it answers none. */
  public static @Nullable Exchange current() {
    return CURRENT.get();
  }

  /** Says which one this thread answers from now on. */
  static void enter(@Nullable Exchange exchange) {
    if (exchange == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(exchange);
    }
  }

  void found(String pattern) {
    route = pattern;
  }

  /** Sixteen hexadecimal digits. */
  public String id() {
    return id;
  }

  /** The pattern of the route that answers; empty where none does. */
  public String route() {
    return route;
  }
}
