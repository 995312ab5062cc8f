package pilothouse.decisions;

import java.util.HashMap;
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
    Map<List<String>, Boolean> common = new HashMap<>();
    return Likeness.of(question, all, Alikes::words, MANY).stream()
        .filter(like ->
            like.words().size() > 1
                || !common.computeIfAbsent(like.words(), word -> isCommon(word, all)))
        .limit(most)
        .map(like ->
            new AlikeTold(
                like.thing().number(),
                like.thing().name() + " " + like.thing().title(),
                like.thing().state().word(),
                like.thing().address(),
                like.words()))
        .toList();
  }

  /** Whether that one word is in several decisions, and in more than a third of all. */
  private static boolean isCommon(List<String> word, List<Decision> all) {
    long many = all.stream().filter(one -> Likeness.words(words(one)).containsAll(word)).count();
    return many > 1 && 3 * many > all.size();
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
