package pilothouse.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import pilothouse.text.Markdown;
import pilothouse.text.Texts;
import pilothouse.views.Passage;

/**
 * The longer texts of a decision, to be read.
 *
 * @param ways where links of its file lead here
 */
record DecisionTexts(Decision one, UnaryOperator<String> ways) {
  Passage question() {
    return Passage.of(
        "question",
        Texts.say("decisions.question"),
        Texts.say("decisions.no-question"),
        of("", one.words().question(), isOfFile()));
  }

  /** Why it was decided so; nothing where nobody said. */
  List<Passage> reasons() {
    return one
        .chosen()
        .filter(turn -> !turn.words().isBlank())
        .map(turn -> of("", Texts.anew(turn.words()), FileTurns.isOfFile(turn)))
        .map(texts -> Passage.of("reasons", Texts.say("decisions.reasons"), "", texts))
        .stream()
        .toList();
  }

  Passage after() {
    List<Passage.Text> texts = new ArrayList<>();
    texts.addAll(of("decisions.consequences", one.words().consequences(), isOfFile()));
    texts.addAll(of("decisions.confirmation", one.words().confirmation(), isOfFile()));
    return Passage.of(
        "after", Texts.say("decisions.after"), Texts.say("decisions.no-after"), texts);
  }

  private boolean isOfFile() {
    return FileTurns.isOfFile(one.now());
  }

  private List<Passage.Text> of(String heading, String text, boolean isOfFile) {
    String says = heading.isEmpty() ? "" : Texts.say(heading);
    return text.isBlank()
        ? List.of()
        : List.of(
            new Passage.Text(says, isOfFile ? Markdown.ofFile(text, ways) : Markdown.typed(text)));
  }
}
