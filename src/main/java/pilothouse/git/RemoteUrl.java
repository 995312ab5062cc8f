package pilothouse.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a repository elsewhere, of a kind that cannot make git run something.
 *
 * @param text the address without what only its owner may know
 * @param secret user and password as they were written into a web address, else empty
 */
record RemoteUrl(String text, String secret) {
  private static final Set<String> SCHEMES = Set.of("https", "http", "ssh", "git", "file");
  private static final Pattern WITH_SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(.*)");
  private static final Pattern LIKE_SCP =
      Pattern.compile("(?:[^/:@\\s]+@[^/:@\\s]+|[^/:@\\s]{2,}):(?!:).+");
  private static final Pattern SIGNED_IN =
      Pattern.compile("(https?://)([^/]*)@([^/@]*(?:/.*)?)", Pattern.CASE_INSENSITIVE);
  private static final Pattern HOST = Pattern.compile("^[^/]+//[^/]+/?");
  private static final Pattern HELPER = Pattern.compile("[A-Za-z0-9+.-]+::.*");

  /**
   * Checks the address.
   *
   * @throws GitTrouble when it is of a kind that we do not open
   */
  static RemoteUrl of(String text) {
    Matcher scheme = WITH_SCHEME.matcher(text);
    boolean known =
        scheme.matches()
            ? SCHEMES.contains(scheme.group(1)) && !hostOf(scheme.group(2)).startsWith("-")
            : LIKE_SCP.matcher(text).matches() && !hostOf(text).startsWith("-");
    if (!known || text.startsWith("-") || text.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
      throw new GitTrouble(
          "\""
              + shown(text)
              + "\" is not an address to clone from: give one that begins with https://, http://,"
              + " ssh://, git:// or file://, or is written user@host:path.");
    }
    Matcher web = SIGNED_IN.matcher(text);
    return web.matches()
        ? new RemoteUrl(web.group(1) + web.group(3), web.group(2))
        : new RemoteUrl(withoutPassword(text), "");
  }

  /**
   * Settings for git's environment that sign in with the secret: neither the arguments, which every
   * user of the machine sees, nor the clone's config, which stays, should hold it.
   */
  Map<String, String> signsIn() {
    if (secret.isEmpty()) {
      return Map.of();
    }
    String user = secret.contains(":") ? secret : secret + ":";
    byte[] plain = URLDecoder.decode(user.replace("+", "%2B"), UTF_8).getBytes(UTF_8);
    Matcher host = HOST.matcher(text);
    return Map.of(
        "GIT_CONFIG_COUNT",
        "1",
        "GIT_CONFIG_KEY_0",
        "http." + (host.find() ? host.group() : text) + ".extraHeader",
        "GIT_CONFIG_VALUE_0",
        "Authorization: Basic " + Base64.getEncoder().encodeToString(plain));
  }

  @Override
  public String toString() {
    return text;
  }

  /** A user's name may be needed for ssh; a password is never. */
  private static String withoutPassword(String text) {
    return text.replaceFirst("^(\\w+://[^/@:]*):[^/@]*@", "$1@");
  }

  static boolean looksLike(String text) {
    return WITH_SCHEME.matcher(text).matches()
        || LIKE_SCP.matcher(text).matches()
        || HELPER.matcher(text).matches();
  }

  /** The address without a password. */
  String shown() {
    return shown(text);
  }

  static String shown(String text) {
    return text.replaceFirst("://[^/]*@", "://");
  }

  private static String hostOf(String rest) {
    String authority = rest.split("/", 2)[0];
    return authority.substring(authority.lastIndexOf('@') + 1);
  }
}
