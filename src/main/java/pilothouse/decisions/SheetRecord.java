package pilothouse.decisions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.Turn.Kind;
import pilothouse.verdicts.Came;
import pilothouse.web.Caller;

/** How decisions came out that a rubric classed, the newest first. */
record SheetRecord(Sheet sheet, List<Classed> all) {
  SheetRecord {
    all = List.copyOf(all);
  }

  /** How one came out. */
  enum Out {
    /** All that was predicted with it and could be judged. */
    CAME_TRUE,
    /** Something that was predicted with it did not. */
    DID_NOT,
    /** Nobody decided yet, or nothing that was predicted could be judged yet. */
    OPEN,
    UNPREDICTED;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** One of them, with the version that it was classed by. */
  record Classed(Decision decision, int version, String grade, Out out, boolean isReopened) {}

  /** Those that somebody may look at. */
  static SheetRecord of(Docket docket, DecisionShelf shelf, Caller caller, Sheet sheet) {
    Map<String, List<Came>> came =
        Came.of(docket.storage(), Decision.SUBJECT, caller).stream()
            .collect(Collectors.groupingBy(Came::subject));
    Map<Integer, Sheet> versions =
        new Sheets(docket).versions(sheet.id()).collect(Collectors.toMap(Sheet::version, s -> s));
    return new SheetRecord(
        sheet,
        shelf
            .seen(docket.storage(), caller)
            .flatMap(one -> classed(one, sheet.id(), versions, came).stream())
            .toList());
  }

  private static Optional<Classed> classed(
      Decision one, String id, Map<Integer, Sheet> versions, Map<String, List<Came>> came) {
    List<Came> its = came.getOrDefault(Decision.SUBJECT + one.id(), List.of());
    return one.turns().reversed().stream()
        .filter(turn -> turn.kind() == Kind.RATED && turn.about().startsWith(id + "@"))
        .findFirst()
        .flatMap(turn -> rating(turn, versions))
        .filter(Rating::isSure)
        .map(rating ->
            new Classed(
                one,
                rating.version(),
                rating.most().name(),
                out(one, its),
                one.last(Kind.REOPENED).isPresent()));
  }

  private static Optional<Rating> rating(Turn turn, Map<Integer, Sheet> versions) {
    int version = Integer.parseInt(turn.about().substring(turn.about().lastIndexOf('@') + 1));
    return Optional.ofNullable(versions.get(version))
        .map(sheet -> sheet.rate(Rating.answers(turn.words())));
  }

  private static Out out(Decision one, List<Came> its) {
    List<Boolean> judged = its.stream().map(Came::cameTrue).flatMap(Stream::ofNullable).toList();
    if (judged.isEmpty()) {
      return its.isEmpty() && !one.state().isOpen() ? Out.UNPREDICTED : Out.OPEN;
    }
    return judged.contains(false) ? Out.DID_NOT : Out.CAME_TRUE;
  }

  /** Those of each class, in the order of the rubric; classes of older versions come last. */
  Map<String, List<Classed>> classes() {
    Map<String, List<Classed>> classes = new LinkedHashMap<>();
    sheet.grades().forEach(grade -> classes.put(grade.name(), new ArrayList<>()));
    all.forEach(one -> classes.computeIfAbsent(one.grade(), _ -> new ArrayList<>()).add(one));
    return classes;
  }

  static long count(List<Classed> of, Out out) {
    return of.stream().filter(one -> one.out() == out).count();
  }

  static long reopened(List<Classed> of) {
    return of.stream().filter(Classed::isReopened).count();
  }

  /** How many of those came out. */
  static long judged(List<Classed> of) {
    return count(of, Out.CAME_TRUE) + count(of, Out.DID_NOT);
  }

  /** The share that came true of those that came out; null where these are too few to tell. */
  static @Nullable Double share(List<Classed> of) {
    long judged = judged(of);
    return judged < Came.ENOUGH ? null : (Double) ((double) count(of, Out.CAME_TRUE) / judged);
  }
}
