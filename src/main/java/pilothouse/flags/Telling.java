package pilothouse.flags;

import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.web.Caller;

/** Tells programs of flags what the caller may see. */
record Telling(FlagShelf shelf, Caller caller) {
  FlagTold told(Flag flag) {
    return told(flag, owners(shelf, Stream.of(flag)));
  }

  /** What the owners of some are called, asked for at once. */
  static Map<String, String> owners(FlagShelf shelf, Stream<Flag> flags) {
    return shelf
        .locker()
        .promises()
        .owners()
        .names(
            flags.map(one -> one.words().owner()).filter(id -> !id.isEmpty()).distinct().toList());
  }

  FlagTold told(Flag flag, Map<String, String> owners) {
    Words words = flag.words();
    String owner = owners.getOrDefault(words.owner(), "");
    Locker locker = shelf.locker();
    return new FlagTold(
        flag.id(),
        flag.number(),
        flag.key(),
        words.says(),
        words.purpose().word(),
        words.place().text(),
        owner.isEmpty() ? null : owner,
        words.since().toString(),
        age(locker, flag),
        flag.ends().toString(),
        words.purpose().goes() ? "expiry" : "review",
        flag.isLate(locker.today()),
        flag.extended(),
        flag.isInUse() ? "in_use" : "removed",
        flag.removal().map(Turn::evidence).orElse(null),
        standing(shelf.mentions().of(flag, caller)),
        debt(flag).map(Locker.Owed::page).orElse(null),
        flag.seen().stream()
            .map(one ->
                new FlagTold.Seen(
                    one.kind(), one.file(), one.says(), one.first(), one.last(), one.gone()))
            .toList(),
        flag.address());
  }

  /** How many days it has been there. */
  static long age(Locker locker, Flag flag) {
    return ChronoUnit.DAYS.between(flag.words().since(), locker.today());
  }

  /** The item of debt that it became, where the caller may see it. */
  Optional<Locker.Owed> debt(Flag flag) {
    return shelf.locker().debts().apply(flag.id()).filter(one -> caller.sees(one.place()));
  }

  private static FlagTold.@Nullable Standing standing(Standing one) {
    return one.known()
        ? new FlagTold.Standing(
            one.places().stream()
                .map(place -> new FlagTold.Named(place.repository(), place.path()))
                .toList(),
            one.left())
        : null;
  }
}
