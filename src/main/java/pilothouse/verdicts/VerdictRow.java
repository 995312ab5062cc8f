package pilothouse.verdicts;

import java.time.ZoneId;
import java.util.List;
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

  static VerdictRow of(Prediction one, List<Judged> kept, String gauge, ZoneId zone) {
    boolean open = kept.isEmpty();
    return new VerdictRow(
        one.address(),
        one.says(),
        open ? "" : kept.getFirst().verdict().says(),
        open ? "" : shape(kept.getFirst().verdict()),
        open ? Say.day(one.judgedOn()) : Say.day(kept.getFirst().at(), zone),
        gauge,
        Texts.say("verdicts.expect." + one.expect().word()),
        one.forum(),
        kept.size() > 1);
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
