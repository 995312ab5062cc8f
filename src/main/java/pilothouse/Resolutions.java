package pilothouse;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pilothouse.decisions.Burden;
import pilothouse.decisions.Decisions;
import pilothouse.decisions.Docket;
import pilothouse.decisions.Heads;
import pilothouse.decisions.Spikes;
import pilothouse.direction.bets.Bets;
import pilothouse.storage.Storage;
import pilothouse.verdicts.Verdicts;
import pilothouse.views.Gauges;

/** What the room of decisions stands on. */
record Resolutions(
    Supplier<Stored> stored,
    Supplier<Gauges> gauges,
    Headings headings,
    Pages.Setup setup,
    Verdicts verdicts,
    Burden burden) {
  Decisions decisions() {
    KnownWork ground = new KnownWork(stored, setup.clock(), setup.zone());
    return new Decisions(() -> docket(ground), () -> new KnownHeads(stored.get().evidence()));
  }

  /** The same for a command, which asks for no number. */
  static Decisions alone(Stored stored, Settings settings, InstantSource clock) {
    Verdicts verdicts =
        new Verdicts(
            stored::storage,
            clock,
            settings.zone(),
            Resolutions::none,
            () -> stored.loop().promises().places(),
            new KnownEvents(() -> stored, settings.zone(), Stream::empty));
    Docket docket =
        new Docket(
            stored.storage(),
            clock,
            settings.zone(),
            stored.loop().promises(),
            Resolutions::none,
            verdicts,
            _ -> List.of(),
            new KnownWork(() -> stored, clock, settings.zone()),
            (_, _, _) -> Burden.Borne.none(),
            List::of);
    return new Decisions(() -> docket, Heads::none);
  }

  private static Gauges none() {
    throw new IllegalStateException("a command reads no numbers");
  }

  private static List<Spikes.Spike> spikes(Storage storage) {
    return Bets.spikes(storage).stream()
        .map(one ->
            new Spikes.Spike(
                one.question(),
                one.decision(),
                LocalDate.parse(one.due()),
                one.answer(),
                one.page(),
                one.where()))
        .toList();
  }

  private Docket docket(KnownWork ground) {
    Stored here = stored.get();
    return new Docket(
        here.storage(),
        setup.clock(),
        setup.zone(),
        here.loop().promises(),
        gauges,
        verdicts,
        headings::principles,
        ground,
        burden,
        () -> spikes(here.storage()));
  }
}
