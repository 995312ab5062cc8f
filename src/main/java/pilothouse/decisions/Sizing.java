package pilothouse.decisions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pilothouse.decisions.Turn.Kind;
import pilothouse.text.Texts;
import pilothouse.web.Refused;

/**
 * How large a decision is by the rubric that was answered for it, and whether that asks for a
 * review.
 */
record Sizing(Docket docket, Decision decision) {
  /** What verdicts call a rubric of decisions, before its id. */
  static final String TRACK = "decisions-";

  /** A rubric in the version that was answered, and what the answers lead to. */
  record Sized(Sheet sheet, Rating rating) {}

  /** By each rubric that was answered since the question was asked, the last answers first. */
  List<Sized> sized() {
    Map<String, Sized> sized = new LinkedHashMap<>();
    for (Turn turn : decision.since(Kind.REOPENED).toList().reversed()) {
      if (turn.kind() == Kind.RATED) {
        String[] mark = turn.about().split("@", 2);
        new Sheets(docket)
            .find(mark[0], Integer.parseInt(mark[1]))
            .ifPresent(sheet ->
                sized.putIfAbsent(
                    sheet.id(), new Sized(sheet, sheet.rate(Rating.answers(turn.words())))));
      }
    }
    return List.copyOf(sized.values());
  }

  /** Under which its predictions are counted; empty for none. */
  String track() {
    return sized().stream().findFirst().map(one -> TRACK + one.sheet().id()).orElse("");
  }

  /**
   * Nothing where it may be decided without a review, or a council is for it.
   *
   * @throws Refused where nobody knows how large it is though it cannot be undone, where open
   *     questions decide that, or where the council has not said yes
   */
  void mustBeReviewed() {
    Hurdles.refuse(hurdle());
  }

  /** What stands against deciding; empty where it is reviewed, or needs no review. */
  Optional<Refused> hurdle() {
    List<Sized> sized = sized();
    if (sized.isEmpty() && decision.words().wayBack().equals("none")) {
      return Optional.of(
          Refused.conflict(
              Texts.say("decisions.size.unknown"), Texts.say("decisions.size.answer", rubrics())));
    }
    Optional<Review> review = Review.of(decision);
    if (review.isPresent()) {
      return review.get().isPassed()
          ? Optional.empty()
          : Optional.of(
              Refused.conflict(
                  Texts.say("decisions.size.not-passed"), Texts.say("decisions.size.wait")));
    }
    return sized.stream()
        .filter(one -> one.rating().most().reviewed().isPresent())
        .findFirst()
        .map(Sizing::refusal);
  }

  private String rubrics() {
    return new Sheets(docket)
        .all().values().stream().map(Sheet::title).collect(Collectors.joining(", "));
  }

  private static Refused refusal(Sized one) {
    if (one.rating().isSure()) {
      return Refused.conflict(
          Texts.say(
              "decisions.size.no-council",
              Texts.say("decisions.topic." + one.rating().most().review())),
          Texts.say("decisions.size.found-one"));
    }
    List<Question> open = one.sheet().open(one.rating().answers());
    boolean isOwn = open.stream().anyMatch(each -> !each.key().equals(Question.IRREVERSIBLE));
    return Refused.conflict(
        Texts.say(
            "decisions.size.open",
            open.stream().map(Question::says).collect(Collectors.joining("; "))),
        isOwn
            ? Texts.say("decisions.size.answer-those", one.sheet().title())
            : Texts.say("decisions.size.say-way-back"));
  }
}
