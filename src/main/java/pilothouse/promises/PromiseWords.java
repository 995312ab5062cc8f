package pilothouse.promises;

import pilothouse.journal.Subject;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** What is said of promises. */
final class PromiseWords {
  static final int LONGEST = 2_000;
  private static final int TITLE = 80;

  private PromiseWords() {}

  /** What the journal calls it: seen by those who may look at its place. */
  static Subject subject(Promise one) {
    return Subject.of("promise", shortened(one.what()), one.address()).in(one.place());
  }

  static String kind(String word) {
    return Texts.known("promises.kind.", word);
  }

  static String shortened(String what) {
    return Say.cut(what, TITLE);
  }
}
