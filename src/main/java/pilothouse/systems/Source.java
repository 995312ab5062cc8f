package pilothouse.systems;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Where a repository is read from: a path on this machine, or a URL. */
final class Source {
  private static final Pattern URL =
      Pattern.compile("(?:https?|ssh|git|file|git\\+ssh)://.+", Pattern.CASE_INSENSITIVE);
  private static final Pattern SCP = Pattern.compile("[\\w.-]+@[\\w.-]+:(?!//).+");
  private static final Pattern SECRET = Pattern.compile("(?<=://)[^/@]*@");

  private Source() {}

  static boolean isUrl(String source) {
    return URL.matcher(source).matches() || SCP.matcher(source).matches();
  }

  static String shown(String source) {
    return SECRET.matcher(source).replaceFirst("");
  }

  /** The one way to write it: a URL without a closing slash, a path absolute and without links. */
  static String normal(String given) {
    String source = given.strip();
    if (source.isEmpty()) {
      throw new IllegalArgumentException("Name a repository: a folder, or a URL to clone.");
    }
    if (isUrl(source)) {
      return source.replaceAll("/+$", "");
    }
    try {
      Path path = Path.of(source).toAbsolutePath().normalize();
      return (path.toFile().exists() ? path.toRealPath() : path).toString();
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException("This is no path: " + source, e);
    }
  }

  /** Names to try, the shortest first: {@code kafka}, then {@code apache-kafka} and so on. */
  static List<String> names(String source) {
    String[] parts =
        shown(source)
            .replaceAll("(?:/\\.git)?/*$", "")
            .replaceFirst("\\.git$", "")
            .replaceFirst("^\\w+(?:\\+\\w+)?://", "")
            .split("[/\\\\:]+", -1);
    var names = new ArrayList<String>();
    String name = "";
    for (int i = parts.length - 1; i >= 0; i--) {
      String part = parts[i].replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[.-]+", "");
      if (!part.isEmpty()) {
        name = name.isEmpty() ? part : part + "-" + name;
        names.add(name);
      }
    }
    return names.isEmpty() ? List.of("repository") : names;
  }
}
