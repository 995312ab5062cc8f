package pilothouse.flags;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import pilothouse.text.Texts;

/** What a flag is for, which decides how long it usually lives. [Hodgson, Feature Toggles] */
enum Purpose {
  RELEASE(90, true),
  EXPERIMENT(40, true),
  OPERATIONAL(180, false),
  PERMISSION(365, false);

  static final List<String> ALL = Stream.of(values()).map(Purpose::word).toList();

  private final int days;
  private final boolean goes;

  Purpose(int days, boolean goes) {
    this.days = days;
    this.goes = goes;
  }

  /** So long it lives, or is not looked at again, where nobody set another number. */
  int days() {
    return days;
  }

  /** Whether its day ends it; else it is looked at again on that day. */
  boolean goes() {
    return goes;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String says() {
    return Texts.say("flags.kind." + word());
  }

  static Optional<Purpose> of(String word) {
    String small = word.strip().toLowerCase(Locale.ROOT);
    return Stream.of(values())
        .filter(one -> one.word().equals(small) || (small.equals("ops") && one == OPERATIONAL))
        .findFirst();
  }
}
