package pilothouse.allocation;

import org.jspecify.annotations.Nullable;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** A share in words, in whole percent and whole points; what is not known is a dash. */
record Points(String declared, String actual, String drift, String byLines, String driftByLines) {
  private static final String UNKNOWN = "–";

  static Points of(Share share) {
    return new Points(
        percent(share.declared()),
        percent(share.byCount()),
        points(share.drift()),
        percent(share.byLines()),
        points(share.driftByLines()));
  }

  /** A category as it is said; what people call their own is said so. */
  static String category(String word) {
    return Texts.known("allocation.category.", word);
  }

  static String percent(@Nullable Double percent) {
    return percent == null ? UNKNOWN : Texts.say("say.percent", Say.count(Math.round(percent)));
  }

  /** With its sign: {@code −11 points}. */
  static String points(@Nullable Double points) {
    if (points == null) {
      return UNKNOWN;
    }
    long whole = Math.round(points);
    String sign = whole < 0 ? "−" : whole > 0 ? "+" : "";
    return sign + Texts.counted("allocation.points", Math.abs(whole));
  }
}
