package pilothouse.decisions.adr;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which file a link leads to: by its path, its slug, or the number of a record. */
final class Targeting {
  private static final Pattern NUMBER =
      Pattern.compile("(?i)^#?(?:[a-z]{1,12}[-_ #]{0,3}){0,3}0*(\\d{1,5})$");

  private final Set<String> files = new HashSet<>();
  private final Map<String, String> byName = new HashMap<>();
  private final Map<String, String> byNumber = new HashMap<>();

  /**
   * What a link leads to.
   *
   * @param file empty where it leads out of the folder or nowhere
   */
  record Found(String file, boolean isMissing) {}

  Targeting(List<Adr> records, Collection<String> all) {
    all.forEach(file -> files.add(file.replace('\\', '/')));
    for (Adr adr : records) {
      byName.putIfAbsent(adr.name(), adr.fileName());
      byName.putIfAbsent(adr.name().replaceFirst("\\.[a-z]+$", ""), adr.fileName());
      Integer number = adr.head().number();
      if (number != null) {
        byNumber.putIfAbsent(folder(adr.fileName()) + number, adr.fileName());
        byNumber.putIfAbsent("/" + number, adr.fileName());
      }
    }
  }

  /** The file that a link of another one leads to; empty where it leads elsewhere. */
  String file(String from, String target) {
    return find(from, target).file();
  }

  static String folder(String file) {
    return file.substring(0, file.replace('\\', '/').lastIndexOf('/') + 1);
  }

  Found find(String from, String target) {
    String path = decoded(target.replaceFirst("[#?].*$", "").strip());
    if (path.isEmpty()) {
      return target.startsWith("#") && !NUMBER.matcher(target).matches()
          ? new Found("", false)
          : numbered(from, target);
    }
    if (path.contains("://") || path.startsWith("mailto:")) {
      String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
      return new Found(byName.getOrDefault(name, ""), false);
    }
    String whole = resolved(path.startsWith("/") ? "" : folder(from), path);
    if (files.contains(whole)) {
      return new Found(whole, false);
    }
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    boolean isFile = name.endsWith(".md") || name.endsWith(".markdown");
    if (isFile) {
      // Below the folder or above it stands what nobody told us of.
      boolean outside = whole.isEmpty() || path.startsWith("/");
      return new Found("", !outside);
    }
    String slug = byName.get(name);
    return slug == null ? numbered(from, path) : new Found(slug, false);
  }

  private Found numbered(String from, String target) {
    Matcher number = NUMBER.matcher(target);
    if (!number.matches()) {
      return new Found("", target.matches("\\d{8}-.*"));
    }
    String here = byNumber.get(folder(from) + number.group(1));
    String file = here == null ? byNumber.get("/" + number.group(1)) : here;
    return file == null ? new Found("", true) : new Found(file, false);
  }

  private static String decoded(String path) {
    try {
      return path.indexOf('%') < 0
          ? path
          : URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return path;
    }
  }

  /** The path from the top of the folder; empty where it leads out of it. */
  private static String resolved(String folder, String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : (folder + path).split("/", -1)) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          return "";
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }
}
