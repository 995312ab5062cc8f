package pilothouse.decisions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pilothouse.decisions.Turn.Kind;
import pilothouse.decisions.adr.Status;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/**
 * What a file says happened to a decision.
 *
 * @param successor the id of the one that holds in its place; empty for none that is known
 */
record FileTurns(Docket docket, FileSaid said, String successor) {
  /** Who said it. */
  static final Who FILE = Who.of("", "a file");

  private static final List<Kind> NONE = List.of();

  /** Something that is to be written down. */
  record Next(Kind kind, String about, String words) {}

  /** Whether a file said it. */
  static boolean isOfFile(Turn turn) {
    return turn.who().equals(FILE.id()) && turn.whoName().equals(FILE.name());
  }

  /** Whether the words are those of a file. */
  static boolean isOfFile(Version words) {
    return words.who().equals(FILE.id()) && words.whoName().equals(FILE.name());
  }

  /** Of one that was not known. */
  private List<Next> first() {
    List<Next> turns = new ArrayList<>();
    String path = said.adr().fileName();
    turns.add(
        new Next(
            Kind.FILED,
            said.status() == Status.UNKNOWN ? State.UNKNOWN.word() : "",
            said.deciders().isEmpty()
                ? Texts.kept("kept.decisions.filed", path)
                : Texts.kept("kept.decisions.filed-by", path, said.deciders())));
    AffectedLines.read(docket, said.draft().moreInformation())
        .forEach(one -> turns.add(new Next(Kind.AFFECTS, one.text(), "")));
    kinds().forEach(kind -> turns.add(next(kind)));
    return turns;
  }

  /** One that was not known. */
  Decision begun(String id, int number, Where place) {
    Instant at = at();
    List<Turn> turns = new ArrayList<>();
    for (Next one : first()) {
      turns.add(
          new Turn(
              turns.size() + 1,
              one.kind(),
              one.about(),
              one.words(),
              null,
              at,
              FILE.id(),
              FILE.name()));
    }
    Version words = new Version(1, said.words(), at, FILE.id(), FILE.name(), "");
    return new Decision(id, number, place, words, turns);
  }

  private List<Kind> kinds() {
    return switch (said.status()) {
      case ACCEPTED, PARTLY -> List.of(Kind.DECIDED);
      case REJECTED -> List.of(Kind.REJECTED);
      case DEPRECATED, SUPERSEDED -> List.of(Kind.DECIDED, Kind.SUPERSEDED);
      case PROPOSED, UNKNOWN -> NONE;
    };
  }

  private Next next(Kind kind) {
    return switch (kind) {
      case SUPERSEDED -> new Next(kind, successor, FileText.kept(said.adr().head().statusWords()));
      case DECIDED -> new Next(kind, said.chosen(), said.reasons());
      case FILED -> new Next(kind, State.UNKNOWN.word(), "");
      default -> new Next(kind, "", said.reasons());
    };
  }

  /** Of one that is known, where the file said something else before. */
  List<Next> since(FileSaid before, Decision now) {
    boolean outcome =
        !said.chosen().equals(before.chosen()) || !said.reasons().equals(before.reasons());
    boolean status = said.status() != before.status();
    State state = now.state();
    return switch (said.status()) {
      case ACCEPTED, PARTLY ->
          (status && !state.isInForce()) || (outcome && state.isInForce())
              ? List.of(next(Kind.DECIDED))
              : List.of();
      case REJECTED ->
          (status && state != State.REJECTED) || (outcome && state == State.REJECTED)
              ? List.of(next(Kind.REJECTED))
              : List.of();
      case DEPRECATED, SUPERSEDED ->
          status && state != State.SUPERSEDED ? List.of(next(Kind.SUPERSEDED)) : List.of();
      case PROPOSED -> status && !state.isOpen() ? List.of(next(Kind.REOPENED)) : List.of();
      case UNKNOWN -> status && state != State.UNKNOWN ? List.of(next(Kind.FILED)) : List.of();
    };
  }

  /** The beginning of the day that the file says; now where it says none, or one to come. */
  Instant at() {
    Instant now = docket.now();
    return said.day()
        .map(day -> day.atStartOfDay(docket.zone()).toInstant())
        .filter(day -> day.isBefore(now) && day.isAfter(Instant.EPOCH))
        .orElse(now);
  }
}
