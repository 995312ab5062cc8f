package pilothouse.delivery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Named;
import pilothouse.journal.Who;
import pilothouse.metrics.Reading;
import pilothouse.metrics.delivery.QuickCheck;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Shown;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Json;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** The quick check: five answers, their scores, and later what was measured beside them. */
final class QuickCheckPages {
  private static final String ORGANISATION = "organisation";
  private static final int SHOWN = 20;
  private static final int LARGEST = 16 * 1024;
  private final Supplier<Ground> ground;
  private final Lookouts lookouts;
  private final Gauges gauges;
  private final Supplier<QuickChecks> checks;

  QuickCheckPages(
      Supplier<Ground> ground, Lookouts lookouts, Gauges gauges, Supplier<QuickChecks> checks) {
    this.ground = ground;
    this.lookouts = lookouts;
    this.gauges = gauges;
    this.checks = checks;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/quickcheck", this::page).anywhere(),
        Route.say("/quickcheck", this::answer).anywhere(),
        Route.say("/api/v1/quickchecks", this::sent)
            .anywhere()
            .telling(
                Telling.of("Scores five answers and keeps them")
                    .takes(Sent.class)
                    .gives(Told.class)),
        Route.read("/api/v1/quickchecks", this::json)
            .anywhere()
            .telling(Telling.of("All answers to the quick check").givesMany(Told.class)));
  }

  /**
   * Five answers, as a program sends them: a choice from 1 to 6, or a percentage.
   *
   * @param system null for the organisation
   */
  public record Sent(
      @Nullable String system,
      @Nullable String who,
      @Nullable Integer changeLeadTime,
      @Nullable Integer deploymentFrequency,
      @Nullable Integer failedDeploymentRecoveryTime,
      @Nullable Double changeFailRate,
      @Nullable Double deploymentReworkRate) {}

  /** Answers and their scores, for programs. */
  public record Told(
      String id, String scope, String at, List<Scored> answers, double overall, double industry) {

    /** One answer; a choice from 1 to 6, or a percentage. */
    public record Scored(String metric, double answer, double score, double industry) {}
  }

  private Answer page(Request request) {
    return Answer.page(
        "delivery/quickcheck",
        Texts.say("delivery.quick-check-pages.quick-check"),
        Map.of(
            "questions", QuickCheck.QUESTIONS.stream().map(QuickCheckPages::question).toList(),
            "systems", lookouts.names(request.caller()),
            "results",
                seen(request).limit(SHOWN).map(kept -> answered(kept, request.caller())).toList()));
  }

  /** The answers about what the caller may see, the newest first. */
  private Stream<QuickChecks.Kept> seen(Request request) {
    return checks.get().all().stream()
        .filter(kept -> request.caller().sees(AddressWords.where(kept.scope())));
  }

  private static Answered.Question question(QuickCheck.Question question) {
    List<Answered.Choice> choices =
        IntStream.range(0, question.options().size())
            .mapToObj(i -> new Answered.Choice(i + 1, question.options().get(i)))
            .toList();
    String hint =
        choices.isEmpty() ? Texts.say("delivery.quick-check-pages.in-percent-from-memory") : "";
    return new Answered.Question(question.metric(), question.asks(), hint, choices);
  }

  private Answer answer(Request request) {
    double[] given = new double[QuickCheck.QUESTIONS.size()];
    for (int i = 0; i < given.length; i++) {
      given[i] = number(request, i);
    }
    String id = keep(request, request.form("system"), request.form("who"), answers(given)).id();
    return new Answer.Redirect("/quickcheck#" + anchor(id));
  }

  private Answer sent(Request request) {
    Sent sent =
        Json.read(
            request.body(LARGEST),
            Sent.class,
            "a quick check",
            "Send {\"system\": …, \"change_lead_time\": 1–6, \"deployment_frequency\": 1–6,"
                + " \"failed_deployment_recovery_time\": 1–6, \"change_fail_rate\": 0–100,"
                + " \"deployment_rework_rate\": 0–100, \"who\": …}.");
    List<@Nullable Number> all =
        Arrays.asList(
            sent.changeLeadTime(),
            sent.deploymentFrequency(),
            sent.failedDeploymentRecoveryTime(),
            sent.changeFailRate(),
            sent.deploymentReworkRate());
    double[] given = new double[all.size()];
    for (int i = 0; i < given.length; i++) {
      Number number = all.get(i);
      if (number == null) {
        throw Refused.unfit(
            Texts.say(
                "delivery.quick-check-pages.one-question-has-no",
                QuickCheck.QUESTIONS.get(i).asks()),
            Texts.say("delivery.quick-check-pages.answer-all-five-guess"));
      }
      given[i] = number.doubleValue();
    }
    return new Answer.Json(told(keep(request, sent.system(), sent.who(), answers(given))));
  }

  private static QuickCheck answers(double[] given) {
    try {
      return new QuickCheck((int) given[0], (int) given[1], (int) given[2], given[3], given[4]);
    } catch (IllegalArgumentException e) {
      throw Refused.unfit(
          Say.sentence(String.valueOf(e.getMessage())) + ".",
          Texts.say("delivery.quick-check-pages.choose-another-one"));
    }
  }

  private QuickChecks.Kept keep(
      Request request, @Nullable String system, @Nullable String said, QuickCheck answers) {
    Caller caller = request.caller();
    String scope =
        system == null || system.isBlank()
            ? ORGANISATION
            : "system:" + lookouts.named(system.strip(), caller);
    if (!caller.may(Permission.SAY, AddressWords.where(scope))) {
      throw Refused.forbidden(
          Texts.say(
              "delivery.quick-check-pages.you-may-not-answer",
              (system == null ? Texts.say("delivery.quick-check-pages.the-organisation") : system)),
          Texts.say("delivery.quick-check-pages.choose-a-service-that"));
    }
    String who = MetricPages.who(request, "who", said);
    return checks.get().add(scope, who, answers, Who.of(caller));
  }

  private static double number(Request request, int index) {
    QuickCheck.Question question = QuickCheck.QUESTIONS.get(index);
    String text = request.form(question.metric());
    if (text == null) {
      throw Refused.unfit(
          Texts.say("delivery.quick-check-pages.one-question-has-no", question.asks()),
          Texts.say("delivery.quick-check-pages.answer-all-five-guess"));
    }
    if (!text.matches("\\d{1,3}([.,]\\d{1,2})?")) {
      throw Refused.unfit(
          Texts.say("delivery.quick-check-pages.is-no-answer-to", text, question.asks()),
          question.options().isEmpty()
              ? Texts.say("delivery.quick-check-pages.give-a-number-from")
              : Texts.say("delivery.quick-check-pages.choose-one-of-six"));
    }
    return Double.parseDouble(text.replace(',', '.'));
  }

  private Answered answered(QuickChecks.Kept kept, Caller caller) {
    String who = Named.by(caller, AddressWords.where(kept.scope()), kept.who());
    boolean whole = kept.scope().equals(ORGANISATION);
    String system = whole ? "" : kept.scope().substring("system:".length());
    Bearing bearing =
        whole || !ground.get().services().names().contains(system)
            ? null
            : gauges.bearing(lookouts.usual(system));
    return new Answered(
        anchor(kept.id()),
        whole ? Texts.say("delivery.quick-check-pages.the-organisation-2") : system,
        Say.day(kept.at(), ground.get().zone()) + ", " + who,
        Say.number(kept.answers().overall()),
        Say.number(QuickCheck.INDUSTRY),
        lines(kept.answers(), system, bearing));
  }

  private List<Answered.Line> lines(QuickCheck answers, String system, @Nullable Bearing bearing) {
    double[] given = given(answers);
    double[] scores = answers.scores();
    List<QuickCheck.Score> against = bearing == null ? List.of() : answers.against(bearing::read);
    List<Answered.Line> lines = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      QuickCheck.Question question = QuickCheck.QUESTIONS.get(i);
      String answer =
          question.options().isEmpty()
              ? Say.number(given[i]) + " %"
              : question.options().get((int) given[i] - 1);
      String measured = Texts.say("delivery.quick-check-pages.a-service-at-a");
      if (bearing != null) {
        Reading reading = bearing.read(question.metric());
        measured = Shown.say(reading) + "; " + against.get(i).says();
      }
      lines.add(
          new Answered.Line(
              AddressWords.metric(question.metric()).name(),
              answer,
              Say.number(scores[i]),
              Say.number(question.industry()),
              measured,
              bearing == null ? null : lookouts.usual(system).link(question.metric())));
    }
    return lines;
  }

  private static double[] given(QuickCheck answers) {
    return new double[] {
      answers.leadTime(),
      answers.frequency(),
      answers.recovery(),
      answers.changeFail(),
      answers.rework()
    };
  }

  private Answer json(Request request) {
    return new Answer.Json(seen(request).map(QuickCheckPages::told).toList());
  }

  private static Told told(QuickChecks.Kept kept) {
    double[] given = given(kept.answers());
    double[] scores = kept.answers().scores();
    List<Told.Scored> scored = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      QuickCheck.Question question = QuickCheck.QUESTIONS.get(i);
      scored.add(new Told.Scored(question.metric(), given[i], scores[i], question.industry()));
    }
    return new Told(
        kept.id(),
        kept.scope(),
        kept.at().toString(),
        scored,
        kept.answers().overall(),
        QuickCheck.INDUSTRY);
  }

  private static String anchor(String id) {
    return "answers-" + id.substring(0, 8);
  }
}
