package pilothouse.direction.roadmap;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.direction.bets.Owed;
import pilothouse.journal.Subject;
import pilothouse.promises.Kind;
import pilothouse.web.Where;

/**
 * Something on a roadmap: a milestone, to which somebody committed, or a hypothesis, which is
 * believed until its test or its kill date says otherwise.
 *
 * @param words of a milestone: what is there then; of a hypothesis: what is believed
 * @param measure of a milestone: what shows that it is reached; of a hypothesis: its test
 * @param gauge the number that shows it; empty where words do
 * @param target of that number; null without one
 * @param due its last day, or the kill date
 * @param outcome the id of what it is for
 * @param functions those who must agree, with commas between
 * @param repositories whose flow tells how long it takes, with commas between
 * @param items how many changes are left to do; 0 where nobody said
 * @param state {@code open}, {@code done}, {@code held}, {@code broke} or {@code dropped}
 */
public record Item(
    String id,
    String kind,
    String place,
    String title,
    String words,
    String measure,
    String gauge,
    String expect,
    @Nullable Double target,
    String due,
    String outcome,
    String owner,
    String promise,
    String functions,
    String repositories,
    int items,
    String state,
    String madeAt)
    implements Owed {
  static final String MILESTONE = "milestone";
  static final String HYPOTHESIS = "hypothesis";
  static final String OPEN = "open";
  static final Kind MILESTONES = Kind.of(MILESTONE, false).endedAtHome();
  static final Kind HYPOTHESES = Kind.of(HYPOTHESIS, false).endedAtHome();

  /** The same, owed by that promise. */
  Item owed(String by) {
    return new Item(
        id,
        kind,
        place,
        title,
        words,
        measure,
        gauge,
        expect,
        target,
        due,
        outcome,
        owner,
        by,
        functions,
        repositories,
        items,
        state,
        madeAt);
  }

  @Override
  public Where where() {
    return Where.parse(place).orElse(Where.ORGANISATION);
  }

  public boolean isMilestone() {
    return kind.equals(MILESTONE);
  }

  public boolean isOpen() {
    return state.equals(OPEN);
  }

  @Override
  public String shows() {
    return measure;
  }

  @Override
  public String page() {
    return "/roadmap/" + id;
  }

  @Override
  public String subject() {
    return "item:" + id;
  }

  Subject told() {
    return Subject.of(kind, title, page()).in(where());
  }

  List<String> functionsNamed() {
    return split(functions);
  }

  List<String> repositoriesNamed() {
    return split(repositories);
  }

  static List<String> split(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .distinct()
        .toList();
  }
}
