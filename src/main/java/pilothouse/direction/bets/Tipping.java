package pilothouse.direction.bets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The single assumption that would change the order of two neighbours when it alone were a little
 * different: the one that has to change by the smallest share of what was said.
 *
 * @param upper the bet that stands higher now
 * @param lower the one right below it
 * @param bet whose assumption it is, one of the two
 * @param criterion its key
 * @param from what was said to be most likely
 * @param to where the two are equal, or the first answer beyond that
 * @param within whether that lies within the range that was said
 */
record Tipping(
    String upper,
    String lower,
    String bet,
    String criterion,
    double from,
    double to,
    boolean within) {
  private static final double FARTHEST = 100;
  private static final int STEPS = 60;

  /** By which share of what was said it must change. */
  double share() {
    return Math.abs(to - from) / from;
  }

  /** What two neighbours said, each by the same rubric. */
  static Optional<Tipping> of(Rubric rubric, Pair upper, Pair lower) {
    List<Tipping> all = new ArrayList<>();
    for (Criterion criterion : rubric.criteria()) {
      add(all, rubric, criterion, upper, lower, upper);
      add(all, rubric, criterion, upper, lower, lower);
    }
    return all.stream()
        .min(
            Comparator.comparingLong((Tipping one) -> Math.round(one.share() * 1e6))
                .thenComparing(Tipping::criterion));
  }

  /** A bet and its answers. */
  record Pair(String bet, Answers answers) {}

  private static void add(
      List<Tipping> all, Rubric rubric, Criterion criterion, Pair upper, Pair lower, Pair moved) {
    Range said = moved.answers().range(criterion.key()).orElse(null);
    Double target = likely(rubric, (moved.bet().equals(upper.bet()) ? lower : upper).answers());
    if (said == null || target == null || said.likely() == 0) {
      return;
    }
    for (double end : List.of(1 / FARTHEST, FARTHEST)) {
      Double to = crossing(rubric, criterion, moved.answers(), target, said.likely(), end);
      if (to != null) {
        add(all, criterion, upper, lower, moved, said, to);
      }
    }
  }

  /** Where only some answers are ones, it takes the first of them that is far enough. */
  private static void add(
      List<Tipping> all,
      Criterion criterion,
      Pair upper,
      Pair lower,
      Pair moved,
      Range said,
      double crossing) {
    boolean down = crossing < said.likely();
    Double to =
        criterion.choices().isEmpty()
            ? Double.valueOf(crossing)
            : criterion.choices().stream()
                .filter(choice -> down ? choice <= crossing + 1e-9 : choice >= crossing - 1e-9)
                .min(Comparator.comparingDouble(choice -> Math.abs(choice - crossing)))
                .orElse(null);
    if (to != null) {
      all.add(
          new Tipping(
              upper.bet(),
              lower.bet(),
              moved.bet(),
              criterion.key(),
              said.likely(),
              to,
              said.holds(to)));
    }
  }

  /** Where between what was said and the end the score is the target; null where nowhere. */
  private static @Nullable Double crossing(
      Rubric rubric, Criterion criterion, Answers answers, double target, double from, double end) {
    double far = Math.clamp(from * end, criterion.least(), Math.min(criterion.most(), 1e12));
    double near = from;
    double start = score(rubric, answers, criterion, near) - target;
    double stop = score(rubric, answers, criterion, far) - target;
    if (start == 0) {
      return near;
    }
    if (Double.isNaN(stop) || Math.signum(start) == Math.signum(stop)) {
      return null;
    }
    for (int i = 0; i < STEPS; i++) {
      double middle = (near + far) / 2;
      boolean before =
          Math.signum(score(rubric, answers, criterion, middle) - target) == Math.signum(start);
      near = before ? middle : near;
      far = before ? far : middle;
    }
    return far;
  }

  private static double score(Rubric rubric, Answers answers, Criterion criterion, double likely) {
    Double score = likely(rubric, answers.with(criterion.key(), likely));
    return score == null ? Double.NaN : score;
  }

  private static @Nullable Double likely(Rubric rubric, Answers answers) {
    Range value = Score.of(rubric, answers).value();
    return value == null ? null : value.likely();
  }
}
