package pilothouse.direction.bets;

import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Caller;

/**
 * A guardrail that reads itself, as pages and programs see it; who may not see its number sees
 * whether it holds, and no more.
 *
 * @param limit in words, such as "must not rise above 45 min"
 * @param value now, or when the experiment ended, in words
 * @param held {@code yes}, {@code no} or {@code unknown}
 * @param why it is not known; empty where it is
 * @param crossed that it was beyond its limit before; empty where it was not
 * @param from the first day that was looked at
 * @param page of the number with its receipt; empty where there is none
 */
public record GuardTold(
    String gauge,
    String name,
    String side,
    String limit,
    String value,
    String held,
    String why,
    String crossed,
    String from,
    String to,
    String page) {

  static GuardTold of(Guard guard, Guarding.Read read, Caller caller) {
    String from = read.first().toString();
    String to = read.last().toString();
    if (!caller.sees(guard.gauged().where())) {
      String hidden = Texts.say("bets.guard.hidden");
      String none = Texts.say("say.unknown");
      return new GuardTold("", hidden, guard.side(), "", none, read.held(), "", "", from, to, "");
    }
    Double value = read.value();
    return new GuardTold(
        guard.gauge(),
        read.gauged().name(),
        guard.side(),
        limit(guard, read),
        value == null ? Texts.say("say.unknown") : read.gauged().says(value),
        read.held(),
        Say.sentence(read.why()),
        crossed(read),
        from,
        to,
        read.gauged().page());
  }

  static String limit(Guard guard, Guarding.Read read) {
    return Texts.say("bets.guard." + guard.side(), read.gauged().says(guard.bound()));
  }

  /** Worth a word where it holds again. */
  private static String crossed(Guarding.Read read) {
    return read.crossedOn().isEmpty() || !read.held().equals("yes")
        ? ""
        : Texts.say("bets.guard.crossed", Around.day(read.crossedOn()));
  }

  /** The days that were looked at, as people read them. */
  public String days() {
    return Texts.say("bets.guard.days", Around.day(from), Around.day(to));
  }

  /** How it looks: silence is never green. */
  public String look() {
    return held.equals("no") ? "act" : held.equals("yes") ? "nothing_found" : "unknown";
  }
}
