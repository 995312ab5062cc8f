package pilothouse.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import pilothouse.evidence.facts.Unplaced;
import pilothouse.evidence.inbox.Inbox;
import pilothouse.evidence.inbox.Kept;
import pilothouse.evidence.inbox.Replay;
import pilothouse.evidence.inbox.Source;
import pilothouse.evidence.inbox.State;
import pilothouse.journal.Who;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.NotFound;
import pilothouse.web.Request;
import pilothouse.web.Route;

/** The page of what comes in: each source, and the deliveries that could not be understood. */
final class SourcePages {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final int PARKED = 50;

  private final Supplier<Inbox> inbox;
  private final Supplier<Unplaced> unplaced;
  private final Function<String, Optional<String>> secrets;
  private final InstantSource clock;

  SourcePages(
      Supplier<Inbox> inbox,
      Supplier<Unplaced> unplaced,
      Function<String, Optional<String>> secrets,
      InstantSource clock) {
    this.inbox = inbox;
    this.unplaced = unplaced;
    this.secrets = secrets;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.read(Intakes.SOURCES, this::page),
        Route.change("/sources/{source}/replay", this::replay));
  }

  private Answer page(Request request) {
    Inbox here = inbox.get();
    Map<String, Long> waiting = here.standing(State.WAITING);
    Map<String, Long> parked = here.standing(State.PARKED);
    String base = "http://" + request.header("Host");
    Instant now = clock.instant();
    List<SourceRow> rows =
        here.sources().stream()
            .map(source -> row(here, source, base, now, waiting, parked))
            .sorted(Comparator.comparing(row -> row.last().isEmpty()))
            .toList();
    List<Kept> stuck = here.newest(null, State.PARKED, Long.MAX_VALUE, PARKED);
    long all = parked.values().stream().mapToLong(Long::longValue).sum();
    return Answer.page(
        "intake/sources",
        Texts.say("intake.source-pages.what-comes-in"),
        Map.of(
            "rows", rows, "parked", stuck, "count", all, "unplaced", unplaced.get(), "now", now));
  }

  private SourceRow row(
      Inbox here,
      Source source,
      String base,
      Instant now,
      Map<String, Long> waiting,
      Map<String, Long> parked) {
    String name = source.name();
    String address = base + "/in/" + name;
    Optional<Instant> last = here.last(name);
    boolean secured = secrets.apply(name).isPresent();
    return new SourceRow(
        name,
        source.title(),
        address,
        secured,
        last.map(at -> Say.ago(at, now)).orElse(""),
        last.isPresent() && last.get().isBefore(now.minus(WEEK)),
        here.tally(name, now.minus(DAY)),
        here.tally(name, now.minus(WEEK)),
        waiting.getOrDefault(name, 0L),
        parked.getOrDefault(name, 0L),
        Connecting.steps(name),
        Connecting.command(name, address, secured, now.truncatedTo(ChronoUnit.SECONDS).toString()));
  }

  private Answer replay(Request request) {
    Inbox here = inbox.get();
    String name = request.part("source");
    if (here.source(name).isEmpty()) {
      throw new NotFound(
          Texts.say("intake.source-pages.no-source-is-called", name),
          Texts.say("intake.source-pages.see-sources-for-all"));
    }
    here.replay(Replay.parkedOf(name), Who.of(request.caller()));
    return new Answer.Redirect(Intakes.SOURCES);
  }
}
