package pilothouse.debt;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A place in code.
 *
 * @param repository its name
 * @param path of a file or a folder in it; empty for all of it
 */
record Spot(String repository, String path) {
  private static final int NAME = 200;

  /** As people type it: {@code shop:src/Cart.java}; empty where it is none. */
  static Optional<Spot> read(String line) {
    String text = line.strip();
    int colon = text.indexOf(':');
    String repository = (colon < 0 ? text : text.substring(0, colon)).strip();
    String path = colon < 0 ? "" : text.substring(colon + 1).strip();
    return repository.isEmpty() || repository.length() > NAME
        ? Optional.empty()
        : Optional.of(new Spot(repository, plain(path)));
  }

  /** Without what leads nowhere: {@code ./}, slashes around it. */
  static String plain(String path) {
    return path.replace('\\', '/').replaceAll("^(\\./|/)+", "").replaceAll("/+$", "");
  }

  /** Whether it stays in its repository, so that something can lie there. */
  boolean isInside() {
    return !List.of(path.split("/", -1)).contains("..");
  }

  static List<Spot> readAll(String text) {
    return text.lines().map(Spot::read).flatMap(Optional::stream).distinct().toList();
  }

  static String text(List<Spot> spots) {
    return spots.stream().map(Spot::text).collect(Collectors.joining("\n"));
  }

  String text() {
    return path.isEmpty() ? repository : repository + ":" + path;
  }
}
