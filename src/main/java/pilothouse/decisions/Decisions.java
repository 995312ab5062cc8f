package pilothouse.decisions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pilothouse.findings.Source;
import pilothouse.journal.Written;
import pilothouse.promises.Kind;
import pilothouse.verdicts.Track;
import pilothouse.web.Route;
import pilothouse.web.Where;

/** The door to what was decided. */
public final class Decisions {
  /** To decide by a day. */
  static final Kind DECIDE = Kind.of("decide", false).endedAtHome();

  /** To say what one thinks of it by a day. */
  static final Kind ADVISE = Kind.of("advise", false).endedAtHome();

  /** To review it in a council by a day. */
  static final Kind REVIEW = Kind.of("review", false).endedAtHome();

  /** What somebody owes here. */
  public static final List<Kind> KINDS = List.of(DECIDE, ADVISE, REVIEW);

  private final Supplier<Docket> docket;
  private final DecisionShelf shelf = new DecisionShelf();
  private final Waking waking;

  /** Of what is kept there. */
  public Decisions(Supplier<Docket> docket) {
    this.docket = docket;
    this.waking = new Waking(docket, shelf);
  }

  /** Their addresses. */
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>(new SheetPages(docket).routes());
    routes.addAll(new CouncilPages(docket, shelf).routes());
    routes.addAll(new DelegationPages(docket).routes());
    routes.addAll(new PrinciplePages(docket, shelf).routes());
    routes.addAll(new DecisionPages(docket, shelf).routes());
    routes.addAll(new DecisionDeeds(docket, shelf).routes());
    return routes;
  }

  /** What of them needs somebody. */
  public Source source() {
    return new DecisionFindings(docket, shelf);
  }

  /** What comes due by itself: defaults, and what opens decisions again. */
  public void round() {
    waking.round();
  }

  /** What people wrote. */
  public List<Written> written() {
    return shelf.all(docket.get().storage()).stream()
        .limit(Written.MOST)
        .map(Decision::written)
        .toList();
  }

  /**
   * That something was decided on a day, as it belongs to a place.
   *
   * @param says the number, the title and what was chosen
   */
  public record Made(LocalDate day, String says, String page, Where place) {}

  /** What was decided, the newest decision first. */
  public Stream<Made> made() {
    Docket here = docket.get();
    return shelf.all(here.storage()).stream()
        .flatMap(one ->
            one.turns().stream()
                .filter(
                    turn -> turn.kind() == Turn.Kind.DECIDED || turn.kind() == Turn.Kind.DEFAULTED)
                .map(turn ->
                    new Made(
                        LocalDate.ofInstant(turn.at(), here.zone()),
                        one.name() + " " + one.title() + ": " + turn.about(),
                        one.address(),
                        one.place())));
  }

  /** The councils, of which verdicts keep a record. */
  public List<Track> councils() {
    return docket.get().storage().read(CouncilRows::all).stream()
        .map(one -> new Track(one.id(), one.title(), one.place(), !one.isEnded()))
        .toList();
  }

  /** The rubrics that decisions were sized by, of which verdicts keep a record. */
  public List<Track> rubrics() {
    return new Sheets(docket.get())
        .all().values().stream()
            .map(one -> new Track(Sizing.TRACK + one.id(), one.title(), Where.ORGANISATION, true))
            .toList();
  }
}
