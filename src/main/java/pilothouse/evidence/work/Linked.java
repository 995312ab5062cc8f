package pilothouse.evidence.work;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the addresses of change requests and of issues name. */
public final class Linked {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "https?://([\\w.-]+(?::\\d{1,5})?)/([\\w.-]+(?:/[\\w.-]+)+?)(?:/-)?"
              + "/(issues|work_items|pull|merge_requests)/(\\d{1,9})(?:[/?#].*)?");

  private Linked() {}

  /**
   * An issue or a change request that has an address.
   *
   * @param scheme with what its host is asked: {@code https}
   * @param host with its port where it has one
   * @param path of its repository, as it was written
   */
  public record Named(String scheme, String host, String path, boolean isIssue, String number) {
    /** The natural key. */
    public String key() {
      String home = (host + "/" + path).toLowerCase(Locale.ROOT);
      return home + (isIssue ? "#issue/" : "#change/") + number;
    }
  }

  /** What the address names; empty where it is of no issue and no change request. */
  public static Optional<Named> of(String address) {
    Matcher matcher = ADDRESS.matcher(address.strip());
    if (address.length() > 1_000 || !matcher.matches()) {
      return Optional.empty();
    }
    boolean isIssue = matcher.group(3).equals("issues") || matcher.group(3).equals("work_items");
    String scheme = address.strip().startsWith("https") ? "https" : "http";
    return Optional.of(
        new Named(
            scheme,
            matcher.group(1),
            matcher.group(2),
            isIssue,
            matcher.group(4).replaceFirst("^0+(?=\\d)", "")));
  }

  /** The key of a change request that somebody named by its key, its address or its own id. */
  public static String change(String named) {
    String plain = named.strip();
    return of(plain)
        .filter(it -> !it.isIssue())
        .map(Named::key)
        .orElse(plain.indexOf('#') > 0 || plain.startsWith("own:") ? plain : "own:" + plain);
  }
}
