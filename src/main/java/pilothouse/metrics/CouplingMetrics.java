package pilothouse.metrics;

import java.util.List;
import pilothouse.metrics.Metric.Better;
import pilothouse.metrics.Metric.Unit;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.text.Texts;

/** How many files and folders change together. */
final class CouplingMetrics {
  static final Measure PAIRS =
      Measure.of(
          "change-coupling",
          Unit.COUNT,
          Better.LOWER,
          "change-files",
          (metric, slice) -> read(metric, slice, Choice.ALL));

  static final Measure ACROSS =
      Measure.of(
          "coupling-across-folders",
          Unit.COUNT,
          Better.LOWER,
          "change-coupling",
          (metric, slice) -> read(metric, slice, Choice.ACROSS));

  static final Measure FOLDERS =
      Measure.of(
          "coupled-folders",
          Unit.COUNT,
          Better.LOWER,
          "change-coupling",
          (metric, slice) -> read(metric, slice, Choice.FOLDERS));

  private CouplingMetrics() {}

  private enum Choice {
    ALL,
    ACROSS,
    FOLDERS
  }

  static Coupling coupling(Slice slice) {
    return slice.once(Coupling.class, Coupling::of);
  }

  private static Reading read(Metric metric, Slice slice, Choice choice) {
    Notes notes = new Notes().history(slice).renames(slice);
    if (slice.changesInWindow().length == 0) {
      return Answers.unknown(metric, slice, Answers.silence(slice), notes);
    }
    Coupling coupling = coupling(slice);
    notes.leave(
        Texts.say("metrics.coupling-metrics.commits-of-more-than", Coupling.WIDEST),
        coupling.wideCommits());
    notes.leave(
        Texts.say("metrics.coupling-metrics.changes-of-generated-or"), coupling.generatedRows());
    notes.leave(Texts.say("metrics.coupling-metrics.changes-of-files-that"), coupling.goneRows());
    if (coupling.narrow() == 0) {
      String why = Texts.say("metrics.coupling-metrics.every-commit-of-the");
      return Answers.unknown(metric, slice, why, notes);
    }
    Couplings found = coupling.found();
    List<Couplings.Pair> pairs =
        switch (choice) {
          case ALL -> found.pairs();
          case ACROSS -> found.pairs().stream().filter(Couplings.Pair::across).toList();
          case FOLDERS -> found.folders();
        };
    return Answers.known(
        metric,
        slice,
        pairs.size(),
        coupling.narrow(),
        Series.none(),
        receipt(pairs, says(found, pairs, choice), choice),
        notes);
  }

  private static String says(Couplings found, List<Couplings.Pair> pairs, Choice choice) {
    if (!pairs.isEmpty()) {
      return Texts.say("metrics.coupling-metrics.pairs-that-pass-degree");
    }
    if (choice == Choice.FOLDERS) {
      return Texts.say("metrics.coupling-metrics.no-two-folders-pass");
    }
    return found.empty() == null
        ? Texts.say("metrics.coupling-metrics.all-coupled-pairs-stand", found.pairs().size())
        : Texts.say("metrics.coupling-metrics.no-pair", found.empty());
  }

  private static Receipt receipt(List<Couplings.Pair> pairs, String says, Choice choice) {
    boolean folders = choice == Choice.FOLDERS;
    return new Receipt(
        says,
        Texts.all(
            "column.one",
            "column.other",
            "metrics.coupling-metrics.shared-commits",
            "metrics.coupling-metrics.mean-revisions",
            "metrics.coupling-metrics.degree"),
        pairs.size(),
        row -> {
          Couplings.Pair pair = pairs.get(row);
          return List.of(
              folders ? Cell.of(pair.left()) : Answers.file(pair.left()),
              folders ? Cell.of(pair.right()) : Answers.file(pair.right()),
              Cell.of(pair.shared()),
              Answers.number(pair.revisions()),
              Cell.of(Math.round(pair.degree())));
        });
  }
}
