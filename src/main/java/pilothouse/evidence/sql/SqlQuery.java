package pilothouse.evidence.sql;

import java.time.Duration;
import java.time.ZoneId;
import pilothouse.evidence.pull.Named;
import pilothouse.evidence.pull.PullTrouble;

/**
 * What to ask of a database, and as what to keep the rows.
 *
 * @param text one select: a day or a time, a number and, where there are several, the scope
 * @param as what no row says itself
 * @param zone of days and times that name none
 * @param timeout how long all of it may take
 */
public record SqlQuery(String text, Named as, ZoneId zone, Duration timeout) {
  private static final int LONGEST = 100_000;
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofDays(1);

  public SqlQuery {
    text = text.strip().replaceFirst("[;\\s]+$", "");
    if (text.isEmpty()) {
      throw PullTrouble.wrong(
          "The query is empty; write one such as select day, value from orders_by_day.");
    }
    if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
      throw PullTrouble.wrong(
          "The query is no text of at most %,d characters; shorten it.".formatted(LONGEST));
    }
    if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(MOST) > 0) {
      throw PullTrouble.wrong("--timeout is none; write from 1s to 1d.");
    }
  }
}
