package pilothouse;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pilothouse.debt.Debts;
import pilothouse.debt.Ledger;
import pilothouse.decisions.Decisions;
import pilothouse.direction.bets.Outcomes;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.Lot;
import pilothouse.evidence.facts.WorkItem;
import pilothouse.flags.Lapsed;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/** What the register of technical debt stands on. */
record Arrears(
    Supplier<Stored> stored,
    Outcomes outcomes,
    Supplier<List<Decisions.Lapsed>> standards,
    Supplier<List<Lapsed>> flags,
    InstantSource clock,
    ZoneId zone) {
  Debts debts() {
    return new Debts(this::ledger);
  }

  private Ledger ledger() {
    Stored here = stored.get();
    return new Ledger(
        here.storage(),
        clock,
        zone,
        here.loop().promises(),
        this::aimed,
        name -> here.evidence().history(name).orElse(null),
        repository -> folders(here, repository),
        named -> isTold(here, named),
        () -> new Ledger.Issues(here.services().version(), () -> issues(here)),
        new Lapsing(standards, flags, here::storage, clock, zone)::all,
        here.loop().meters(),
        () ->
            new KnownTeams(
                here.systems().ownership(),
                here.systems().rules(),
                LocalDate.ofInstant(clock.instant(), zone)));
  }

  private List<Ledger.Aimed> aimed(Caller caller) {
    return outcomes.offered(caller).stream()
        .map(one -> new Ledger.Aimed(one.id(), one.title(), one.page()))
        .toList();
  }

  private static List<String> folders(Stored here, String repository) {
    return here.systems().rules().tenants(repository).stream()
        .map(system -> here.systems().rules().folder(system))
        .filter(folder -> !folder.isEmpty())
        .toList();
  }

  /** By its address, its key, or the number at the end of one of these. */
  private static boolean isTold(Stored here, String named) {
    String number = named.startsWith("#") ? named.substring(1) : named;
    return here.services().lots(Incident.class).stream()
        .flatMap(lot -> lot.things().get().stream())
        .flatMap(one -> Stream.of(one.key(), Objects.requireNonNullElse(one.url(), "")))
        .anyMatch(is ->
            is.equals(named)
                || Stream.of("/", ":", "#").anyMatch(before -> is.endsWith(before + number)));
  }

  private static List<Ledger.Issue> issues(Stored here) {
    List<Ledger.Issue> all = new ArrayList<>();
    for (Lot<WorkItem> lot : here.services().lots(WorkItem.class)) {
      Where place =
          lot.systems().isEmpty() ? Where.ORGANISATION : Where.system(lot.systems().getFirst());
      lot.things().get().stream()
          .filter(WorkItem::isTold)
          .map(item -> issue(item, place))
          .forEach(all::add);
    }
    return all;
  }

  private static Ledger.Issue issue(WorkItem item, Where place) {
    String number = Objects.requireNonNullElse(item.number(), item.key());
    return new Ledger.Issue(
        item.key(),
        number.matches("\\d+") ? "#" + number : number,
        Objects.requireNonNullElse(item.title(), number),
        Objects.requireNonNullElse(item.url(), ""),
        Objects.requireNonNullElse(item.labels(), List.of()),
        place,
        !Boolean.FALSE.equals(item.open()));
  }
}
