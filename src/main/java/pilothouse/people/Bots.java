package pilothouse.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Tells programs from people by the rules in {@code people/bots.txt}. */
public final class Bots {
  private static final Bots KNOWN = read();

  private final Set<String> names;
  private final Set<String> emails;
  private final List<String> nameEnds;
  private final List<String> emailParts;

  private Bots(Set<String> names, Set<String> emails, List<String> ends, List<String> parts) {
    this.names = names;
    this.emails = emails;
    this.nameEnds = ends;
    this.emailParts = parts;
  }

  /** Whether this name and e-mail belong to a program. */
  public static boolean isBot(String name, String email) {
    return KNOWN.matches(
        name.strip().toLowerCase(Locale.ROOT), email.strip().toLowerCase(Locale.ROOT));
  }

  private boolean matches(String name, String email) {
    return names.contains(name)
        || emails.contains(email)
        || nameEnds.stream().anyMatch(name::endsWith)
        || emailParts.stream().anyMatch(email::contains);
  }

  private static Bots read() {
    try (var rules = Bots.class.getResourceAsStream("/people/bots.txt")) {
      String text = new String(Objects.requireNonNull(rules, "bots.txt").readAllBytes(), UTF_8);
      return parse(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Bots parse(String text) {
    var names = new HashSet<String>();
    var emails = new HashSet<String>();
    var ends = new ArrayList<String>();
    var parts = new ArrayList<String>();
    for (String line : text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
      String[] words = line.split(" ", 3);
      switch (words[0] + " " + words[1]) {
        case "name is" -> names.add(words[2]);
        case "name ends" -> ends.add(words[2]);
        case "email is" -> emails.add(words[2]);
        case "email has" -> parts.add(words[2]);
        default -> throw new IllegalArgumentException("no rule for a bot: " + line);
      }
    }
    return new Bots(Set.copyOf(names), Set.copyOf(emails), List.copyOf(ends), List.copyOf(parts));
  }
}
