package pilothouse.direction.bets;

import java.util.List;

/** Lessons as pages and programs see them. */
public interface LessonTold {
  /**
   * Lessons, the newest first, or the most like what was asked for.
   *
   * @param asked the words that they are like; empty for all
   */
  record All(String asked, List<Line> lessons) {}

  /** A lesson in the list. */
  record Line(Lesson lesson, String at) {}
}
