package pilothouse.verdicts;

import java.time.LocalDate;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/**
 * Something else that happened, and could as well be why a number moved.
 *
 * @param kind {@code deployment}, {@code incident} or {@code prediction}; its text is {@code
 *     verdicts.event.KIND}
 * @param says what happened, as its source tells it
 * @param page its address; empty where it has none
 * @param place where one must be allowed to look to see it
 */
public record Event(LocalDate day, String kind, String says, String page, Where place) {
  static final String PREDICTION = "prediction";

  /** What happened, in the reader's language where the program said it. */
  public String told() {
    return Texts.anew(says);
  }

  /** What sort of thing happened, for people. */
  public String called() {
    return Texts.known("verdicts.event.", kind);
  }
}
