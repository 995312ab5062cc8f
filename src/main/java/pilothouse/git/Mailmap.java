package pilothouse.git;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Says under which name and e-mail somebody is to be known, by the rules of git's {@code .mailmap}:
 * e-mails and names are compared without regard to the case of ASCII letters, an entry with the
 * commit's name goes before one without, and of two that say the same thing the later one holds.
 */
public final class Mailmap {
  private final Map<String, Known> byEmail = new HashMap<>();

  private Mailmap() {}

  /** A name and an e-mail, as written in a commit or as they are to be shown. */
  public record Ident(String name, String email) {}

  /** A mailmap that changes nobody. */
  public static Mailmap empty() {
    return new Mailmap();
  }

  /** Reads the file's text; a line that is no entry is passed over, as git does. */
  public static Mailmap parse(String text) {
    Mailmap mailmap = new Mailmap();
    for (String line : text.split("\n", -1)) {
      if (!line.startsWith("#")) {
        mailmap.take(line);
      }
    }
    return mailmap;
  }

  /**
   * Every e-mail that is to be known as another one, whatever name stands with it: the one that is
   * shown by the one that commits have, in lower case.
   */
  public Map<String, Ident> aliases() {
    Map<String, Ident> aliases = new TreeMap<>();
    byEmail.forEach((email, known) -> {
      String shown = known.always.email;
      if (shown != null && !lower(shown).equals(email)) {
        String name = known.always.name == null ? "" : known.always.name;
        aliases.put(email, new Ident(name, shown));
      }
    });
    return aliases;
  }

  /** How the person who wrote this name and e-mail is to be known. */
  public Ident map(String name, String email) {
    Known known = byEmail.get(lower(email));
    if (known == null) {
      return new Ident(name, email);
    }
    Shown shown = known.byName.getOrDefault(lower(name), known.always);
    return new Ident(
        shown.name == null ? name : shown.name, shown.email == null ? email : shown.email);
  }

  private void take(String line) {
    Part first = Part.read(line, 0, false);
    if (first == null) {
      return;
    }
    Part second = Part.read(line, first.end, true);
    if (second == null) {
      known(first.email).show(first.name, null);
    } else if (second.name == null) {
      known(second.email).show(first.name, first.email);
    } else {
      known(second.email).byName.put(lower(second.name), new Shown(first.name, first.email));
    }
  }

  private Known known(String email) {
    return byEmail.computeIfAbsent(lower(email), e -> new Known());
  }

  private static String lower(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      if (chars[i] >= 'A' && chars[i] <= 'Z') {
        chars[i] = (char) (chars[i] | 0x20);
      }
    }
    return new String(chars);
  }

  /** What is to be shown; null where what the commit says stays. */
  private record Shown(@Nullable String name, @Nullable String email) {}

  /** What is said about one e-mail. */
  private static final class Known {
    private final Map<String, Shown> byName = new HashMap<>();
    private Shown always = new Shown(null, null);

    void show(@Nullable String name, @Nullable String email) {
      always = new Shown(name == null ? always.name : name, email == null ? always.email : email);
    }
  }

  /** One "name &lt;e-mail&gt;" of a line; {@code end}: where it ends. */
  private record Part(@Nullable String name, String email, int end) {
    static @Nullable Part read(String line, int from, boolean emptyEmail) {
      int left = line.indexOf('<', from);
      int right = left < 0 ? -1 : line.indexOf('>', left + 1);
      if (right < 0 || (right == left + 1 && !emptyEmail)) {
        return null;
      }
      String name = line.substring(from, left).strip();
      return new Part(name.isEmpty() ? null : name, line.substring(left + 1, right), right + 1);
    }
  }
}
