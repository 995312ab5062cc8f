package pilothouse.people;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who is meant by a login or an e-mail address. A snapshot: what is joined later makes another one.
 */
public final class Identities {
  private static final Pattern NOREPLY =
      Pattern.compile("(?:\\d+[+-])?([^@+]+)@users\\.noreply\\.(?:github|gitlab)\\.com");

  private final long version;
  private final Map<String, String> persons;
  private final Set<String> programs;
  private final Set<String> humans;

  /**
   * A snapshot.
   *
   * @param persons a person's id by each login and address, as {@link #key} writes them
   * @param programs what people called a program
   * @param humans what people said is none, though it looks like one
   */
  Identities(long version, Map<String, String> persons, Set<String> programs, Set<String> humans) {
    this.version = version;
    this.persons = Map.copyOf(persons);
    this.programs = Set.copyOf(programs);
    this.humans = Set.copyOf(humans);
  }

  /** Identities while nobody joined any. */
  public static Identities none() {
    return new Identities(0, Map.of(), Set.of(), Set.of());
  }

  /** Rises whenever anything that these identities say may differ. */
  public long version() {
    return version;
  }

  /** One name for all logins and addresses of a person. */
  public String person(String loginOrAddress) {
    String key = key(loginOrAddress);
    return persons.getOrDefault(key, key);
  }

  /** The id of the person that it was joined to. */
  public Optional<String> joined(String loginOrAddress) {
    return Optional.ofNullable(persons.get(key(loginOrAddress)));
  }

  /** Whether it is a program: somebody said so, or it looks like one and nobody said otherwise. */
  public boolean isBot(String loginOrAddress) {
    String key = key(loginOrAddress);
    if (programs.contains(key)) {
      return true;
    }
    String written = loginOrAddress.strip();
    return !humans.contains(key) && (Bots.isBot(written, written) || Bots.isBot(key, key));
  }

  /**
   * The one way to write a login or an address: in lower case, without the {@code @} before a
   * login; an address that a forge gives out for a login is that login.
   */
  public static String key(String loginOrAddress) {
    String key = loginOrAddress.strip().toLowerCase(Locale.ROOT);
    if (key.startsWith("@")) {
      key = key.substring(1);
    }
    Matcher noreply = NOREPLY.matcher(key);
    return noreply.matches() ? noreply.group(1) : key;
  }
}
