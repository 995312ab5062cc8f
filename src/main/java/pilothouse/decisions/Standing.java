package pilothouse.decisions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.Turn.Kind;
import pilothouse.text.Texts;
import pilothouse.web.Refused;
import pilothouse.web.Sent;

/** What was bound to a decision and was not ended: rules, standards, and exemptions from them. */
final class Standing {
  private static final String BETWEEN = "\n";

  private Standing() {}

  /** Those of a kind that nobody ended, the oldest first. */
  static Stream<Turn> of(Decision one, Kind kind) {
    Set<String> ended =
        one.turns().stream()
            .filter(turn -> turn.kind() == Kind.ENDED)
            .map(Turn::about)
            .collect(Collectors.toSet());
    return one.turns().stream()
        .filter(turn -> turn.kind() == kind)
        .filter(turn -> !ended.contains(String.valueOf(turn.number())));
  }

  /** The one of that number; empty where it ended, or is of another kind. */
  static Optional<Turn> find(Decision one, Kind kind, String number) {
    return of(one, kind).filter(turn -> String.valueOf(turn.number()).equals(number)).findFirst();
  }

  /** What such a turn is about, in its parts. */
  static List<String> parts(Turn turn, int many) {
    String[] parts = turn.about().split(BETWEEN, -1);
    return Stream.iterate(0, i -> i + 1)
        .limit(many)
        .map(i -> i < parts.length ? parts[i] : "")
        .toList();
  }

  /** As a turn keeps it. */
  static String about(String... parts) {
    return Stream.of(parts)
        .map(part -> part.replaceAll("[\\r\\n]+", " "))
        .collect(Collectors.joining(BETWEEN));
  }

  /** Nothing while it is in force. */
  static void mustHold(Decision one) {
    if (!one.state().isInForce()) {
      throw Refused.conflict(
          Texts.say("decisions.not-in-force", one.name()), Texts.say("decisions.decide-first"));
    }
  }

  /** A day to come that must be said, and at most so many days ahead. */
  static LocalDate ahead(Sent sent, String field, LocalDate today, int most) {
    sent.needed(field, 40);
    LocalDate day = sent.ahead(field, today, today);
    if (day.isAfter(today.plusDays(most))) {
      throw Refused.unfit(
              Texts.say("decisions.held.too-far", most), Texts.say("decisions.held.nearer"))
          .at(field);
    }
    return day;
  }

  /** The day of a turn, which has one. */
  static LocalDate day(Turn turn) {
    @Nullable LocalDate day = turn.day();
    return day == null ? LocalDate.MIN : day;
  }
}
