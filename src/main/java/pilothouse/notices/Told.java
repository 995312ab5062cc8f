package pilothouse.notices;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Who;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * A subscription as pages show it.
 *
 * @param due when the next digest goes out; empty where each entry goes at once
 */
public record Told(
    String id,
    String way,
    String target,
    String owner,
    String says,
    String when,
    String due,
    boolean paused,
    String why,
    long waiting,
    long dead,
    String last) {
  /** A message as pages show it. */
  public record Message(
      String id,
      String entries,
      String made,
      String ended,
      int tries,
      String next,
      String trouble) {
    static Message of(Notice notice, ZoneId zone) {
      String entries =
          notice.first() == notice.last()
              ? String.valueOf(notice.first())
              : notice.first() + " to " + notice.last();
      return new Message(
          notice.id(),
          entries,
          Say.time(notice.madeAt(), zone),
          time(notice.endedAt(), zone),
          notice.tries(),
          Say.time(notice.nextAt(), zone),
          Texts.anew(Say.plain(notice.trouble())));
    }
  }

  static Told of(Notices here, Subscription one, ZoneId zone) {
    String last =
        here.shelf().newest(one, Notice.State.SENT, 1).stream()
            .map(notice -> time(notice.endedAt(), zone))
            .findFirst()
            .orElse("");
    return new Told(
        one.id(),
        one.way().word(),
        one.target(),
        Who.called(one.ownerName()),
        one.says(),
        one.when(),
        time(one.dueAt(), one.zone()),
        one.pausedAt() != null,
        Texts.anew(one.pausedWhy()),
        here.shelf().count(one, Notice.State.WAITING),
        here.shelf().count(one, Notice.State.DEAD),
        last);
  }

  private static String time(@Nullable Instant at, ZoneId zone) {
    return at == null ? "" : Say.time(at, zone);
  }
}
