package pilothouse.git;

import org.jspecify.annotations.Nullable;

/** What a commit message says beside its text: subject, trailers, what it reverts. */
final class Message {
  private static final String REVERTS = "This reverts commit ";

  private Message() {}

  /** The first paragraph, its lines joined by spaces. */
  static String subject(String message) {
    String text = message.stripLeading();
    int end = text.indexOf("\n\n");
    String first = end < 0 ? text : text.substring(0, end);
    return first.indexOf('\n') < 0 ? first.strip() : first.strip().replaceAll("\\s*\\n\\s*", " ");
  }

  /** Lines "Key: value" of the last paragraph when it consists of them and is not the first. */
  static String trailers(String message) {
    String text = message.stripTrailing();
    int start = text.lastIndexOf("\n\n");
    if (start < 0) {
      return "";
    }
    StringBuilder found = new StringBuilder();
    for (String line : text.substring(start + 2).split("\n", -1)) {
      if (isTrailer(line)) {
        found.append(found.isEmpty() ? "" : "\n").append(line.strip());
      }
    }
    return found.toString();
  }

  private static boolean isTrailer(String line) {
    int colon = line.indexOf(": ");
    if (colon <= 0) {
      return false;
    }
    for (int i = 0; i < colon; i++) {
      char c = line.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '-') {
        return false;
      }
    }
    return true;
  }

  /** The id in "This reverts commit …", or null. */
  static @Nullable String reverted(String message) {
    int at = message.indexOf(REVERTS);
    if (at < 0) {
      return null;
    }
    int from = at + REVERTS.length();
    int to = from;
    while (to < message.length() && Character.digit(message.charAt(to), 16) >= 0) {
      to++;
    }
    return to - from >= 7 ? message.substring(from, to) : null;
  }
}
