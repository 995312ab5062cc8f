package pilothouse.git;

import java.util.Locale;

/** Walks once through the text of a git configuration file. */
final class ConfigText {
  private static final int END = -1;

  private final String text;
  private final String origin;
  private int at;
  private int line = 1;

  ConfigText(String text, String origin) {
    this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    this.origin = origin;
  }

  void readInto(GitConfig config) {
    String section = "";
    for (int c = next(); c != END; c = next()) {
      if (c == '#' || c == ';') {
        skipLine();
      } else if (c == '[') {
        section = section();
      } else if (Character.isLetter(c)) {
        if (section.isEmpty()) {
          throw wrong("a name stands before the first [section]");
        }
        config.add(section + "." + name(c), value());
      } else if (!Character.isWhitespace(c)) {
        throw wrong("'" + Character.toString(c) + "' cannot begin a line");
      }
    }
  }

  private String section() {
    StringBuilder name = new StringBuilder();
    int c = next();
    while (isNamePart(c) || c == '.') {
      name.append((char) c);
      c = next();
    }
    String section = name.toString().toLowerCase(Locale.ROOT);
    if (c == ' ' || c == '\t') {
      section += "." + subsection();
      c = next();
    }
    if (c != ']' || name.isEmpty()) {
      throw wrong("the section's name is not closed by ]");
    }
    return section;
  }

  private String subsection() {
    int c = next();
    while (c == ' ' || c == '\t') {
      c = next();
    }
    if (c != '"') {
      throw wrong("a subsection stands in double quotes");
    }
    StringBuilder name = new StringBuilder();
    for (c = next(); c != '"'; c = next()) {
      if (c == '\\') {
        c = next();
      }
      if (c == END || c == '\n') {
        throw wrong("the subsection's quote is not closed");
      }
      name.append((char) c);
    }
    return name.toString();
  }

  private String name(int first) {
    StringBuilder name = new StringBuilder().append((char) first);
    while (isNamePart(peek())) {
      name.append((char) next());
    }
    return name.toString().toLowerCase(Locale.ROOT);
  }

  /** What stands after the name; a name alone means true. */
  private String value() {
    int c = next();
    while (c == ' ' || c == '\t') {
      c = next();
    }
    if (c == '#' || c == ';') {
      skipLine();
      return "true";
    }
    if (c == '\n' || c == END) {
      return "true";
    }
    if (c != '=') {
      throw wrong("the name is not followed by =");
    }
    return afterEquals();
  }

  private String afterEquals() {
    StringBuilder value = new StringBuilder();
    int kept = 0;
    boolean quoted = false;
    for (int c = next(); c != END && c != '\n'; c = next()) {
      if (c == '"') {
        quoted = !quoted;
        kept = value.length();
      } else if (!quoted && (c == '#' || c == ';')) {
        skipLine();
        break;
      } else if (c == '\\') {
        appendEscaped(value);
        kept = value.length();
      } else if (quoted || !Character.isWhitespace(c)) {
        value.append((char) c);
        kept = value.length();
      } else if (!value.isEmpty()) {
        value.append((char) c);
      }
    }
    if (quoted) {
      throw wrong("the value's quote is not closed");
    }
    value.setLength(kept);
    return value.toString();
  }

  private void appendEscaped(StringBuilder value) {
    int c = next();
    switch (c) {
      case '\n' -> {} // the value goes on in the next line
      case 'n' -> value.append('\n');
      case 't' -> value.append('\t');
      case 'b' -> value.append('\b');
      case '"', '\\' -> value.append((char) c);
      default -> throw wrong("a backslash stands before n, t, b, \", another or the line's end");
    }
  }

  private void skipLine() {
    int c = next();
    while (c != '\n' && c != END) {
      c = next();
    }
  }

  private static boolean isNamePart(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  }

  private int peek() {
    return at < text.length() ? text.charAt(at) : END;
  }

  /** The next character, a line's end as one newline. */
  private int next() {
    if (at == text.length()) {
      return END;
    }
    char c = text.charAt(at++);
    if (c == '\r' && peek() == '\n') {
      c = text.charAt(at++);
    }
    if (c == '\n') {
      line++;
    }
    return c;
  }

  private GitTrouble wrong(String what) {
    return new GitTrouble(
        "The git configuration "
            + origin
            + " cannot be understood near line "
            + line
            + ": "
            + what
            + ". Mend that line.");
  }
}
