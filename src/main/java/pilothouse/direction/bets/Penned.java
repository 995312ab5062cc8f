package pilothouse.direction.bets;

import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import pilothouse.journal.Written;
import pilothouse.text.Addresses;
import pilothouse.text.Likeness;
import pilothouse.text.Say;

/** What people wrote of bets, of what is tried and of what was learned, to be found by search. */
final class Penned {
  private static final int ASKED = 100;

  private Penned() {}

  static List<Written> all(Handle rows) {
    return Stream.of(
            BetRows.newest(rows).stream().map(Penned::of),
            ExperimentRows.newest(rows).stream().map(Penned::of),
            ProbeRows.newest(rows).stream().map(Penned::of),
            LessonRows.newest(rows).stream().map(Penned::of))
        .flatMap(all -> all)
        .toList();
  }

  private static Written of(Bet one) {
    String says = Written.joined(one.problem(), one.success(), one.tradeoff());
    return Written.of("bet", one.id(), one.title(), says, one.page(), one.where());
  }

  private static Written of(Experiment one) {
    String says = Written.joined(one.guardrail(), one.result());
    return Written.of("experiment", one.id(), one.hypothesis(), says, one.page(), one.where());
  }

  private static Written of(Probe one) {
    String says = Written.joined(one.test(), one.answer());
    return Written.of("spike", one.id(), one.question(), says, one.page(), one.where());
  }

  /** The lessons like it stand before all others; it is the most like itself. */
  private static Written of(Lesson one) {
    String asked = Say.cut(one.title(), ASKED);
    String address =
        Likeness.words(asked).isEmpty() ? "/lessons" : "/lessons?q=" + Addresses.part(asked);
    return Written.of("lesson", one.id(), one.title(), one.words(), address, one.where());
  }
}
