package pilothouse.web;

import java.util.ArrayList;
import java.util.List;

/**
 * Those who may say for whom they ask: what stands in {@code Forwarded} and {@code X-Forwarded-…}
 * is believed when it comes from one of these addresses, and from nobody else.
 */
public final class Proxies {
  /** Nobody. */
  public static final Proxies NONE = new Proxies(List.of());

  private final List<Network> networks;

  private Proxies(List<Network> networks) {
    this.networks = List.copyOf(networks);
  }

  /**
   * Those of a list of addresses and networks.
   *
   * @param text as {@code 127.0.0.1, 10.0.0.0/8, fd00::/8}
   * @throws IllegalArgumentException naming what is neither
   */
  public static Proxies of(String text) {
    List<Network> networks = new ArrayList<>();
    for (String one : text.split("[,\\s]+", -1)) {
      Network network = Network.parse(one);
      if (network == null) {
        throw new IllegalArgumentException(one);
      }
      networks.add(network);
    }
    return new Proxies(networks);
  }

  boolean trust(String address) {
    byte[] bytes = networks.isEmpty() ? null : Network.literal(address);
    return bytes != null && networks.stream().anyMatch(network -> network.holds(bytes));
  }
}
