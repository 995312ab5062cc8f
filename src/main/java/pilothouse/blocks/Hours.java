package pilothouse.blocks;

import java.time.Duration;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** Hours in words, to a hundredth at most: {@code 2.5 h}. */
final class Hours {
  private Hours() {}

  static String of(Duration length) {
    double hundredths = Math.round(length.toSeconds() / 36.0) / 100.0;
    return Texts.say("blocks.hours", Say.number(hundredths));
  }
}
