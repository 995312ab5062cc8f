package pilothouse.verdicts;

import java.time.ZoneId;
import pilothouse.metrics.judging.Verdict;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * A prediction in a list.
 *
 * @param verdict in words; empty before it is judged
 * @param shape how it is shown
 * @param came when it came in, or is to come
 * @param gauge which number
 * @param later whether later facts say something else
 */
public record VerdictRow(
    String address,
    String says,
    String verdict,
    String shape,
    String came,
    String gauge,
    String expected,
    String forum,
    boolean later) {

  /** One that nobody judged yet. */
  static VerdictRow open(Prediction one, String gauge, String forum) {
    return row(one, gauge, forum, "", "", Say.day(one.judgedOn()), false);
  }

  /** One that was judged. */
  static VerdictRow judged(Outcome of, String gauge, String forum, ZoneId zone) {
    return row(
        of.of(),
        gauge,
        forum,
        of.verdict().says(),
        shape(of.verdict()),
        Say.day(of.at(), zone),
        of.later());
  }

  private static VerdictRow row(
      Prediction one,
      String gauge,
      String forum,
      String verdict,
      String shape,
      String came,
      boolean later) {
    return new VerdictRow(
        one.address(),
        one.says(),
        verdict,
        shape,
        came,
        gauge,
        Texts.say("verdicts.expect." + one.expect().word()),
        forum,
        later);
  }

  /** The shape that a verdict is shown with: all of one weight. */
  static String shape(Verdict verdict) {
    return switch (verdict) {
      case MOVED_BETTER, MOVED_WORSE -> "look";
      case NO_DETECTABLE_CHANGE -> "nothing_found";
      case TOO_EARLY, CANNOT_TELL -> "unknown";
    };
  }
}
