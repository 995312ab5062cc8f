package pilothouse.metrics;

import java.util.List;
import pilothouse.metrics.Metric.Better;
import pilothouse.metrics.Metric.Unit;
import pilothouse.metrics.Receipt.Cell;

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
    notes.leave("commits of more than " + Coupling.WIDEST + " files", coupling.wideCommits());
    notes.leave("changes of generated or vendored files", coupling.generatedRows());
    notes.leave("changes of files that are gone", coupling.goneRows());
    if (coupling.narrow() == 0) {
      String why = "every commit of the window changes more than 30 files; a longer one fills this";
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
      return "Pairs that pass: "
          + "degree = 100 × shared commits ÷ mean of the two's revisions, over commits of at most 30 files; at least 5 shared commits, mean revisions of at least 5, degree of at least 30"
          + ".";
    }
    if (choice == Choice.FOLDERS) {
      return "No two folders pass: "
          + "degree = 100 × shared commits ÷ mean of the two's revisions, over commits of at most 30 files; at least 5 shared commits, mean revisions of at least 5, degree of at least 30"
          + ".";
    }
    return found.empty() == null
        ? "All " + found.pairs().size() + " coupled pairs stand in one folder or hold a test."
        : "No pair: " + found.empty() + ".";
  }

  private static Receipt receipt(List<Couplings.Pair> pairs, String says, Choice choice) {
    boolean folders = choice == Choice.FOLDERS;
    return new Receipt(
        says,
        List.of("one", "other", "shared commits", "mean revisions", "degree %"),
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
