package pilothouse.metrics;

import java.util.Arrays;
import java.util.List;
import pilothouse.metrics.Metric.Better;
import pilothouse.metrics.Metric.Unit;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** Who could tell about the code: counts of people, never a number about one. */
final class KnowledgeMetrics {
  static final Measure TRUCK_FACTOR =
      Measure.of(
          "truck-factor",
          Unit.PEOPLE,
          Better.HIGHER,
          "knowledge-at-risk",
          KnowledgeMetrics::truckFactor);

  static final Measure AT_RISK =
      Measure.of(
          "knowledge-at-risk", Unit.RATIO, Better.LOWER, "truck-factor", KnowledgeAtRisk::read);

  static final Measure ISLANDS =
      Measure.of("islands", Unit.RATIO, Better.LOWER, "truck-factor", KnowledgeMetrics::islands);

  private KnowledgeMetrics() {}

  static Knowing knowing(Slice slice) {
    return slice.once(Knowing.class, Knowing::of);
  }

  static Notes notes(Slice slice) {
    HeadView head = slice.head();
    return new Notes()
        .history(slice)
        .renames(slice)
        .leave(Texts.say("metrics.knowledge-metrics.generated-or-vendored-files"), head.generated())
        .leave(
            Texts.say("metrics.knowledge-metrics.files-that-are-not"),
            head.files() - head.generated() - head.sources());
  }

  static String noSource(Slice slice) {
    return slice.commits().size() == 0
        ? Answers.silence(slice)
        : Texts.say("metrics.knowledge-metrics.no-source-file-is");
  }

  private static Reading truckFactor(Metric metric, Slice slice) {
    Knowing knowing = knowing(slice);
    Integer factor = knowing.knowledge().truckFactor();
    Notes notes = notes(slice);
    notes.leave(
        Texts.say("metrics.knowledge-metrics.changes-by-programs"),
        slice.once(Authorship.class, Authorship::of).botRows());
    if (factor == null) {
      return Answers.unknown(metric, slice, noSource(slice), notes);
    }
    notes.leave(
        Texts.say("metrics.knowledge-metrics.source-files-without-a"), knowing.unauthored());
    int counted = knowing.files().length - knowing.unauthored();
    String says =
        Texts.say(
            "metrics.knowledge-metrics.without-the-top-of",
            Say.count(factor),
            Say.counted(knowing.knowledge().people(), "person"),
            Say.count(counted));
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
        Texts.all(
            "column.file",
            "column.authors",
            "metrics.knowledge-metrics.people-ever",
            "metrics.knowledge-metrics.commits-ever",
            "metrics.knowledge-metrics.commits-in-the-window"),
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
      return Answers.unknown(metric, slice, Answers.counting(), notes);
    }
    Knowing knowing = knowing(slice);
    Knowledge knowledge = knowing.knowledge();
    notes.leave(Texts.say("metrics.knowledge-metrics.source-files-below-100"), knowing.small());
    if (knowledge.eligible() == 0) {
      String why =
          slice.changesInWindow().length == 0
              ? Answers.silence(slice)
              : Texts.say("metrics.knowledge-metrics.no-source-file-has");
      return Answers.unknown(metric, slice, why, notes);
    }
    List<Knowledge.Island> islands = knowledge.islands();
    Receipt receipt = islands(islands, knowledge.eligible());
    return Answers.known(
        metric,
        slice,
        (double) islands.size() / knowledge.eligible(),
        knowledge.eligible(),
        Series.none(),
        receipt,
        notes);
  }

  private static Receipt islands(List<Knowledge.Island> islands, int eligible) {
    return new Receipt(
        Texts.say(
            "metrics.knowledge-metrics.of-files-have-one",
            Say.count(islands.size()),
            Say.count(eligible)),
        Texts.all(
            "column.file",
            "column.lines",
            "metrics.knowledge-metrics.commits-in-the-window",
            "metrics.knowledge-metrics.people-ever",
            "metrics.knowledge-metrics.its-author-is-gone"),
        islands.size(),
        row ->
            List.of(
                Answers.file(islands.get(row).path()),
                Cell.of(islands.get(row).lines()),
                Cell.of(islands.get(row).revisions()),
                Cell.of(islands.get(row).people()),
                Cell.of(Texts.say(islands.get(row).gone() ? "say.yes" : "say.no"))));
  }
}
