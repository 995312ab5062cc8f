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
    boolean local;
    try {
      local = InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException _) {
      throw new Exposed("This machine has no address “" + host + "”; listen on 127.0.0.1.");
    }
    if (!local && !guarded.getAsBoolean()) {
      throw exposed("Listening on " + host);
    }
    URI elsewhere = address;
    if (elsewhere != null && !isLocal(elsewhere) && !guarded.getAsBoolean()) {
      throw exposed("Answering at " + elsewhere);
    }
  }

  /** Whether that address is one of this machine alone. */
  public static boolean isLocal(URI address) {
    return LOCAL.contains(address.getHost().toLowerCase(Locale.ROOT));
  }

  private static Exposed exposed(String what) {
    return new Exposed(
        what
            + " would let everybody on the network read these pages, for there is no administrator"
            + " yet. Run “pilothouse invite --administrator YOUR@ADDRESS”: it prints a link that"
            + " makes one; then start again.");
  }
}
