package pilothouse.decisions;

import java.util.stream.Collectors;
import pilothouse.text.Say;

/** What somebody said, without what a terminal would obey; its lines stay. */
final class Spoken {
  private Spoken() {}

  static String plain(String words) {
    return words
        .lines()
        .map(line -> Say.plain(line.replace('\t', ' ').replaceAll("\\p{Cc}", "")))
        .collect(Collectors.joining("\n"));
  }
}
