package pilothouse.debt;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import pilothouse.text.Texts;

/** Where an item stands. */
enum State {
  OPEN,
  /** It waits until a day that somebody set. */
  DEFERRED,
  CLOSED,
  /** It is the same as another item. */
  JOINED;

  static final List<String> ALL = Stream.of(values()).map(State::word).toList();

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String says() {
    return Texts.say("debt.state." + word());
  }

  /** Whether it still costs something. */
  boolean isOwed() {
    return this == OPEN || this == DEFERRED;
  }
}
