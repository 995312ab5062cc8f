package pilothouse.delivery;

import java.util.Locale;
import pilothouse.text.Texts;

/** For whom a number is said; the number is the same. */
public enum Reader {
  ENGINEER,
  PRODUCT,
  LEADERSHIP;

  /** As it stands in an address. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As people see it. */
  public String title() {
    return Texts.say("delivery.reader." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
