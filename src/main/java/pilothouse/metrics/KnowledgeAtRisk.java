package pilothouse.metrics;

import java.util.ArrayList;
import java.util.List;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** Lines whose last writers have gone quiet. */
final class KnowledgeAtRisk {
  private KnowledgeAtRisk() {}

  static Reading read(Metric metric, Slice slice) {
    Notes notes = KnowledgeMetrics.notes(slice);
    if (!slice.linesCounted()) {
      return Answers.unknown(metric, slice, Answers.counting(), notes);
    }
    LineFacts lines = slice.once(LineFacts.class, LineFacts::of);
    notes.leave(Texts.say("metrics.knowledge-at-risk.lines-of-source-last"), lines.botLines());
    notes.leave(Texts.say("metrics.knowledge-at-risk.lines-of-source-of"), lines.untold());
    notes.leave(
        Texts.say("metrics.knowledge-at-risk.lines-in-generated-files"), lines.otherLines());
    long owned = lines.ownedLines();
    if (owned <= 0) {
      return Answers.unknown(metric, slice, KnowledgeMetrics.noSource(slice), notes);
    }
    int[] files = byRisk(slice, lines);
    Receipt receipt =
        new Receipt(
            Texts.say(
                "metrics.knowledge-at-risk.of-lines-file-by",
                Say.count(lines.goneLines()),
                Say.count(owned)),
            Texts.all("column.file", "metrics.knowledge-at-risk.lines-at-risk", "column.lines"),
            files.length,
            row ->
                List.of(
                    Answers.file(slice.history.paths()[slice.head().pathOf()[files[row]]]),
                    Cell.of(lines.atRisk()[files[row]]),
                    Cell.of(lines.owned()[files[row]])));
    return Answers.known(
        metric, slice, (double) lines.goneLines() / owned, owned, Series.none(), receipt, notes);
  }

  private static int[] byRisk(Slice slice, LineFacts lines) {
    List<Integer> files = new ArrayList<>();
    for (int file : KnowledgeMetrics.knowing(slice).files()) {
      if (lines.owned()[file] > 0) {
        files.add(file);
      }
    }
    files.sort((a, b) -> Integer.compare(lines.atRisk()[b], lines.atRisk()[a]));
    return files.stream().mapToInt(Integer::intValue).toArray();
  }
}
