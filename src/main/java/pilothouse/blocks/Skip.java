package pilothouse.blocks;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pilothouse.text.Texts;

/** Why an event of a file is left out, or taken for less than it says. */
enum Skip {
  /** One of our own blocks, which came back with the calendar. */
  OWN,
  CANCELLED,
  /** It says not when it begins, or ends before. */
  TIMES,
  /** It takes no time. */
  NO_LENGTH,
  ZONE,
  RULE,
  /** It comes back more often than a meeting can. */
  OFTEN,
  /** The same id again without saying which day it replaces. */
  TWICE,
  /** A change “from then on”, taken for its one day. */
  FROM_THEN_ON;

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether time may be missing because of it. */
  boolean isLoss() {
    return compareTo(OWN) > 0 && this != CANCELLED && this != NO_LENGTH;
  }

  String says(int count) {
    return Texts.counted("blocks.skip." + word(), count);
  }

  /** What rows keep, as {@code zone 2, rule 1}, in sentences. */
  static String kept(String text) {
    return Stream.of(text.split(", "))
        .map(one -> one.split(" "))
        .filter(one -> one.length == 2)
        .map(one ->
            valueOf(one[0].toUpperCase(Locale.ROOT).replace('-', '_'))
                .says(Integer.parseInt(one[1])))
        .collect(Collectors.joining(" "));
  }
}
