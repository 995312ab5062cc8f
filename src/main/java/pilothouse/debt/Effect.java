package pilothouse.debt;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import pilothouse.text.Texts;

/** What debt does to a business: the three lists of the register. */
enum Effect {
  /** It slows what is delivered. */
  SLOWS,
  /** It risks an outage. */
  RISKS,
  /** It can wait. */
  WAITS;

  static final List<String> ALL = Stream.of(values()).map(Effect::word).toList();

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String says() {
    return Texts.say("debt.effect." + word());
  }

  static Optional<Effect> of(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
