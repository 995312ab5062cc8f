package pilothouse.debt.interest;

import java.util.Collection;
import java.util.List;

/** Finds what saves most with so many hours, prerequisites included. */
public interface Choosing {
  /** The most wishes. */
  int WISHES = 2_000;

  /** The most hours, of one or of all. */
  int HOURS = 100_000;

  /** The most that one saves. */
  double SAVING = 1e11;

  /** Hours of one more day. */
  int DAY = 8;

  /**
   * The set that saves most; among sets that save alike always the same, whatever the order of the
   * wishes.
   *
   * @throws Circular where wishes need each other in a circle
   */
  static Choice best(Collection<Wish> wishes, int hours) {
    if (wishes.size() > WISHES || hours < 0 || hours > HOURS) {
      throw new IllegalArgumentException(wishes.size() + " wishes for " + hours + " hours");
    }
    Wanted wanted = Wanted.of(wishes);
    return wanted.choice(Search.of(wanted, hours));
  }

  /** The keys of a circle among the wishes, each needing the next; empty where there is none. */
  static List<String> circle(Collection<Wish> wishes) {
    return Circles.find(wishes);
  }

  /** What one more day would buy above what was chosen for so many hours. */
  static Choice.More oneDayMore(Collection<Wish> wishes, Choice chosen, int hours) {
    return chosen.to(best(wishes, Math.min(HOURS, hours + DAY)));
  }
}
