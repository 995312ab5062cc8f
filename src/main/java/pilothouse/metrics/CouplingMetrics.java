package pilothouse.metrics;

import java.util.List;
import pilothouse.metrics.Metric.Better;
import pilothouse.metrics.Metric.Unit;
import pilothouse.metrics.Receipt.Cell;

/** How many files and folders change together. */
final class CouplingMetrics {
  private static final String RULE =
      "degree = 100 × shared commits ÷ mean of the two's revisions, over commits of at most 30 files; at least 5 shared commits, mean revisions of at least 5, degree of at least 30";

  static final Measure PAIRS =
      Measure.of(
          "change-coupling",
          "Coupled files",
          "Which files keep changing together?",
          "Pairs of files with: "
              + RULE
              + ". Generated files and files that are gone are left out.",
          Unit.COUNT,
          Better.LOWER,
          "Changed paths",
          "Files may change together for a good reason: a class and its test do.",
          "change-files",
          (metric, slice) -> read(metric, slice, Choice.ALL));

  static final Measure ACROSS =
      Measure.of(
          "coupling-across-folders",
          "Coupled across folders",
          "Which dependencies do the folders hide?",
          "Pairs of change-coupling whose files stand in different folders and are no tests.",
          Unit.COUNT,
          Better.LOWER,
          "Changed paths",
          "A folder is not always a boundary.",
          "change-coupling",
          (metric, slice) -> read(metric, slice, Choice.ACROSS));

  static final Measure FOLDERS =
      Measure.of(
          "coupled-folders",
          "Coupled parts",
          "Which parts of the system cannot change alone?",
          "Pairs of folders (the first level that tells at least three parts apart) with: "
              + RULE
              + ".",
          Unit.COUNT,
          Better.LOWER,
          "Changed paths",
          "Sees dependencies only where people changed both sides in one commit.",
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
      return "Pairs that pass: " + RULE + ".";
    }
    if (choice == Choice.FOLDERS) {
      return "No two folders pass: " + RULE + ".";
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
