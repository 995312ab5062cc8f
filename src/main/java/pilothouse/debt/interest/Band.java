package pilothouse.debt.interest;

/**
 * How large a change is, by lines added and deleted. Changes are compared with those of their band
 * alone, since larger ones take longer whatever they touch.
 */
public enum Band {
  TINY(10),
  SMALL(50),
  MIDDLE(200),
  LARGE(1_000),
  HUGE(Integer.MAX_VALUE),

  /** Of which nobody told the lines: compared with each other. */
  UNKNOWN(-1);

  private final int most;

  Band(int most) {
    this.most = most;
  }

  /** The most lines of the band; −1 for unknown. */
  public int most() {
    return most;
  }

  /** The band of so many lines; below zero for unknown. */
  public static Band of(int lines) {
    if (lines < 0) {
      return UNKNOWN;
    }
    int band = 0;
    while (lines > values()[band].most) {
      band++;
    }
    return values()[band];
  }
}
