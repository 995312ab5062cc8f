package pilothouse.verdicts;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import pilothouse.metrics.judging.ToldJudgement;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Gauged;
import pilothouse.web.Caller;

/**
 * A prediction and what came of it, as its page shows it.
 *
 * @param limits in a sentence; empty where there are none
 * @param moved the levels before and after, in a sentence; empty where not compared
 * @param fired where rules fired after the effect, a line for each point
 * @param isMove whether the number moved
 * @param events what else happened until it had moved, so that it could be why
 * @param later what happened after that, until it was judged
 * @param history every verdict that is kept, in words
 */
public record VerdictView(
    Prediction of,
    String verdict,
    String shape,
    boolean kept,
    String until,
    String gauge,
    String gaugePage,
    String size,
    String probability,
    String forum,
    String rubric,
    String withdrawn,
    String limits,
    String moved,
    List<String> reasons,
    List<String> accounts,
    List<Fired> fired,
    boolean isMove,
    List<Event> events,
    List<Event> later,
    List<String> history,
    List<NoteLine> notes,
    String picture) {

  /** A rule that fired. */
  public record Fired(String day, String value, String says) {}

  /** A person's word. */
  public record NoteLine(String when, String who, String words) {}

  static VerdictView of(
      Verdicts verdicts,
      Prediction one,
      Judged judged,
      List<Judged> kept,
      Gauged gauged,
      Caller caller) {
    List<Event> events = VerdictPages.events(judged, caller);
    LocalDate moved = judged.moved();
    ToldJudgement told = judged.judgement().anew();
    Double size = one.size();
    Double chance = one.probability();
    Withdrawal withdrawn = one.withdrawn();
    return new VerdictView(
        one,
        judged.verdict().says(),
        VerdictRow.shape(judged.verdict()),
        judged.isKept(),
        Say.day(judged.until()),
        gauged.name() + ", " + one.gauge().scope(),
        gauged.page(),
        size == null ? "" : gauged.says(size),
        chance == null ? "" : Say.percent(chance),
        verdicts.forums().name(one.forum(), caller),
        verdicts.rubrics().name(one.rubric(), caller),
        withdrawn == null ? "" : Say.day(withdrawn.at(), verdicts.zone()),
        limits(told, gauged),
        moved(told, gauged),
        told.reasons(),
        told.accountedFor(),
        fired(told, gauged),
        judged.verdict().isMove(),
        events.stream().filter(event -> !event.day().isAfter(moved)).toList(),
        events.stream().filter(event -> event.day().isAfter(moved)).toList(),
        history(kept, verdicts),
        notes(one, verdicts, caller),
        VerdictPicture.draw(one, judged, gauged, events, verdicts.zone()));
  }

  private static List<Fired> fired(ToldJudgement told, Gauged gauged) {
    return told.signals().stream()
        .map(fired ->
            new Fired(
                Say.day(fired.day()),
                gauged.says(fired.value()),
                Texts.say("verdict.rule." + fired.rule() + "." + fired.side())))
        .toList();
  }

  private static List<String> history(List<Judged> kept, Verdicts verdicts) {
    return kept.stream()
        .map(row ->
            Texts.say(
                "verdicts.one.kept",
                row.verdict().says(),
                Say.day(row.at(), verdicts.zone()),
                Say.day(row.until())))
        .toList();
  }

  private static List<NoteLine> notes(Prediction one, Verdicts verdicts, Caller caller) {
    return verdicts.notes(one, caller).stream()
        .map(note -> new NoteLine(Say.day(note.at(), verdicts.zone()), note.who(), note.words()))
        .toList();
  }

  private static String limits(ToldJudgement told, Gauged gauged) {
    var limits = told.limits();
    var base = told.baseline();
    if (limits == null || base == null) {
      return "";
    }
    String says =
        Texts.say(
            "verdicts.one.limits",
            gauged.says(limits.lower()),
            gauged.says(limits.upper()),
            gauged.says(limits.centre()),
            Say.counted(base.points(), "point"),
            Say.day(base.from()),
            Say.day(base.to()));
    var plain = told.plainLimits();
    return plain == null || Objects.equals(plain, limits)
        ? says
        : says
            + " "
            + Texts.say(
                "verdicts.one.widened", gauged.says(plain.lower()), gauged.says(plain.upper()));
  }

  private static String moved(ToldJudgement told, Gauged gauged) {
    var level = told.level();
    if (level == null) {
      return "";
    }
    String before = gauged.says(level.before());
    String after = gauged.says(level.after());
    Double low = level.low();
    Double high = level.high();
    return low == null || high == null
        ? Texts.say("verdicts.one.means", before, after)
        : Texts.say("verdicts.one.moved", before, after, gauged.says(low), gauged.says(high));
  }
}
