package pilothouse.debt;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilothouse.debt.Turn.Kind;
import pilothouse.journal.Subject;
import pilothouse.journal.Written;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/**
 * Something that is owed to the code: what it says, what became of it, and where it was seen.
 *
 * @param number as people name it: TD-7
 * @param turns the oldest first
 * @param seen the first source first
 */
record Item(
    String id, int number, Instant opened, Version now, List<Turn> turns, List<Sighting> seen) {
  /** Closed since it was mended; anything else was dropped. */
  static final String PAID = "paid";

  static final String DROPPED = "dropped";

  Item {
    turns = List.copyOf(turns);
    seen = List.copyOf(seen);
  }

  Words words() {
    return now.words();
  }

  String name() {
    return "TD-" + number;
  }

  String title() {
    return words().title();
  }

  String called() {
    return name() + " " + title();
  }

  Where place() {
    return words().place();
  }

  String address() {
    return "/debt/" + number;
  }

  Subject subject() {
    return Subject.of("debt", called(), address()).in(place());
  }

  Written written() {
    return Written.of(
        "debt",
        id,
        called(),
        Written.joined(words().says(), words().origin(), Spot.text(words().spots())),
        address(),
        place());
  }

  State state() {
    return state(Instant.MAX);
  }

  private State state(Instant until) {
    State state = State.OPEN;
    for (Turn turn : turns) {
      if (turn.at().isAfter(until)) {
        break;
      }
      state =
          switch (turn.kind()) {
            case DEFERRED -> State.DEFERRED;
            case RESUMED, REOPENED -> State.OPEN;
            case CLOSED -> State.CLOSED;
            case JOINED -> State.JOINED;
            case INCIDENT, LAPSED, MEASURED -> state;
          };
    }
    return state;
  }

  /** Whether it was there at that moment, and not closed yet. */
  boolean wasOwed(Instant at) {
    return !opened.isAfter(at) && state(at).isOwed();
  }

  Optional<Turn> last(Kind kind) {
    return turns.reversed().stream().filter(turn -> turn.kind() == kind).findFirst();
  }

  /** The turn that made it wait; null where it does not. */
  @Nullable Turn deferral() {
    return state() == State.DEFERRED ? last(Kind.DEFERRED).orElse(null) : null;
  }

  /** Since when it has waited, however often it was put off again; null where it does not. */
  @Nullable Instant waitingSince() {
    Instant since = null;
    for (Turn turn : turns) {
      switch (turn.kind()) {
        case DEFERRED -> since = since == null ? turn.at() : since;
        case RESUMED, REOPENED, CLOSED, JOINED -> since = null;
        default -> {}
      }
    }
    return since;
  }

  /** From when its window counts: when it was opened, was due elsewhere, or last opened again. */
  private LocalDate counted(ZoneId zone) {
    LocalDate from = LocalDate.ofInstant(opened, zone);
    for (Turn turn : turns) {
      if (turn.kind() == Kind.REOPENED) {
        from = LocalDate.ofInstant(turn.at(), zone);
      } else if (turn.kind() == Kind.LAPSED && turn.day() != null) {
        from = turn.day();
      }
    }
    return from;
  }

  /** By when it is to be mended; what waits may wait until then. */
  LocalDate due(int window, ZoneId zone) {
    Turn deferral = deferral();
    return deferral != null && deferral.day() != null
        ? deferral.day()
        : counted(zone).plusDays(window);
  }

  /** How it was closed; empty where it is not. */
  Optional<Turn> closing() {
    return state() == State.CLOSED ? last(Kind.CLOSED) : Optional.empty();
  }

  /** How it ended, in one sentence; empty where it did not. */
  String ended() {
    return closing()
        .map(turn -> Texts.say("debt.how." + turn.about()) + ": " + turn.words())
        .orElse("");
  }

  /** What was measured after it was closed last. */
  Optional<Turn> payback() {
    int from = closing().map(Turn::number).orElse(Integer.MAX_VALUE);
    return last(Kind.MEASURED).filter(turn -> turn.number() > from);
  }

  /** Whether it was mended, and nobody looked whether that helped. */
  boolean isUnverified() {
    return closing().filter(turn -> turn.about().equals(PAID)).isPresent() && payback().isEmpty();
  }

  /** The incidents that came of it. */
  List<Turn> incidents() {
    return turns.stream().filter(turn -> turn.kind() == Kind.INCIDENT).toList();
  }

  /** Whether it lies in that repository. */
  boolean isIn(String repository) {
    return place().equals(Where.repository(repository))
        || words().spots().stream().anyMatch(spot -> spot.repository().equals(repository));
  }

  /** Whether it lies in that folder of a repository, or is of all of it where there is none. */
  boolean isIn(String repository, String folder) {
    return folder.isEmpty()
        ? isIn(repository)
        : words().spots().stream()
            .anyMatch(spot ->
                spot.repository().equals(repository)
                    && (spot.path() + "/").startsWith(folder + "/"));
  }

  /**
   * Whether it belongs to a place, or lies in it.
   *
   * @param folder of a repository; empty for all of the place
   */
  boolean isAt(Where where, String folder) {
    return (folder.isEmpty() && place().equals(where))
        || (where.kind() == Where.Kind.REPOSITORY && isIn(where.name(), folder));
  }
}
