package pilothouse.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.Turn.Kind;
import pilothouse.journal.Subject;
import pilothouse.web.Where;

/**
 * A question, what was chosen, and all that happened to it.
 *
 * @param number as people name it: D-7
 * @param now the words that hold
 * @param turns the oldest first
 */
record Decision(String id, int number, Where place, Version now, List<Turn> turns) {
  /** What promises and predictions about one call it, before its id. */
  static final String SUBJECT = "decision:";

  Decision {
    turns = List.copyOf(turns);
  }

  Words words() {
    return now.words();
  }

  String name() {
    return "D-" + number;
  }

  String title() {
    return words().title();
  }

  String address() {
    return "/decisions/" + number;
  }

  Subject subject() {
    return Subject.of("decision", name() + " " + title(), address()).in(place);
  }

  State state() {
    State state = State.PROPOSED;
    for (Turn turn : turns) {
      state =
          switch (turn.kind()) {
            case DECIDED, DEFAULTED, AFFIRMED -> State.ACCEPTED;
            case REJECTED -> State.REJECTED;
            case WOKEN -> State.WOKEN;
            case FILED -> turn.about().equals(State.UNKNOWN.word()) ? State.UNKNOWN : state;
            case REOPENED -> State.PROPOSED;
            case SUPERSEDED -> State.SUPERSEDED;
            default -> state;
          };
    }
    return state;
  }

  /** As it was once. */
  Decision at(Version then, int lastTurn) {
    return new Decision(
        id, number, place, then, turns.stream().filter(one -> one.number() <= lastTurn).toList());
  }

  /** The turn that made it what it is; empty while nobody decided. */
  Optional<Turn> chosen() {
    return state().isOpen()
        ? Optional.empty()
        : last(one -> one == Kind.DECIDED || one == Kind.DEFAULTED || one == Kind.REJECTED);
  }

  /** The option that was chosen; null where none was. */
  @Nullable Choice choice() {
    return chosen()
        .map(Turn::about)
        .filter(option -> !option.isEmpty())
        .flatMap(words()::option)
        .orElse(null);
  }

  Optional<Turn> last(Predicate<Kind> kinds) {
    return turns.reversed().stream().filter(turn -> kinds.test(turn.kind())).findFirst();
  }

  Optional<Turn> last(Kind kind) {
    return last(kind::equals);
  }

  /** The id of whoever decides; empty where nobody was named. */
  String decider() {
    return having(Kind.DECIDES).stream().findFirst().orElse("");
  }

  /** Who has which parts in it now. */
  Parts parts() {
    return Parts.of(turns);
  }

  /** Those who have a part, by their ids. */
  List<String> having(Kind part) {
    return parts().having(part);
  }

  /** Who must agree and did not, or objected since. */
  List<String> disagreeing() {
    Map<String, Kind> said =
        since(Kind.REOPENED)
            .filter(turn -> turn.kind() == Kind.AGREED || turn.kind() == Kind.OBJECTED)
            .collect(Collectors.toMap(Turn::about, Turn::kind, (_, later) -> later));
    return having(Kind.AGREES).stream().filter(id -> said.get(id) != Kind.AGREED).toList();
  }

  /** What happened since that was last done, or from the beginning. */
  Stream<Turn> since(Kind kind) {
    int from = last(kind).map(Turn::number).orElse(0);
    return turns.stream().filter(turn -> turn.number() > from);
  }

  /** Whoever may decide in the decider's place on that day. */
  List<Turn> delegates(LocalDate day) {
    int from = last(Kind.DECIDES).map(Turn::number).orElse(0);
    return turns.stream()
        .filter(turn -> turn.kind() == Kind.DELEGATED && turn.number() > from)
        .filter(turn -> turn.day() != null && !turn.day().isBefore(day))
        .toList();
  }

  /** By when it is decided, and what holds if it is not; null where nobody said. */
  @Nullable Turn clock() {
    return since(Kind.REOPENED)
        .filter(turn -> turn.kind() == Kind.CLOCK && turn.day() != null)
        .reduce((_, later) -> later)
        .orElse(null);
  }

  /** That its day passed while something stood against what was to hold then. */
  Optional<Turn> overdue() {
    return state().isOpen()
        ? since(Kind.CLOCK).filter(turn -> turn.kind() == Kind.OVERDUE).findFirst()
        : Optional.empty();
  }

  /** What shall open it again, as far as it still counts. */
  List<Turn> wakes() {
    List<String> ended =
        turns.stream().filter(turn -> turn.kind() == Kind.ASLEEP).map(Turn::about).toList();
    return turns.stream()
        .filter(turn -> turn.kind() == Kind.WAKE)
        .filter(turn -> !ended.contains(String.valueOf(turn.number())))
        .toList();
  }

  /** That a wake woke it, and its number was not back within the limit since. */
  Optional<Turn> resting(Turn wake) {
    return last(wake, Kind.WOKEN, Kind.EASED).filter(turn -> turn.kind() == Kind.WOKEN);
  }

  /** The last turn of some kinds that is about a wake. */
  Optional<Turn> last(Turn wake, Kind... kinds) {
    String number = String.valueOf(wake.number());
    return turns.reversed().stream()
        .filter(turn -> List.of(kinds).contains(turn.kind()) && turn.about().equals(number))
        .findFirst();
  }

  /** Which principles were weighed against each other; null where nobody said. */
  @Nullable Weighed weighed() {
    return last(Kind.WEIGHED).map(Weighed::of).orElse(null);
  }

  /** When that was done last; that of its words where it never was. */
  Instant lastOf(Kind kind) {
    return last(kind).map(Turn::at).orElse(now.at());
  }

  /** The number of the last turn; 0 before the first. */
  int lastNumber() {
    return turns.isEmpty() ? 0 : turns.getLast().number();
  }

  Instant lastTurn() {
    return turns.stream().map(Turn::at).max(Comparator.naturalOrder()).orElse(now.at());
  }
}
