package pilothouse.verdicts;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.judging.Expect;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Amount;
import pilothouse.views.Gauge;
import pilothouse.views.Gauges;
import pilothouse.web.Caller;
import pilothouse.web.Days;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Where;
import pilothouse.web.Whereabouts;

/** A prediction by hand, as its fields came in: from a form, or from a program. */
public record Wanted(
    @Nullable String says,
    @Nullable String gauge,
    @Nullable String place,
    @Nullable String expect,
    @Nullable Double size,
    @Nullable String effect,
    @Nullable String judgedOn,
    @Nullable Double probability,
    @Nullable String forum,
    @Nullable String rubric) {

  /** Out of the fields of a form: there a chance is percent, a span hours, a share percent. */
  static Wanted of(Function<String, @Nullable String> fields, Gauges gauges) {
    Double chance = number(fields.apply("chance"), "chance", new Amount.In(null, "%"));
    Amount.In in =
        Gauge.parse(word(fields.apply("gauge")))
            .flatMap(gauges::find)
            .map(Gauges.Offered::in)
            .orElse(Amount.In.BARE);
    return new Wanted(
        fields.apply("says"),
        fields.apply("gauge"),
        fields.apply("place"),
        fields.apply("expect"),
        number(fields.apply("size"), "size", in),
        fields.apply("effect"),
        fields.apply("judged_on"),
        chance == null ? null : chance / 100,
        fields.apply("forum"),
        fields.apply("rubric"));
  }

  private static @Nullable Double number(@Nullable String typed, String field, Amount.In in) {
    return typed == null || typed.isBlank()
        ? null
        : in.usual(typed)
            .orElseThrow(() ->
                Refused.unfit(
                        Texts.say("verdicts.wanted.no-number", Say.cut(typed.strip(), 60)),
                        Say.sentence(in.how()) + ".")
                    .at(field));
  }

  /**
   * The draft that is meant, where the caller may make it.
   *
   * @throws Refused where the number is not known, or the caller may change nothing there
   */
  PredictionDraft draft(Verdicts verdicts, Caller caller) {
    Gauges gauges = verdicts.gauges();
    Gauge named = Gauge.parse(word(gauge)).orElse(null);
    if (named != null && (!caller.sees(named.where()) || gauges.find(named).isEmpty())) {
      throw Refused.unfit(
              Texts.say("verdicts.wanted.no-gauge", named.text()),
              Texts.say("verdicts.wanted.choose-gauge"))
          .at("gauge");
    }
    Where at = where(named, caller, verdicts.places());
    return new PredictionDraft(
        Prediction.BY_HAND,
        word(says),
        "",
        at,
        named,
        Expect.of(word(expect)).orElse(null),
        size,
        Days.read("effect", effect),
        Days.read("judged_on", judgedOn),
        probability,
        verdicts.forum(word(forum), caller),
        verdicts.rubrics().read(word(rubric), caller));
  }

  private Where where(@Nullable Gauge named, Caller caller, Whereabouts places) {
    String typed = word(place);
    if (typed.isEmpty() && named == null) {
      throw Refused.unfit(
              Texts.say("verdicts.draft.gauge"), Texts.say("verdicts.wanted.choose-gauge"))
          .at("gauge");
    }
    return places.read(
        typed.isEmpty() && named != null ? named.where().text() : typed, caller, Permission.CHANGE);
  }

  private static String word(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }
}
