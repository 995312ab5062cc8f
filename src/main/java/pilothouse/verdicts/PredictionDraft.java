package pilothouse.verdicts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.judging.Expect;
import pilothouse.text.Texts;
import pilothouse.views.Gauge;
import pilothouse.web.Where;

/** A prediction as somebody makes it; null stands for what was not said, or makes no sense. */
public record PredictionDraft(
    String subject,
    String says,
    String page,
    Where place,
    @Nullable Gauge gauge,
    @Nullable Expect expect,
    @Nullable Double size,
    @Nullable LocalDate effect,
    @Nullable LocalDate judgedOn,
    @Nullable Double probability,
    String forum,
    String rubric) {
  static final int LINE = 300;
  static final int NAME = 80;
  private static final int YEARS = 5;

  public PredictionDraft {
    subject = subject.strip();
    says = says.strip();
    forum = forum.strip();
    rubric = rubric.strip();
  }

  /** What makes no sense, a sentence each. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (says.isEmpty() || says.length() > LINE) {
      problems.add(Texts.say("verdicts.draft.says", LINE));
    }
    if (subject.isEmpty() || subject.length() > NAME || page.length() > LINE) {
      problems.add(Texts.say("verdicts.draft.subject", NAME));
    }
    if (gauge == null) {
      problems.add(Texts.say("verdicts.draft.gauge"));
    }
    if (expect == null) {
      problems.add(Texts.say("verdicts.draft.expect"));
    }
    days(problems);
    Double by = size;
    if (by != null && !(by > 0 && by < 1e15)) {
      problems.add(Texts.say("verdicts.draft.size"));
    }
    Double chance = probability;
    if (chance != null && !(chance >= 0 && chance <= 1)) {
      problems.add(Texts.say("verdicts.draft.probability"));
    }
    if (forum.length() > NAME || rubric.length() > NAME) {
      problems.add(Texts.say("verdicts.draft.names", NAME));
    }
    return problems;
  }

  private void days(List<String> problems) {
    LocalDate from = effect;
    LocalDate to = judgedOn;
    if (from == null || from.getYear() < 1990 || from.getYear() > 2199) {
      problems.add(Texts.say("verdicts.draft.effect"));
    } else if (to == null || !to.isAfter(from) || to.isAfter(from.plusYears(YEARS))) {
      problems.add(Texts.say("verdicts.draft.judged", YEARS));
    }
  }
}
