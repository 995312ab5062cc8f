package pilothouse.allocation;

import java.util.List;
import java.util.stream.Collectors;
import pilothouse.evidence.work.Work;

/**
 * What work is for.
 *
 * @param word such as {@code debt}
 * @param signs by which its work is known
 */
record Category(String word, List<Sign> signs) {
  Category {
    signs = List.copyOf(signs);
  }

  /** Whether all that the work touched is of this category, each path by any of its signs. */
  boolean holdsAllPaths(Work work) {
    List<Sign> paths = signs.stream().filter(sign -> sign.kind() == Sign.Kind.PATH).toList();
    return !paths.isEmpty()
        && !work.paths().isEmpty()
        && work.paths().stream()
            .allMatch(path -> paths.stream().anyMatch(sign -> sign.pattern().matches(path)));
  }

  /** As people write it. */
  String text() {
    return word + ": " + signs.stream().map(Sign::text).collect(Collectors.joining(", "));
  }
}
