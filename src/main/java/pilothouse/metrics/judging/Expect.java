package pilothouse.metrics.judging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which way a number was expected to move. */
public enum Expect {
  UP,
  DOWN;

  /** As it is typed and told. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a move of this sign is the expected one. */
  boolean isBetter(double move) {
    return this == UP ? move > 0 : move < 0;
  }

  /** The one of this word. */
  public static Optional<Expect> of(String word) {
    return Arrays.stream(values())
        .filter(expect -> expect.word().equals(word.strip().toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
