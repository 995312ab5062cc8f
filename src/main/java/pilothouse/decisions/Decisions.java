package pilothouse.decisions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pilothouse.findings.Source;
import pilothouse.journal.Who;
import pilothouse.journal.Written;
import pilothouse.promises.Kind;
import pilothouse.storage.Storage;
import pilothouse.verdicts.Track;
import pilothouse.views.Board;
import pilothouse.web.Caller;
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
  private final HeadReading heads;

  /** Of what is kept there. */
  public Decisions(Supplier<Docket> docket, Supplier<Heads> heads) {
    this.docket = docket;
    this.heads = new HeadReading(docket, heads);
    this.waking = new Waking(docket, shelf);
  }

  /** Their addresses. */
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>(new FilePages(docket, shelf).routes());
    routes.addAll(new SheetPages(docket, shelf).routes());
    routes.addAll(new CouncilPages(docket, shelf).routes());
    routes.addAll(new DelegationPages(docket).routes());
    routes.addAll(new RulePages(docket, shelf).routes());
    routes.addAll(new StandardPages(docket, shelf).routes());
    routes.addAll(new PrinciplePages(docket, shelf).routes());
    routes.addAll(new DecisionPages(docket, shelf).routes());
    routes.addAll(new DecisionDeeds(docket, shelf).routes());
    return routes;
  }

  /** What of them needs somebody. */
  public Source source() {
    List<Source> all =
        List.of(
            new DecisionFindings(docket, shelf),
            new RuleFindings(docket, shelf),
            new StandardFindings(docket, shelf),
            new FileFindings(docket, shelf));
    return now -> all.stream().flatMap(one -> one.found(now).stream()).toList();
  }

  /** Which standards the systems of a place hold to; empty where none is for them. */
  public Optional<Board.Table> standards(Where place, Caller caller) {
    return new OwnStandards(docket.get(), shelf, caller).of(place);
  }

  /** What comes due by itself: defaults, and what opens decisions again. */
  public void round() {
    waking.round();
  }

  /** Reads the decisions of repositories whose newest commit is another one. */
  public void read() {
    heads.round();
  }

  /**
   * Takes the files of a folder, where the caller may change things; the same ones again change
   * nothing.
   */
  public FileReceipt take(Shipment from, Who who) {
    return new Filing(docket.get()).take(from, who);
  }

  /** What would become of them; nothing is kept. */
  public FileReceipt rehearse(Shipment from, Who who) {
    return new Filing(docket.get()).rehearse(from, who);
  }

  /**
   * Writes into a folder what belongs there, as far as the caller may see it.
   *
   * @param folder by which it is known, as in a {@link Shipment}
   * @param prefix of the paths in it; empty where it is the whole
   */
  public FileReceipt write(
      String folder,
      String prefix,
      Where place,
      FileTarget target,
      WriteWish wish,
      Caller caller,
      Who who) {
    return new Writeout(docket.get(), folder, prefix, place, caller, target, wish).write(who);
  }

  /** What people wrote. */
  public List<Written> written() {
    Storage storage = docket.get().storage();
    FileShelf.Known files = shelf.files().now(storage);
    return shelf.all(storage).stream()
        .limit(Written.MOST)
        .map(one -> new Sought(one).written(files.named(one)))
        .toList();
  }

  /**
   * That something was decided on a day, as it belongs to a place.
   *
   * @param says the number, the title and what was chosen
   * @param affects the places that it affects
   */
  public record Made(LocalDate day, String says, String page, Where place, Set<Where> affects) {
    /** Whether it belongs to that place, or affects it. */
    public boolean isAt(Where where) {
      return place.equals(where) || affects.contains(where);
    }
  }

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
                        one.name()
                            + " "
                            + one.title()
                            + (turn.about().isEmpty() ? "" : ": " + turn.about()),
                        one.address(),
                        one.place(),
                        Affected.of(one).keySet().stream()
                            .map(Affected::where)
                            .collect(Collectors.toSet()))));
  }

  /** The numbers that decisions stand on. */
  public Stream<Cited> cited() {
    Docket here = docket.get();
    return Cited.all(here, shelf.all(here.storage()));
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
