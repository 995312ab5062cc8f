package pilothouse.debt.interest;

import java.util.List;

/**
 * Where an item lies in a repository: files, folders with all that is in them, or all of it with an
 * empty path.
 *
 * @param repository as {@link Merged} names it
 */
public record Plot(String repository, List<String> paths) {
  public Plot {
    paths = paths.stream().map(Plot::plain).distinct().sorted().toList();
  }

  /** Without slashes around it. */
  static String plain(String path) {
    String plain = path.strip().replace('\\', '/');
    while (plain.startsWith("./") || plain.startsWith("/")) {
      plain = plain.substring(plain.indexOf('/') + 1);
    }
    while (plain.endsWith("/")) {
      plain = plain.substring(0, plain.length() - 1);
    }
    return plain.equals(".") ? "" : plain;
  }
}
