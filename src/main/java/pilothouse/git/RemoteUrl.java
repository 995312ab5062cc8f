package pilothouse.git;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a repository elsewhere, of a kind that cannot make git run something. */
record RemoteUrl(String text) {
  private static final Set<String> SCHEMES = Set.of("https", "http", "ssh", "git", "file");
  private static final Pattern WITH_SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(.*)");
  private static final Pattern LIKE_SCP =
      Pattern.compile("(?:[^/:@\\s]+@)?([^/:@\\s]{2,}):(?!:).+");
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
    if (!known || text.startsWith("-") || text.chars().anyMatch(c -> c < 0x20)) {
      throw new GitTrouble(
          "\""
              + shown(text)
              + "\" is not an address to clone from: give one that begins with https://, http://,"
              + " ssh://, git:// or file://, or is written user@host:path.");
    }
    return new RemoteUrl(text);
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

  private static String shown(String text) {
    return text.replaceFirst("://[^/@]*@", "://");
  }

  private static String hostOf(String rest) {
    String authority = rest.split("/", 2)[0];
    return authority.substring(authority.lastIndexOf('@') + 1);
  }
}
