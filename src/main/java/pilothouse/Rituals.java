package pilothouse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pilothouse.findings.Source;
import pilothouse.journal.Written;
import pilothouse.promises.Kind;
import pilothouse.rhythm.Deck;
import pilothouse.rhythm.Rhythms;
import pilothouse.verdicts.Track;
import pilothouse.views.Gauge;
import pilothouse.views.Gauges;
import pilothouse.voice.Ear;
import pilothouse.voice.Voices;
import pilothouse.web.Route;

/** What the rooms of rhythm and voice stand on, and what they bring. */
record Rituals(
    Supplier<Stored> stored, Supplier<Gauges> gauges, Headings headings, Pages.Setup setup) {
  /** What somebody owes there. */
  static final List<Kind> KINDS =
      Stream.concat(Rhythms.KINDS.stream(), Voices.KINDS.stream()).toList();

  List<Route> routes() {
    List<Route> routes = new ArrayList<>(Rhythms.routes(this::deck));
    routes.addAll(Voices.routes(this::ear));
    return routes;
  }

  /** What of these rooms needs somebody. */
  List<Source> sources() {
    return List.of(_ -> Rhythms.found(deck()), _ -> Voices.found(ear()));
  }

  /** What people wrote there. */
  List<Written> written() {
    List<Written> all = new ArrayList<>(Rhythms.written(deck()));
    all.addAll(Voices.written(ear()));
    return all;
  }

  /** The numbers that forums pinned. */
  List<Gauge> pinned() {
    return Rhythms.pinned(deck());
  }

  /** The forums that decide. */
  List<Track> forums() {
    return Rhythms.forums(deck());
  }

  private Deck deck() {
    Stored here = stored.get();
    Ear ear = ear();
    return new Deck(
        here.storage(),
        setup.clock(),
        setup.zone(),
        here.journal(),
        here.loop().promises(),
        here.systems(),
        here.who().teams(),
        here.services(),
        gauges,
        () -> here.loop().findings().all(),
        (rows, place, day, says, tone, source, who) ->
            Voices.note(ear, rows, place, day, says, tone, source, who),
        headings::objectives,
        headings::stands,
        headings::sheets);
  }

  private Ear ear() {
    Stored here = stored.get();
    return new Ear(
        here.storage(),
        setup.clock(),
        setup.zone(),
        here.loop().promises(),
        here.systems(),
        here.who().teams(),
        gauges);
  }
}
