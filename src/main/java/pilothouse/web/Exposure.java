package pilothouse.web;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Who can reach the server, and how.
 *
 * @param guarded whether people have to sign in, so that others than this machine's may come
 * @param address where browsers find it when that is elsewhere than where it listens, or null
 * @param proxies who may say for whom they ask
 * @param certificate what it proves itself with over TLS, or null: it speaks plain HTTP
 * @param limits how long it is patient
 */
public record Exposure(
    BooleanSupplier guarded,
    @Nullable URI address,
    Proxies proxies,
    @Nullable Certificate certificate,
    Limits limits) {
  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

  /** From this machine alone. */
  public static Exposure local() {
    return new Exposure(() -> false, null, Proxies.NONE, null, Limits.usual());
  }

  /**
   * Refuses what would let others in while nobody has to sign in.
   *
   * @throws Exposed with the mend
   */
  void check(String host) {
    if (isOpen(host) && !guarded.getAsBoolean()) {
      throw new Exposed(
          way(host)
              + " would let everybody on the network read these pages, for there is no administrator"
              + " yet. Run “pilothouse invite --administrator YOUR@ADDRESS” (with the same --data or"
              + " --database, if you gave one): it prints a link that makes one; then start again.");
    }
  }

  /**
   * Whether others than this machine could reach what listens there.
   *
   * @throws Exposed when this machine has no such address
   */
  public boolean isOpen(String host) {
    return !way(host).isEmpty();
  }

  /** How others could reach it, as a sentence begins; empty where they cannot. */
  private String way(String host) {
    try {
      if (!InetAddress.getByName(host).isLoopbackAddress()) {
        return "Listening on " + host;
      }
    } catch (UnknownHostException _) {
      throw new Exposed("This machine has no address “" + host + "”; listen on 127.0.0.1.");
    }
    URI elsewhere = address;
    if (elsewhere != null && !LOCAL.contains(elsewhere.getHost().toLowerCase(Locale.ROOT))) {
      return "Answering at " + elsewhere;
    }
    return proxies.equals(Proxies.NONE) ? "" : "Standing behind a proxy";
  }
}
