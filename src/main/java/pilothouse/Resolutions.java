package pilothouse;

import java.util.function.Supplier;
import pilothouse.decisions.Decisions;
import pilothouse.decisions.Docket;
import pilothouse.verdicts.Verdicts;
import pilothouse.views.Gauges;

/** What the room of decisions stands on. */
record Resolutions(
    Supplier<Stored> stored,
    Supplier<Gauges> gauges,
    Headings headings,
    Pages.Setup setup,
    Verdicts verdicts) {
  Decisions decisions() {
    KnownWork ground = new KnownWork(stored, setup.clock(), setup.zone());
    return new Decisions(() -> docket(ground));
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
        ground);
  }
}
