package pilothouse.flags;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/** All flags, kept in memory until a row comes. */
final class FlagShelf {
  private final Supplier<Locker> locker;
  private final Mentions mentions = new Mentions();
  private volatile @Nullable Kept kept;

  FlagShelf(Supplier<Locker> locker) {
    this.locker = locker;
  }

  /**
   * The flags at one moment.
   *
   * @param all the newest first
   * @param byNumber by their ids, too
   * @param lives as somebody set them
   */
  record Kept(
      String version,
      List<Flag> all,
      Map<String, Flag> byNumber,
      Map<String, Flag> byKey,
      Map<Purpose, Integer> lives) {

    /** The flag of that key at that place. */
    Optional<Flag> named(String key, Where place) {
      return Optional.ofNullable(byKey.get(place.text() + "\n" + key));
    }

    int days(Purpose purpose) {
      return lives.getOrDefault(purpose, purpose.days());
    }

    /** Until when one of a kind lives that came on a day. */
    LocalDate usual(Purpose purpose, LocalDate since) {
      return since.plusDays(days(purpose));
    }
  }

  Locker locker() {
    return locker.get();
  }

  Mentions mentions() {
    return mentions;
  }

  /** As it is now. */
  Kept now() {
    return locker
        .get()
        .storage()
        .read(rows -> {
          String version = FlagRows.version(rows);
          Kept before = kept;
          if (before == null || !before.version().equals(version)) {
            before = kept(version, FlagRows.all(rows), FlagRows.lives(rows));
            kept = before;
          }
          return before;
        });
  }

  private static Kept kept(String version, List<Flag> all, Map<Purpose, Integer> lives) {
    Map<String, Flag> byNumber = new HashMap<>();
    Map<String, Flag> byKey = new HashMap<>();
    all.forEach(flag -> {
      byNumber.put(String.valueOf(flag.number()), flag);
      byNumber.put(flag.id(), flag);
      byKey.put(flag.place().text() + "\n" + flag.key(), flag);
    });
    return new Kept(version, all, byNumber, byKey, lives);
  }

  Stream<Flag> seen(Caller caller) {
    return now().all().stream().filter(flag -> caller.sees(flag.place()));
  }

  /** The flag of a number, where the caller may see it. */
  Flag find(String number, Caller caller) {
    return Optional.ofNullable(now().byNumber().get(number))
        .filter(flag -> caller.sees(flag.place()))
        .orElseThrow(Locker::gone);
  }
}
