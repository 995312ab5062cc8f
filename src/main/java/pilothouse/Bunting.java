package pilothouse;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pilothouse.debt.Debts;
import pilothouse.evidence.Evidence;
import pilothouse.evidence.Files;
import pilothouse.evidence.History;
import pilothouse.flags.Code;
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
        new Heads(here.evidence()),
        this::owed);
  }

  private Optional<Locker.Owed> owed(String flag) {
    return Optional.ofNullable(debts.get())
        .flatMap(register -> register.took("flag", flag))
        .map(item -> new Locker.Owed(item.called(), item.page(), item.place()));
  }

  /** The newest commits of the repositories that are read. */
  private record Heads(Evidence evidence) implements Code {
    @Override
    public long version() {
      return evidence.version();
    }

    @Override
    public List<Head> heads() {
      return evidence.histories().stream()
          .filter(one -> one.coverage().linesCounted() && one.commits().head() >= 0)
          .map(
              one -> new Head(one.repository(), one.commits().id(one.commits().head()), texts(one)))
          .toList();
    }

    private static List<String> texts(History history) {
      Files files = history.files();
      return IntStream.range(0, files.size())
          .filter(row -> files.lines()[row] >= 0)
          .mapToObj(row -> history.paths()[files.path()[row]])
          .toList();
    }

    @Override
    public Map<String, byte[]> contents(String repository, List<String> paths, int largest) {
      return evidence.contents(repository, paths, largest);
    }
  }
}
