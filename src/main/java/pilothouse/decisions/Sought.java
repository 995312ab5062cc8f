package pilothouse.decisions;

import pilothouse.journal.Written;
import pilothouse.text.Markdown;
import pilothouse.text.Say;

/** A decision as search finds it. */
record Sought(Decision one) {
  /** So much of a text is found. */
  private static final int FOUND = 1_000;

  /**
   * In plain words.
   *
   * @param named what its file calls it; empty for nothing
   */
  Written written(String named) {
    String choice = one.chosen().map(Turn::words).orElse("");
    return Written.of(
        "decision",
        one.id(),
        one.name() + " " + one.title(),
        Written.joined(
            named,
            plain(one.words().question()),
            plain(choice),
            Choice.text(one.words().options())),
        one.address(),
        one.place());
  }

  private static String plain(String text) {
    return Markdown.plain(Say.cut(text, FOUND));
  }
}
