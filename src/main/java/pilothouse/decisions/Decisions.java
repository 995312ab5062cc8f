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
    List<Route> routes = new ArrayList<>(new RulePages(docket, shelf).routes());
    routes.addAll(new StandardPages(docket, shelf).routes());
    routes.addAll(new DecisionPages(docket, shelf).routes());
    routes.addAll(new DecisionDeeds(docket, shelf).routes());
    routes.addAll(new PrinciplePages(docket, shelf).routes());
    return routes;
  }

  /** What of them needs somebody. */
  public Source source() {
    List<Source> all =
        List.of(
            new DecisionFindings(docket, shelf),
            new RuleFindings(docket, shelf),
            new StandardFindings(docket, shelf));
    return now -> all.stream().flatMap(one -> one.found(now).stream()).toList();
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

  /**
   * A standard that nobody looked at by its day of review.
   *
   * @param id the same for the same standard
   * @param says the decision and the standard in words
   */
  public record Lapsed(String id, String says, String page, Where place, LocalDate since) {}

  /** The standards in force whose review is over. */
  public List<Lapsed> lapsed() {
    Docket here = docket.get();
    return Standard.of(shelf.all(here.storage()).stream())
        .filter(one -> one.isExpired(here.today()))
        .map(one ->
            new Lapsed(
                one.decision().id() + " " + one.number(),
                one.decision().name() + " " + one.decision().title() + ": " + one.says(),
                one.decision().address(),
                one.decision().place(),
                one.review()))
        .toList();
  }
}
