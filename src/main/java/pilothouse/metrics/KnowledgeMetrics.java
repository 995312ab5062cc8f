package pilothouse.metrics;

import java.util.Arrays;
import java.util.List;
import pilothouse.metrics.Metric.Better;
import pilothouse.metrics.Metric.Unit;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.text.Say;

/** Who could tell about the code: counts of people, never a number about one. */
final class KnowledgeMetrics {
  static final Measure TRUCK_FACTOR =
      Measure.of(
          "truck-factor",
          "Truck factor",
          "How many people would have to leave before most files have nobody who knows them?",
          "Top authors leave one by one, the one with the most files first, until more than 50 % of the source files have no author. Author: DOA = 3.293 + 1.098·FA + 0.164·DL − 0.321·ln(1 + AC) > 0.75 × the file's highest, and DOA ≥ 3.293 or created the file. Co-authors count; programs and generated files are left out. [Avelino et al. 2016]",
          Unit.PEOPLE,
          Better.HIGHER,
          "Commits with authors, changed paths",
          "Takes the whole history: somebody who left long ago still counts as an author. Knowledge at risk tells that side.",
          "knowledge-at-risk",
          KnowledgeMetrics::truckFactor);

  static final Measure AT_RISK =
      Measure.of(
          "knowledge-at-risk",
          "Knowledge at risk",
          "How much of the code was last written by people who have gone quiet?",
          "Lines of source last written by people with no commit in the 180 days before the window's end, as author or co-author ÷ lines last written by people.",
          Unit.RATIO,
          Better.LOWER,
          "The head's lines with the commit that wrote them last",
          "People who review or answer questions but commit nothing look gone.",
          "truck-factor",
          KnowledgeAtRisk::read);

  static final Measure ISLANDS =
      Measure.of(
          "islands",
          "Knowledge islands",
          "How much of the living code is known by one person only?",
          "Source files with exactly one author by degree of authorship ÷ source files of at least 100 lines with at least 3 commits in the window.",
          Unit.RATIO,
          Better.LOWER,
          "Commits with authors, changed paths, the head's files",
          "Reviewers know code that they never committed.",
          "truck-factor",
          KnowledgeMetrics::islands);

  private KnowledgeMetrics() {}

  static Knowing knowing(Slice slice) {
    return slice.once(Knowing.class, Knowing::of);
  }

  static Notes notes(Slice slice) {
    HeadView head = slice.head();
    return new Notes()
        .history(slice)
        .renames(slice)
        .leave("generated or vendored files", head.generated())
        .leave("files that are not source", head.files() - head.generated() - head.sources());
  }

  static String noSource(Slice slice) {
    return slice.commits().size() == 0
        ? Answers.silence(slice)
        : "no source file is recognised here by its path; another folder fills this";
  }

  private static Reading truckFactor(Metric metric, Slice slice) {
    Knowing knowing = knowing(slice);
    Integer factor = knowing.knowledge().truckFactor();
    Notes notes = notes(slice);
    notes.leave("changes by programs", slice.once(Authorship.class, Authorship::of).botRows());
    if (factor == null) {
      return Answers.unknown(metric, slice, noSource(slice), notes);
    }
    notes.leave("source files without a commit by a person", knowing.unauthored());
    int counted = knowing.files().length - knowing.unauthored();
    String says =
        "Without the top "
            + Say.count(factor)
            + " of "
            + Say.counted(knowing.knowledge().people(), "person")
            + " more than half of "
            + Say.count(counted)
            + " files have no author.";
    return Answers.known(
        metric, slice, factor, counted, Series.none(), files(slice, authored(slice), says), notes);
  }

  private static int[] authored(Slice slice) {
    Authorship authorship = slice.once(Authorship.class, Authorship::of);
    return Arrays.stream(knowing(slice).files())
        .filter(file -> authorship.authorsOf(file) > 0)
        .toArray();
  }

  static Receipt files(Slice slice, int[] files, String says) {
    Authorship authorship = slice.once(Authorship.class, Authorship::of);
    Activity activity = slice.once(Activity.class, Activity::of);
    return new Receipt(
        says,
        List.of("file", "authors", "people ever", "commits ever", "commits in the window"),
        files.length,
        row -> {
          int file = files[row];
          return List.of(
              Answers.file(slice.history.paths()[slice.head().pathOf()[file]]),
              Cell.of(authorship.authorsOf(file)),
              Cell.of(authorship.peopleOf(file)),
              Cell.of(activity.soFar()[file]),
              Cell.of(activity.inWindow()[file]));
        });
  }

  private static Reading islands(Metric metric, Slice slice) {
    Notes notes = notes(slice);
    if (!slice.linesCounted()) {
      return Answers.unknown(metric, slice, Answers.COUNTING, notes);
    }
    Knowing knowing = knowing(slice);
    Knowledge knowledge = knowing.knowledge();
    notes.leave("source files below 100 lines or 3 commits in the window", knowing.small());
    if (knowledge.eligible() == 0) {
      String why =
          slice.changesInWindow().length == 0
              ? Answers.silence(slice)
              : "no source file has 100 lines and 3 commits in the window; a longer one fills this";
      return Answers.unknown(metric, slice, why, notes);
    }
    List<Knowledge.Island> islands = knowledge.islands();
    Receipt receipt =
        new Receipt(
            Say.count(islands.size())
                + " of "
                + Say.count(knowledge.eligible())
                + " files have one author; they are:",
            List.of("file", "lines", "commits in the window", "people ever", "its author is gone"),
            islands.size(),
            row ->
                List.of(
                    Answers.file(islands.get(row).path()),
                    Cell.of(islands.get(row).lines()),
                    Cell.of(islands.get(row).revisions()),
                    Cell.of(islands.get(row).people()),
                    Cell.of(islands.get(row).gone() ? "yes" : "no")));
    return Answers.known(
        metric,
        slice,
        (double) islands.size() / knowledge.eligible(),
        knowledge.eligible(),
        Series.none(),
        receipt,
        notes);
  }
}
