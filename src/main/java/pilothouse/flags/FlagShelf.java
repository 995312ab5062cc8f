package pilothouse.flags;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.web.Caller;

/** All flags, kept in memory until a row comes. */
final class FlagShelf {
  private final Supplier<Locker> locker;
  private final Mentions mentions = new Mentions();
  private volatile @Nullable Kept kept;

  FlagShelf(Supplier<Locker> locker) {
    this.locker = locker;
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
            before = Kept.of(version, FlagRows.all(rows), FlagRows.lives(rows));
            kept = before;
          }
          return before;
        });
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
