package pilothouse.decisions;

import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.Turn.Kind;
import pilothouse.text.Texts;
import pilothouse.web.Refused;

/** How large a decision is by the rubric that was answered for it, and whether that asks for a review. */
record Sizing(Docket docket, Decision decision) {
  /** What verdicts call a rubric of decisions, before its id. */
  static final String TRACK = "decisions-";


  /** The rubric in the version that was answered; empty where none was. */
  Optional<Sheet> sheet() {
    return rated().flatMap(turn -> {
      String[] mark = turn.about().split("@", 2);
      return new Sheets(docket).find(mark[0], Integer.parseInt(mark[1]));
    });
  }

  private Optional<Turn> rated() {
    return decision
        .since(Kind.REOPENED)
        .filter(turn -> turn.kind() == Kind.RATED)
        .reduce((_, later) -> later);
  }

  /** What the answers lead to; empty where no rubric was answered. */
  Optional<Rating> rating() {
    return sheet().flatMap(sheet ->
        rated().map(turn -> sheet.rate(Rating.answers(turn.words()))));
  }

  /** Under which its predictions are counted; empty for none. */
  String track() {
    return sheet().map(sheet -> TRACK + sheet.id()).orElse("");
  }

  /** The topic of the review that it needs; null for none. */
  @Nullable String topic() {
    return rating().flatMap(rating -> rating.most().reviewed()).orElse(null);
  }

  /**
   * Nothing where it may be decided without a review, or a council is for it.
   *
   * @throws Refused where nobody knows how large it is though it cannot be undone, where open
   *     questions decide that, or where the council has not said yes
   */
  void mustBeReviewed() {
    Optional<Rating> rating = rating();
    if (rating.isEmpty() && decision.words().wayBack().equals("none")) {
      throw Refused.conflict(
          Texts.say("decisions.size.unknown"), Texts.say("decisions.size.answer"));
    }
    String topic = topic();
    Optional<Review> review = Review.of(decision);
    if (review.map(Review::isPassed).orElse(topic == null)) {
      return;
    }
    if (review.isPresent()) {
      throw Refused.conflict(
          Texts.say("decisions.size.not-passed"), Texts.say("decisions.size.wait"));
    }
    if (rating.isPresent() && !rating.get().isSure()) {
      String open =
          sheet().orElseThrow().open(rating.get().answers()).stream()
              .map(Question::says)
              .collect(Collectors.joining("; "));
      throw Refused.conflict(
          Texts.say("decisions.size.open", open), Texts.say("decisions.size.answer"));
    }
    throw Refused.conflict(
        Texts.say("decisions.size.no-council", Texts.say("decisions.topic." + topic)),
        Texts.say("decisions.size.found-one"));
  }
}
