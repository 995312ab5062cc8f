package pilothouse.decisions;

import static pilothouse.decisions.DecisionFields.form;
import static pilothouse.decisions.DecisionFields.numbers;

import java.util.List;
import java.util.stream.Stream;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Field;
import pilothouse.views.Field.Option;
import pilothouse.web.Caller;
import pilothouse.web.Where;
import pilothouse.web.Whereabouts;

/** What says that a decision affects something. */
record AffectedForm(Docket docket, Caller caller) {
  private static final int OFFERED = 400;

  Board.Form of(Decision one) {
    return form(
        one,
        "affected",
        "affect",
        Field.list(
                "scope",
                Texts.say("decisions.head.affected"),
                places(docket, caller).stream()
                    .filter(place -> !place.text().equals(Where.ORGANISATION.text()))
                    .map(place -> new Option(place.text(), place.name()))
                    .toList())
            .must()
            .hinting(Texts.say("decisions.affects.like")),
        numbers("decisions.field.cost", docket, caller));
  }

  /** Places that the caller sees. */
  static List<Whereabouts.Known> places(Docket docket, Caller caller) {
    return Stream.concat(docket.places().all(), docket.places().repositories())
        .filter(caller::sees)
        .limit(OFFERED)
        .map(docket.places()::known)
        .toList();
  }
}
