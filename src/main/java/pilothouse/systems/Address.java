package pilothouse.systems;

import java.util.Locale;

/** Where a repository is, written in one way: {@code host/owner/name} in lower case. */
final class Address {
  private Address() {}

  /** The same for {@code https://}, {@code ssh://}, {@code git@host:} and {@code owner/name}. */
  static String of(String written) {
    String text = Source.shown(written.strip()).toLowerCase(Locale.ROOT);
    boolean hasScheme = text.matches("[a-z][a-z0-9+.-]*://.*");
    text = text.replaceFirst("^[a-z][a-z0-9+.-]*://", "").replaceFirst("^[^/@:]+@", "");
    if (hasScheme) {
      text = text.replaceFirst("^([^/:]+):\\d*(?=/)", "$1");
    } else if (!text.startsWith("/")) {
      text = text.replaceFirst("^([^/:]+):/*", "$1/");
    }
    text = text.replaceAll("(?:/\\.git)?/*$", "").replaceFirst("\\.git$", "");
    return text.replaceAll("/{2,}", "/");
  }

  /** Whether it stands at the end of the other, from a slash on. */
  static boolean ends(String address, String end) {
    return address.equals(end) || address.endsWith("/" + end);
  }

  static String last(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }
}
