package pilothouse.decisions;

import java.util.List;
import java.util.Map;
import pilothouse.text.Likeness;
import pilothouse.web.Answer;
import pilothouse.web.Caller;

/** Decisions that are like a question, so that none is made twice. */
record Alikes(Docket docket, DecisionShelf shelf, Caller caller) {
  private static final int FEW = 5;
  private static final int MANY = 50;

  List<AlikeTold> told(String question) {
    return told(question, MANY);
  }

  private List<AlikeTold> told(String question, int most) {
    List<Decision> all = shelf.seen(docket.storage(), caller).toList();
    return Likeness.of(question, all, Alikes::words, most).stream()
        .map(like ->
            new AlikeTold(
                like.thing().number(),
                like.thing().name() + " " + like.thing().title(),
                like.thing().state().word(),
                like.thing().address(),
                like.words()))
        .toList();
  }

  /** All words that it may be found by. */
  static String words(Decision one) {
    String options = Choice.text(one.words().options());
    return one.title() + " " + one.words().question() + " " + options;
  }

  /** What stands below the question while it is typed. */
  Answer part(String question) {
    return new Answer.Part(
        "decisions/like",
        Map.of("alike", told(question, FEW), "asked", !Likeness.words(question).isEmpty()),
        "");
  }
}
