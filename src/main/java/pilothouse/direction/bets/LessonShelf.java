package pilothouse.direction.bets;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;
import pilothouse.text.Likeness;
import pilothouse.web.Caller;

/** The library of lessons, and what in it is like something that is being written. */
final class LessonShelf {
  private static final int LIKE = 5;
  private final Around around;

  LessonShelf(Around around) {
    this.around = around;
  }

  /** A lesson as somebody typed it. */
  public record Draft(@Nullable String title, @Nullable String words, @Nullable String place) {
    Checks problems() {
      return Checks.none()
          .needs("title", Typed.or(title), 300)
          .needs("words", Typed.or(words), 2_000);
    }
  }

  /** Those that the caller may see, the newest first; like some words where there are any. */
  List<Lesson> all(Caller caller, String words) {
    List<Lesson> seen =
        around.storage().read(LessonRows::newest).stream()
            .filter(lesson -> caller.sees(lesson.where()))
            .map(lesson -> lesson.to(caller))
            .toList();
    return words.isBlank()
        ? seen
        : Likeness.of(words, seen, lesson -> lesson.title() + " " + lesson.words(), 50).stream()
            .map(Likeness.Like::thing)
            .toList();
  }

  /** The lessons most like some words. */
  List<Likeness.Like<Lesson>> like(Caller caller, String words) {
    return Likeness.of(
        words, all(caller, ""), lesson -> lesson.title() + " " + lesson.words(), LIKE);
  }

  Lesson add(Draft draft, Caller caller) {
    draft.problems().refuse();
    Who who = Who.of(caller);
    Lesson lesson =
        new Lesson(
            UUID.randomUUID().toString(),
            around.place(Typed.or(draft.place()), caller).text(),
            Typed.or(draft.title()),
            Typed.or(draft.words()),
            "",
            "",
            Instants.text(around.now()),
            who.name());
    return around
        .storage()
        .write(rows -> {
          LessonRows.add(rows, lesson, who);
          Journal.write(
              rows, Entry.of(around.now(), who, "lesson written", lesson.told(), lesson.words()));
          return lesson;
        });
  }
}
