package pilothouse;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.debt.Debts;
import pilothouse.flags.Flags;
import pilothouse.flags.Locker;

/**
 * What flags stand on.
 *
 * @param debts the register that flags fall into; null where nobody looks at it
 */
record Bunting(
    Supplier<Stored> stored, Supplier<@Nullable Debts> debts, InstantSource clock, ZoneId zone) {
  Flags flags() {
    return new Flags(this::locker);
  }

  private Locker locker() {
    Stored here = stored.get();
    return new Locker(
        here.storage(),
        clock,
        zone,
        here.loop().promises(),
        new FlagCode(here.evidence()),
        this::owed);
  }

  private Optional<Locker.Owed> owed(String flag) {
    return Optional.ofNullable(debts.get())
        .flatMap(register -> register.took("flag", flag))
        .map(item -> new Locker.Owed(item.called(), item.page(), item.place(), item.ended()));
  }
}
