package pilothouse.people;

import java.time.Instant;
import java.util.List;

/**
 * Somebody with all logins and addresses.
 *
 * @param id begins with {@code person/}, so that it is nobody's login
 * @param joinings those that hold now
 */
public record Person(
    String id, String name, Instant addedAt, String by, String why, List<Joining> joinings) {
  public Person {
    joinings = List.copyOf(joinings);
  }

  /** The id without what every id begins with. */
  public String slug() {
    return id.substring(People.PREFIX.length());
  }

  /** E-mail addresses, sorted. */
  public List<String> emails() {
    return addresses(true);
  }

  /** Logins, sorted. */
  public List<String> logins() {
    return addresses(false);
  }

  private List<String> addresses(boolean emails) {
    return joinings.stream()
        .map(Joining::address)
        .filter(address -> address.contains("@") == emails)
        .sorted()
        .toList();
  }
}
