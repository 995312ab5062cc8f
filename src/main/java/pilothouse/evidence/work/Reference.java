package pilothouse.evidence.work;

/**
 * A place in a text that names a piece of work.
 *
 * @param where the repository: empty for the one that the text belongs to, {@code owner/name} on
 *     the same host, or {@code host/owner/name}
 * @param number {@code 12}, or {@code PROJ-34} in capitals
 * @param isWhole whether {@code where} begins with a host
 * @param closes whether the text says that the work is done by it
 */
public record Reference(String where, String number, boolean isWhole, boolean closes) {

  /** Whether it is a tracker's own key, which needs no repository. */
  public boolean isTrackers() {
    return number.indexOf('-') > 0;
  }

  /**
   * The natural key of what it names.
   *
   * @param home the repository that the text belongs to, with its host: {@code
   *     github.com/acme/shop}
   */
  public String key(String home) {
    if (isTrackers()) {
      return "own:" + number;
    }
    return (where.isEmpty() ? home : isWhole ? where : host(home) + where) + "#issue/" + number;
  }

  /** With its slash; empty where the home has none. */
  private static String host(String home) {
    int slash = home.indexOf('/');
    String first = slash < 0 ? "" : home.substring(0, slash + 1);
    return first.contains(".") || first.contains(":") || first.equals("localhost/") ? first : "";
  }
}
