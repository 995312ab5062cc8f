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
    return new Decisions(this::docket);
  }

  private Docket docket() {
    Stored here = stored.get();
    return new Docket(
        here.storage(),
        setup.clock(),
        setup.zone(),
        here.loop().promises(),
        gauges,
        verdicts,
        headings::principles);
  }
}
