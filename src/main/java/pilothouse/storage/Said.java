package pilothouse.storage;

/**
 * Who said something, and from where it came.
 *
 * @param id of the account, the token or the only person who said it; empty for the program
 * @param by who or what said it, as it was called then
 * @param source where it stood: {@code by hand}, a file, a repository's file
 * @param byHand whether a person said it; what a person said, no re-reading overwrites
 * @param why the reason, empty where none was given
 */
public record Said(String id, String by, String source, boolean byHand, String why) {
  /** What was typed and stands in no file. */
  public static final String BY_HAND = "by hand";

  public Said {
    id = id.strip();
    by = by.strip();
    source = source.strip();
    why = why.strip();
  }

  /** What the program itself found, or what is read again of somebody whose id was not kept. */
  public Said(String by, String source, boolean byHand, String why) {
    this("", by, source, byHand, why);
  }

  /** What somebody typed. */
  public static Said by(String id, String name, String why) {
    return new Said(id, name, BY_HAND, true, why);
  }

  /** What a file says that a person gave. */
  public static Said file(String id, String name, String file) {
    return new Said(id, name, file, true, "imported from " + file);
  }
}
