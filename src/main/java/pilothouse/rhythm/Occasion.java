package pilothouse.rhythm;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;
import pilothouse.web.Refused;

/**
 * One holding of a forum.
 *
 * @param ending {@code held} or {@code cancelled}; empty while it is open
 * @param why it was cancelled; empty where it was not
 * @param minutes what was kept of it when it ended; null while it is open
 */
record Occasion(
    String id,
    String forum,
    LocalDate heldOn,
    Instant at,
    String ending,
    @Nullable Instant endedAt,
    String endedName,
    String why,
    @Nullable Minutes minutes) {
  boolean open() {
    return ending.isEmpty();
  }

  /** The same on another day. */
  Occasion on(LocalDate day) {
    return new Occasion(id, forum, day, at, ending, endedAt, endedName, why, minutes);
  }

  /** The day from which the next one is counted: one called off before its day never came. */
  LocalDate counted(ZoneId zone) {
    LocalDate ended = endedAt == null ? heldOn : LocalDate.ofInstant(endedAt, zone);
    return ending.equals("cancelled") && ended.isBefore(heldOn) ? ended : heldOn;
  }

  /** One is open at a time, and none of a forum that has ended. */
  static void refuseSecond(Forum forum, @Nullable Occasion open) {
    if (forum.endedAt() != null) {
      throw Refused.conflict(
          Texts.say("rhythm.occasion.forum-ended", forum.title()),
          Texts.say("rhythm.occasion.another-forum"));
    }
    if (open != null) {
      throw Refused.conflict(
          Texts.say("rhythm.occasion.one-is-open", Words.day(open.heldOn())),
          Texts.say("rhythm.occasion.end-it-first"));
    }
  }

  String page() {
    return "/reviews/" + id;
  }
}
