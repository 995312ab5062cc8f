package pilothouse.delivery;

import java.util.Locale;

/** For whom a number is said; the number is the same. */
public enum Reader {
  ENGINEER("Engineers"),
  PRODUCT("Product"),
  LEADERSHIP("Leadership");

  private final String title;

  Reader(String title) {
    this.title = title;
  }

  /** As it stands in an address. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As people see it. */
  public String title() {
    return title;
  }
}
