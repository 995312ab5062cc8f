package pilothouse;

/** The words of {@code --memory}; the launcher sets the heap, here a word is only checked. */
final class Memory {
  static final String USUAL = "384m";

  static final String SPENT = "there was not enough memory; give more, as in --memory 1g.";

  private Memory() {}

  /** Refuses what is no size. */
  static void check(String size) {
    if (!size.matches("[1-9][0-9]{0,8}[kKmMgG]?")) {
      throw new Refused(
          "--memory \"%s\" is no size; write a whole number with m or g, as in --memory 2g."
              .formatted(size));
    }
  }
}
