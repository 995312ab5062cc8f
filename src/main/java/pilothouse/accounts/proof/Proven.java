package pilothouse.accounts.proof;

import java.util.LinkedHashSet;
import java.util.List;

/**
 * Who somebody is, as a provider proved it.
 *
 * @param provider as the settings name it
 * @param subject whom the provider means; never given to anybody else there
 * @param email empty when the provider says none
 * @param emailVerified whether the provider vouches that the address is theirs
 * @param name empty when the provider says none
 * @param groups those that hold now, each once
 */
public record Proven(
    String provider,
    String subject,
    String email,
    boolean emailVerified,
    String name,
    List<String> groups) {
  private static final int LONGEST = 255;
  private static final int LONGEST_NAME = 120;
  private static final int MOST_GROUPS = 1_000;

  public Proven {
    subject = subject.strip();
    email = email.strip();
    name = line(name);
    name = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    groups = groups.stream().map(String::strip).filter(group -> !group.isEmpty()).toList();
    groups = List.copyOf(new LinkedHashSet<>(groups));
    if (subject.isEmpty() || subject.length() > LONGEST || !line(subject).equals(subject)) {
      throw new IllegalArgumentException("the subject is empty, too long or no single line");
    }
    if (email.length() > LONGEST || !line(email).equals(email)) {
      throw new IllegalArgumentException("the e-mail address is too long or no single line");
    }
    if (groups.size() > MOST_GROUPS) {
      throw new IllegalArgumentException("there are more than " + MOST_GROUPS + " groups");
    }
    if (groups.stream().anyMatch(group -> group.length() > LONGEST || !line(group).equals(group))) {
      throw new IllegalArgumentException("a group's name is too long or no single line");
    }
  }

  /** Without what could break a line of a log or a page. */
  private static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+", " ")
        .strip();
  }
}
