package pilothouse.systems;

import java.util.Locale;

/** A name, or a pattern in which {@code *} stands for any text; the case of letters is all one. */
public record Glob(String text) {
  public Glob {
    text = text.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether the whole name fits; takes time in proportion to both lengths at most. */
  public boolean matches(String given) {
    String name = given.strip().toLowerCase(Locale.ROOT);
    int star = -1;
    int resume = 0;
    int at = 0;
    int in = 0;
    while (in < name.length()) {
      if (at < text.length() && text.charAt(at) == '*') {
        star = at++;
        resume = in;
      } else if (at < text.length() && text.charAt(at) == name.charAt(in)) {
        at++;
        in++;
      } else if (star >= 0) {
        at = star + 1;
        in = ++resume;
      } else {
        return false;
      }
    }
    while (at < text.length() && text.charAt(at) == '*') {
      at++;
    }
    return at == text.length();
  }
}
