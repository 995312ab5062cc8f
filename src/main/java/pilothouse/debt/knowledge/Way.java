package pilothouse.debt.knowledge;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import pilothouse.text.Texts;

/** How knowledge is shared, and in how many days. */
public enum Way {
  PAIRING(60),
  ROTATION(90),
  TALK(30);

  private final int days;

  Way(int days) {
    this.days = days;
  }

  int days() {
    return days;
  }

  /** As forms name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As people read it. */
  public String says() {
    return Texts.say("debt.knowledge.way." + word());
  }

  static Optional<Way> of(String word) {
    return Stream.of(values()).filter(way -> way.word().equals(word)).findFirst();
  }
}
