package pilothouse.promises;

/**
 * What sort of promise it is; features bring their own.
 *
 * @param word stable, kebab-case; its text is {@code promises.kind.WORD}
 * @param asksEvidence whether it can be kept only with evidence; else it may be kept "unverified"
 * @param remindDays how many days before its end it is called to mind
 * @param atHome whether what it is about says what became of it, on its own page, and nobody else
 */
public record Kind(String word, boolean asksEvidence, int remindDays, boolean atHome) {
  private static final int USUAL = 7;

  /** A promise that somebody made by hand. */
  public static final Kind PROMISE = new Kind("promise", false, USUAL, false);

  /** One that is called to mind a week before its end. */
  public static Kind of(String word, boolean asksEvidence) {
    return new Kind(word, asksEvidence, USUAL, false);
  }

  /** The same, ended, extended and dropped by what it is about alone. */
  public Kind endedAtHome() {
    return new Kind(word, asksEvidence, remindDays, true);
  }
}
