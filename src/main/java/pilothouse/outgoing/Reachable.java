package pilothouse.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import pilothouse.text.Texts;

/**
 * Which machines an address may lead to that somebody typed: those of the internet, and those that
 * the setting allows by name, address or network.
 */
public final class Reachable {
  /** What belongs to one machine, one network, many at once, nobody, or stands for another one. */
  private static final List<Network> CLOSED =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4",
              "::/96",
              "64:ff9b::/96",
              "64:ff9b:1::/48",
              "100::/64",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20",
              "5f00::/16",
              "fc00::/7",
              "fe80::/10",
              "fec0::/10",
              "ff00::/8")
          .map(Network::of)
          .toList();

  private final Set<String> names;
  private final List<Network> networks;

  private Reachable(Set<String> names, List<Network> networks) {
    this.names = names;
    this.networks = List.copyOf(networks);
  }

  /**
   * Those of the internet, and what is listed, separated by commas.
   *
   * @throws IllegalArgumentException for what is no name, address or network
   */
  public static Reachable with(String allowed) {
    Set<String> names = new TreeSet<>();
    List<Network> networks = new ArrayList<>();
    for (String one : allowed.split(",", -1)) {
      String text = one.strip().toLowerCase(Locale.ROOT);
      if (text.isEmpty()) {
        continue;
      }
      if (Network.isOne(text)) {
        networks.add(Network.of(text));
      } else if (text.matches("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?")) {
        names.add(text);
      } else {
        throw new IllegalArgumentException(text + " is no name of a machine and no network");
      }
    }
    return new Reachable(names, networks);
  }

  /**
   * The addresses of a machine, all of which may be reached. They are asked for once, and whoever
   * connects uses these: a name that means another machine a moment later leads nowhere.
   *
   * @throws OutgoingTrouble when any of them must not be reached
   */
  InetAddress[] resolve(String host) throws UnknownHostException {
    String name = host.replaceAll("^\\[|]$", "");
    InetAddress[] all = InetAddress.getAllByName(name);
    if (!names.contains(name.toLowerCase(Locale.ROOT))) {
      for (InetAddress one : all) {
        check(name, one);
      }
    }
    return all;
  }

  private void check(String host, InetAddress address) {
    boolean open = CLOSED.stream().noneMatch(network -> network.holds(address));
    if (!open && networks.stream().noneMatch(network -> network.holds(address))) {
      throw new OutgoingTrouble(
          Texts.kept("kept.outgoing.not-on-the-internet", host, address.getHostAddress()));
    }
  }
}
