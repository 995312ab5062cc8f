package pilothouse.storage;

/**
 * Who said something, and from where it came.
 *
 * @param by who or what said it
 * @param source where it stood: {@code by hand}, a file, a repository's file
 * @param byHand whether a person said it; what a person said, no re-reading overwrites
 * @param why the reason, empty where none was given
 */
public record Said(String by, String source, boolean byHand, String why) {
  public Said {
    by = by.strip();
    source = source.strip();
    why = why.strip();
  }

  /** What somebody types on this machine, where there are no accounts yet. */
  public static Said you(String why) {
    return new Said("you", "by hand", true, why);
  }

  /** What a file says that a person gave. */
  public static Said file(String name) {
    return new Said("you", name, true, "imported from " + name);
  }
}
