package pilothouse.evidence.pull;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an answer says of how much may still be asked, in the words of GitHub and of GitLab. */
final class Limits {
  private static final Duration USUAL = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(2);
  private static final int LOOKED_AT = 2_000;

  private Limits() {}

  /** Whether the question was refused because too many were asked. */
  static boolean isHit(Reply reply) {
    return switch (reply.status()) {
      case 429 -> true;
      case 403 -> reply.number("retry-after") >= 0 || isSpent(reply) || speaks(reply, "rate limit");
      case 200 -> speaks(reply, "\"type\":\"rate_limited\"");
      default -> false;
    };
  }

  /**
   * When the next question may be asked; null: at once.
   *
   * @param times how often in a row the limit was hit, which makes the wait longer where the forge
   *     does not say how long
   */
  static @Nullable Instant openAgain(Reply reply, int times, Instant now) {
    long seconds = reply.number("retry-after");
    if (seconds >= 0) {
      return atMost(now.plusSeconds(Math.max(1, seconds)), now);
    }
    if (isSpent(reply)) {
      long reset = Math.max(reply.number("x-ratelimit-reset"), reply.number("ratelimit-reset"));
      Instant opens = reset < 0 ? now.plus(USUAL) : Instant.ofEpochSecond(reset).plusSeconds(1);
      return atMost(opens.isBefore(now) ? now.plusSeconds(1) : opens, now);
    }
    return times == 0
        ? null
        : atMost(now.plus(USUAL.multipliedBy(1L << (Math.min(times, 6) - 1))), now);
  }

  private static boolean isSpent(Reply reply) {
    return reply.number("x-ratelimit-remaining") == 0 || reply.number("ratelimit-remaining") == 0;
  }

  private static boolean speaks(Reply reply, String words) {
    int length = Math.min(reply.body().length, LOOKED_AT);
    String start = new String(reply.body(), 0, length, StandardCharsets.UTF_8);
    String plain = start.toLowerCase(Locale.ROOT).replace("\": \"", "\":\"");
    return plain.contains(words);
  }

  private static Instant atMost(Instant opens, Instant now) {
    Instant last = now.plus(LONGEST);
    return opens.isAfter(last) ? last : opens;
  }
}
