package pilothouse.verdicts;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** What the journal is told of predictions. */
final class VerdictWords {
  static final int LONGEST = 2_000;
  private static final int TITLE = 80;

  private VerdictWords() {}

  /** Seen by those who may look at the place to which the prediction belongs. */
  private static Subject subject(Prediction one) {
    return Subject.of("prediction", shortened(one.says()), one.address()).in(one.place());
  }

  static String shortened(String says) {
    return Say.cut(says, TITLE);
  }

  static void made(Handle rows, Prediction one, Who who) {
    Map<String, String> told = new LinkedHashMap<>();
    if (!one.isElsewhere()) {
      told.put("gauge", one.gauge().text());
    }
    told.put("expected", one.expect().word());
    told.put("effect", one.effect().toString());
    told.put("judged on", one.judgedOn().toString());
    Double probability = one.probability();
    if (probability != null) {
      told.put("probability", probability.toString());
    }
    Journal.write(
        rows, Entry.of(one.madeAt(), who, "prediction made", subject(one), "").with(told));
  }

  static void withdrawn(Handle rows, Prediction of, Withdrawal how, Who who) {
    Journal.write(rows, Entry.of(how.at(), who, "prediction withdrawn", subject(of), how.why()));
  }

  static void cameIn(Handle rows, Prediction of, Judged one) {
    Map<String, String> told = new LinkedHashMap<>();
    if (!of.isElsewhere()) {
      told.put("verdict", Texts.english().saying(() -> one.verdict().says()));
    }
    told.put("until", one.until().toString());
    Journal.write(
        rows, Entry.of(one.at(), Who.program(), "verdict came in", subject(of), "").with(told));
  }

  static void noted(Handle rows, Prediction of, Note note, Who who) {
    Journal.write(
        rows,
        Entry.of(note.at(), who, "verdict noted", subject(of), "")
            .with(Map.of("words", note.words())));
  }

  static Judged numbered(Judged one, int number) {
    return new Judged(
        number, one.at(), one.until(), one.verdict(), one.judgement(), one.points(), one.events());
  }
}
