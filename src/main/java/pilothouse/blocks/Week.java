package pilothouse.blocks;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a team blocked in a week, and what meetings ate of it. Time that is in several blocks, or in
 * several meetings, counts once.
 */
record Week(LocalDate monday, List<Eaten> blocks) {
  Week {
    blocks = List.copyOf(blocks);
  }

  /** All that was blocked. */
  Duration blocked() {
    return Span.length(Span.union(blocks.stream().map(Eaten::span).toList()));
  }

  /** What was blocked on days whose calendar was told. */
  Duration known() {
    return Span.length(
        Span.union(blocks.stream().filter(Eaten::isKnown).map(Eaten::span).toList()));
  }

  /** What of that was eaten. */
  Duration eaten() {
    return Span.length(Span.union(blocks.stream().flatMap(one -> one.known().stream()).toList()));
  }

  /** Whether the calendar of each blocked day was told; of a week with no block nothing is. */
  boolean isKnown() {
    return !blocks.isEmpty() && blocks.stream().allMatch(Eaten::isKnown);
  }

  /** What of the known was eaten, 0..1; null where nothing is known. */
  @Nullable Double share() {
    return Sum.share(eaten(), known());
  }

  /**
   * Some weeks together.
   *
   * @param of how many had a block
   * @param weeks of how many of these all is known; the others are in no sum
   */
  record Sum(int of, int weeks, Duration blocked, Duration eaten) {
    static Sum of(List<Week> some) {
      List<Week> known = some.stream().filter(Week::isKnown).toList();
      return new Sum(
          (int) some.stream().filter(week -> !week.blocks().isEmpty()).count(),
          known.size(),
          known.stream().map(Week::known).reduce(Duration.ZERO, Duration::plus),
          known.stream().map(Week::eaten).reduce(Duration.ZERO, Duration::plus));
    }

    /** 0..1; null where no week is known. */
    @Nullable Double share() {
      return share(eaten, blocked);
    }

    private static @Nullable Double share(Duration some, Duration all) {
      return all.isZero() ? null : (Double) (1.0 * some.toSeconds() / all.toSeconds());
    }
  }
}
