package pilothouse.decisions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pilothouse.findings.Source;
import pilothouse.journal.Written;
import pilothouse.promises.Kind;
import pilothouse.web.Route;
import pilothouse.web.Where;

/** The door to what was decided. */
public final class Decisions {
  /** To decide by a day. */
  static final Kind DECIDE = Kind.of("decide", false).endedAtHome();

  /** To say what one thinks of it by a day. */
  static final Kind ADVISE = Kind.of("advise", false).endedAtHome();

  /** What somebody owes here. */
  public static final List<Kind> KINDS = List.of(DECIDE, ADVISE);

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
    List<Route> routes = new ArrayList<>(new DecisionPages(docket, shelf).routes());
    routes.addAll(new DecisionDeeds(docket, shelf).routes());
    routes.addAll(new PrinciplePages(docket, shelf).routes());
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
}
