package pilothouse.systems;

import java.util.regex.Pattern;

/** A path pattern of a CODEOWNERS file: like .gitignore's, without its negation and classes. */
record OwnerPattern(String text, Pattern regex) {

  /**
   * Reads a pattern.
   *
   * @param loose a pattern with a slash inside still floats (GitLab), where it else starts at the
   *     root (GitHub)
   */
  static OwnerPattern of(String text, boolean loose) {
    String body = text.startsWith("/") ? text.substring(1) : text;
    boolean folder = body.endsWith("/");
    if (folder) {
      body = body.substring(0, body.length() - 1);
    }
    boolean anchored = text.startsWith("/") || (!loose && body.contains("/"));
    var regex = new StringBuilder(anchored ? "" : "(?:.*/)?");
    translate(body, regex);
    regex.append(ending(body, folder));
    return new OwnerPattern(text, Pattern.compile(regex.toString(), Pattern.DOTALL));
  }

  private static String ending(String body, boolean folder) {
    if (folder) {
      return "/.*";
    }
    boolean filesOnly = body.endsWith("/*") && !body.endsWith("**/*");
    return filesOnly || body.endsWith("**") ? "" : "(?:/.*)?";
  }

  private static void translate(String body, StringBuilder regex) {
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (body.startsWith("**/", i) && (i == 0 || body.charAt(i - 1) == '/')) {
        regex.append("(?:.*/)?");
        i += 2;
      } else if (body.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else if (c == '*') {
        regex.append("[^/]*");
      } else if (c == '?') {
        regex.append("[^/]");
      } else if (c == '\\' && i + 1 < body.length()) {
        regex.append(Pattern.quote(String.valueOf(body.charAt(++i))));
      } else {
        regex.append(Character.isLetterOrDigit(c) || c == '/' ? c : "\\" + c);
      }
    }
  }

  boolean matches(String path) {
    return regex.matcher(path).matches();
  }

  /** The folder that the pattern is about, without slashes around it, or empty. */
  String folder() {
    String bare = text.replaceFirst("^/", "").replaceFirst("/?(?:\\*\\*?)?(?:/\\*)?$", "");
    boolean plain =
        !bare.isEmpty() && bare.chars().noneMatch(c -> c == '*' || c == '?' || c == '\\');
    boolean means = text.endsWith("/") || text.endsWith("/**") || text.endsWith("/*");
    boolean atRoot = text.startsWith("/") || bare.contains("/");
    return plain && means && atRoot ? bare : "";
  }
}
