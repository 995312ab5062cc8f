package pilothouse.direction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Written;
import pilothouse.web.Where;

/**
 * What shall become different, by when, by which numbers one sees it, and who answers for it.
 *
 * @param business which concern of the business it is, empty where it is none
 * @param serves the id of the outcome that it is for; empty at the top of its place
 * @param committed whether it is promised; else it is aspired to
 * @param everyDays how many days may pass from one check-in to the next
 * @param owners those of the past, and those to come, too; the earliest first
 * @param ending null while it is not retired
 */
public record Outcome(
    String id,
    Where place,
    String title,
    String why,
    String business,
    String serves,
    boolean committed,
    LocalDate startsOn,
    LocalDate dueOn,
    int everyDays,
    Instant at,
    String by,
    List<KeyResult> results,
    List<Owning> owners,
    @Nullable Ending ending) {
  public Outcome {
    results = List.copyOf(results);
    owners = List.copyOf(owners);
  }

  /** That it was retired. */
  public record Ending(Instant at, String by, String why) {}

  /**
   * Who answers for it for a function from a day on.
   *
   * @param role a function, such as {@code engineering}
   * @param owner an owner's id
   * @param note what whoever had it before hands on
   */
  public record Owning(
      String role, String owner, LocalDate since, String note, Instant at, String by) {}

  /** The same with other words, another end, another rhythm and other targets. */
  Outcome saying(String says, String reason, LocalDate due, int days, List<KeyResult> aims) {
    return new Outcome(
        id, place, says, reason, business, serves, committed, startsOn, due, days, at, by, aims,
        owners, ending);
  }

  /** Whether it is a concern of the business itself. */
  public boolean isBusiness() {
    return !business.isEmpty();
  }

  public boolean isOpen() {
    return ending == null;
  }

  /** Whether nothing stands above it at its place. */
  public boolean isTop() {
    return serves.isEmpty();
  }

  /** What promises, predictions and beliefs about it name it. */
  public String subject() {
    return "outcome:" + id;
  }

  /** The address of its page. */
  public String address() {
    return "/outcomes/" + id;
  }

  /** Who answers for it on that day, by function. */
  public SequencedMap<String, Owning> owners(LocalDate day) {
    SequencedMap<String, Owning> now = new TreeMap<>();
    owners.stream()
        .filter(one -> !one.since().isAfter(day))
        .forEach(one -> now.put(one.role(), one));
    return now;
  }

  /** Whether two functions answer for it, so that one alone cannot confirm a check-in. */
  public boolean isShared(LocalDate day) {
    return owners(day).size() > 1;
  }

  Optional<KeyResult> result(String result) {
    return results.stream().filter(one -> one.id().equals(result)).findFirst();
  }

  /** How much of its time is over, from 0 to 1. */
  double elapsed(LocalDate day) {
    double all = Math.max(1, dueOn.toEpochDay() - startsOn.toEpochDay());
    return Math.clamp((day.toEpochDay() - startsOn.toEpochDay()) / all, 0.0, 1.0);
  }

  /** As search finds it. */
  Written written() {
    Stream<String> aims = results.stream().map(KeyResult::says);
    String says = Stream.concat(Stream.of(why), aims).collect(Collectors.joining(" · "));
    return Written.of("outcome", id, title, says, address(), place);
  }

  /** As the journal tells it. */
  Map<String, String> told() {
    return Map.of(
        "place", place.text(),
        "begins", startsOn.toString(),
        "due", dueOn.toString(),
        "committed", committed ? "yes" : "no");
  }
}
