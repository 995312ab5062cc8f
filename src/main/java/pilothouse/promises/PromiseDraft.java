package pilothouse.promises;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/**
 * A promise as somebody makes it.
 *
 * @param kind the word of a kind that is known
 * @param owner an owner's id
 */
public record PromiseDraft(
    String kind,
    String what,
    String why,
    String forWhom,
    String owner,
    @Nullable LocalDate due,
    String shows,
    String subject,
    String page,
    Where place,
    @Nullable Double costPerWeek) {
  private static final int LINE = 300;
  private static final int LONG = 2_000;
  private static final double RICHEST = 1e12;

  public PromiseDraft {
    what = what.strip();
    why = why.strip();
    forWhom = forWhom.strip();
    owner = owner.strip();
    shows = shows.strip();
  }

  /** One that a feature makes about something of its own. */
  public static PromiseDraft about(
      Kind kind, String what, String owner, LocalDate due, String subject, String page, Where at) {
    return new PromiseDraft(kind.word(), what, "", "", owner, due, "", subject, page, at, null);
  }

  /** The same with a reason, and whom it is for. */
  public PromiseDraft because(String reason, String whom) {
    return new PromiseDraft(
        kind, what, reason, whom, owner, due, shows, subject, page, place, costPerWeek);
  }

  /** The same with what will show that it is kept. */
  public PromiseDraft shown(String by) {
    return new PromiseDraft(
        kind, what, why, forWhom, owner, due, by, subject, page, place, costPerWeek);
  }

  /** The same; waiting costs that much money a week. */
  public PromiseDraft costing(@Nullable Double perWeek) {
    return new PromiseDraft(
        kind, what, why, forWhom, owner, due, shows, subject, page, place, perWeek);
  }

  /** What makes no sense, a sentence each. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (what.isEmpty() || what.length() > LINE) {
      problems.add(Texts.say("promises.draft.what", LINE));
    }
    if (owner.isEmpty()) {
      problems.add(Texts.say("promises.draft.owner"));
    }
    if (due == null || due.getYear() < 1970 || due.getYear() > 9999) {
      problems.add(Texts.say("promises.draft.due"));
    }
    if (why.length() > LONG || shows.length() > LONG || forWhom.length() > LINE) {
      problems.add(Texts.say("promises.draft.long", LONG, LINE));
    }
    Double cost = costPerWeek;
    if (cost != null && !(cost >= 0 && cost <= RICHEST)) {
      problems.add(Texts.say("promises.draft.cost"));
    }
    return problems;
  }
}
