package pilothouse.flags;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pilothouse.flags.Turn.Kind;
import pilothouse.journal.Subject;
import pilothouse.journal.Written;
import pilothouse.web.Where;

/**
 * A feature flag: what it says, what became of it, and where it was told of.
 *
 * @param number by which addresses name it
 * @param key as it stands in code; it never changes
 * @param turns the oldest first
 * @param seen the first source first
 */
record Flag(
    String id,
    int number,
    String key,
    Instant opened,
    Version now,
    List<Turn> turns,
    List<Sighting> seen) {
  /** What subjects of promises begin with. */
  static final String SUBJECT = "flag:";

  Flag {
    turns = List.copyOf(turns);
    seen = List.copyOf(seen);
  }

  Words words() {
    return now.words();
  }

  Where place() {
    return words().place();
  }

  String address() {
    return "/flags/" + number;
  }

  Subject subject() {
    return Subject.of("flag", key, address()).in(place());
  }

  Written written() {
    return Written.of("flag", id, key, words().says(), address(), place());
  }

  private Optional<Turn> last(Kind... kinds) {
    List<Kind> some = List.of(kinds);
    return turns.reversed().stream().filter(turn -> some.contains(turn.kind())).findFirst();
  }

  boolean isInUse() {
    return removal().isEmpty();
  }

  /** The turn that took it away; empty while it is in use. */
  Optional<Turn> removal() {
    return last(Kind.REMOVED, Kind.RETURNED).filter(turn -> turn.kind() == Kind.REMOVED);
  }

  /** Whether it is said to be removed, and nothing shows it. */
  boolean isUnverified() {
    return removal().filter(turn -> turn.evidence().isEmpty()).isPresent();
  }

  /** The day on which it is to be gone, or is looked at again. */
  LocalDate ends() {
    return turns.reversed().stream()
        .map(Turn::day)
        .flatMap(Stream::ofNullable)
        .findFirst()
        .orElse(words().ends());
  }

  /** How often its life was made longer. */
  int extended() {
    return (int) turns.stream().filter(turn -> turn.kind() == Kind.EXTENDED).count();
  }

  boolean isLate(LocalDate today) {
    return isInUse() && ends().isBefore(today);
  }

  /** Whether it came from files, and none of them names it any more. */
  boolean isGoneFromFiles() {
    List<Sighting> files = seen.stream().filter(one -> !one.file().isEmpty()).toList();
    return isInUse() && !files.isEmpty() && files.stream().allMatch(Sighting::isGone);
  }
}
