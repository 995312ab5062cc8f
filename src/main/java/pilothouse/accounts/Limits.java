package pilothouse.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import pilothouse.storage.Instants;
import pilothouse.storage.Storage;

/**
 * How long somebody waits who failed to sign in, by account and by address. The wait doubles with
 * each failure and never exceeds five minutes; tries that come too early are not looked at, and
 * lengthen nothing. So nobody guesses many passwords, and nobody locks another one out for ever.
 */
final class Limits {
  private static final Duration FORGOTTEN = Duration.ofHours(2);
  private static final long FIRST_SECONDS = 2;
  private static final long LONGEST_SECONDS = 300;
  private static final int DOUBLINGS = 8;

  /** So many failures of one account are free: people mistype. */
  static final int OF_ACCOUNT = 5;

  /** So many from one address: a whole office may come from one. */
  static final int OF_ADDRESS = 30;

  private final Storage storage;
  private final InstantSource clock;

  Limits(Storage storage, InstantSource clock) {
    this.storage = storage;
    this.clock = clock;
  }

  private record Row(int failures, Instant last) {}

  /**
   * Counts a try as a failure before it is looked at, so that many at once gain nothing.
   *
   * @return how long to wait; zero where it may be looked at
   */
  Duration begin(String account, String address) {
    Instant now = clock.instant();
    return storage.write(rows -> {
      // Always in one order, so that two who try at once do not wait for each other.
      Row byAccount = held(rows, key("account", account), now);
      Row byAddress = held(rows, key("address", address), now);
      Duration wait = longer(wait(byAccount, OF_ACCOUNT, now), wait(byAddress, OF_ADDRESS, now));
      if (wait.isZero()) {
        count(rows, key("account", account), byAccount.failures() + 1, now);
        count(rows, key("address", address), byAddress.failures() + 1, now);
      }
      return wait;
    });
  }

  /** The try was none: the account's failures are forgotten, the address's are one fewer. */
  void succeeded(String account, String address) {
    Instant now = clock.instant();
    storage.write(rows -> {
      rows.execute("delete from sign_in_limit where hash = ?", key("account", account));
      rows.execute(
          "update sign_in_limit set failures = failures - 1 where hash = ? and failures > 0",
          key("address", address));
      return true;
    });
    forget(now.minus(FORGOTTEN));
  }

  /** One row at a time, so that nobody who signs in at another process waits in a ring. */
  private void forget(Instant before) {
    List<String> old =
        storage.read(rows ->
            rows.createQuery(
                    "select hash from sign_in_limit where last_at < ? order by hash limit 100")
                .bind(0, Instants.text(before))
                .mapTo(String.class)
                .list());
    for (String hash : old) {
      storage.write(rows ->
          rows.execute(
              "delete from sign_in_limit where hash = ? and last_at < ?",
              hash,
              Instants.text(before)));
    }
  }

  /** The row, made where it is missing; nobody else changes it until the transaction ends. */
  private static Row held(Handle rows, String key, Instant now) {
    rows.execute(
        """
        insert into sign_in_limit (hash, failures, last_at) values (?, 0, ?)
        on conflict (hash) do update set failures = sign_in_limit.failures
        """,
        key,
        Instants.text(now));
    Row row =
        rows.createQuery("select failures, last_at from sign_in_limit where hash = :key")
            .bind("key", key)
            .map((r, context) -> new Row(r.getInt(1), Instants.parse(r.getString(2))))
            .one();
    return row.last().plus(FORGOTTEN).isBefore(now) ? new Row(0, now) : row;
  }

  private static void count(Handle rows, String key, int failures, Instant now) {
    rows.execute(
        "update sign_in_limit set failures = ?, last_at = ? where hash = ?",
        failures,
        Instants.text(now),
        key);
  }

  private static Duration wait(Row row, int free, Instant now) {
    int over = row.failures() - free;
    if (over < 0) {
      return Duration.ZERO;
    }
    long seconds = Math.min(LONGEST_SECONDS, FIRST_SECONDS << Math.min(over, DOUBLINGS));
    Duration left = Duration.between(now, row.last().plusSeconds(seconds));
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static String key(String kind, String what) {
    return Secret.hash(kind + " " + what);
  }
}
