package pilothouse.metrics.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import pilothouse.text.Texts;

/** Whose definition the five delivery metrics follow; the facts under them are the same. */
public enum Definition {
  DORA,
  DEVLAKE,
  FOUR_KEYS,
  GITLAB,
  MERGES;

  /** Stable, kebab-case: {@code dora}, {@code four-keys}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As people see it. */
  public String title() {
    return Texts.say(
        "delivery.definition." + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".title");
  }

  /** What it counts, in a sentence. */
  public String says() {
    return Texts.say(
        "delivery.definition." + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".says");
  }

  /** The definition with this id. */
  public static Optional<Definition> named(String id) {
    return Arrays.stream(values()).filter(definition -> definition.id().equals(id)).findFirst();
  }
}
