package pilothouse.systems;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a repository is read from: a path on this machine, or a URL. */
final class Source {
  private static final Pattern URL =
      Pattern.compile("(?:https?|ssh|git|file|git\\+ssh)://.+", Pattern.CASE_INSENSITIVE);
  private static final Pattern SCP = Pattern.compile("[\\w.-]+@[\\w.-]+:(?!//).+");
  private static final Pattern SECRET = Pattern.compile("(?<=://)[^/]*@");

  /** Folders that many repositories lie in; their names tell nobody which one is meant. */
  private static final Set<String> COMMON =
      Set.of(
          "repo",
          "repository",
          "git",
          "source",
          "src",
          "code",
          "checkout",
          "mirror",
          "work",
          "workspace",
          "main",
          "trunk",
          "bare");

  private Source() {}

  static boolean isUrl(String source) {
    return URL.matcher(source).matches() || SCP.matcher(source).matches();
  }

  static String shown(String source) {
    return SECRET.matcher(source).replaceFirst("");
  }

  /** Without what is secret: a web address keeps no user either, for tokens are written as one. */
  private static String keepable(String url) {
    boolean isWeb = url.regionMatches(true, 0, "http", 0, 4);
    return isWeb ? shown(url) : url.replaceFirst("^([\\w+]+://[^/@:]*):[^/]*@", "$1@");
  }

  /** The one way to write it: a URL without a closing slash, a path absolute and without links. */
  static String normal(String given) {
    String source = given.strip();
    if (source.isEmpty()) {
      throw new IllegalArgumentException("Name a repository: a folder, or a URL to clone.");
    }
    if (isUrl(source)) {
      return keepable(source).replaceAll("/+$", "");
    }
    try {
      Path path = Path.of(source).toAbsolutePath().normalize();
      return (Files.exists(path) ? path.toRealPath() : path).toString();
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException("This is no path: " + source, e);
    }
  }

  /** The same; a folder that is called as any might be gives way to the alias, or to its parent. */
  static List<String> names(String source, @Nullable String alias) {
    List<String> names = names(source);
    if (isUrl(source) || !COMMON.contains(names.getFirst().toLowerCase(Locale.ROOT))) {
      return names;
    }
    if (alias != null && !alias.isBlank()) {
      return names(alias);
    }
    List<String> parents = names(source.replaceFirst("/[^/]*$", ""));
    return parents.getFirst().equals("repository") ? names : parents;
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
