package pilothouse.decisions;

/** Texts of files as this room keeps them. */
final class FileText {
  private FileText() {}

  /** What any database keeps. */
  static String kept(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace('\0', ' ');
  }

  /** The same on one line. */
  static String line(String text) {
    return kept(text).replaceAll("\\s+", " ").strip();
  }
}
