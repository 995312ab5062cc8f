package pilothouse.debt;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import pilothouse.text.Texts;

/** How bad it is, which decides by when it is mended. */
enum Severity {
  CRITICAL(14),
  HIGH(60),
  MEDIUM(180),
  LOW(365);

  static final List<String> ALL = Stream.of(values()).map(Severity::word).toList();

  private final int days;

  Severity(int days) {
    this.days = days;
  }

  /** Within so many days, where nobody set another number. */
  int days() {
    return days;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String says() {
    return Texts.say("debt.severity." + word());
  }

  static Optional<Severity> of(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
