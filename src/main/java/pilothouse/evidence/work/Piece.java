package pilothouse.evidence.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.WorkItem;
import pilothouse.evidence.work.Shelf.Held;

/** One piece of work while it is put together. */
final class Piece {
  /** So many paths of one piece are enough to tell what it is about. */
  static final int PATHS = 1_000;

  private final Work start;
  private final String path;
  private final Set<String> labels = new LinkedHashSet<>();
  private final Set<String> branches = new LinkedHashSet<>();
  private final Set<String> paths = new LinkedHashSet<>();
  private final List<String> changes = new ArrayList<>();
  private @Nullable Integer lines;

  private Piece(Work start, String path) {
    this.start = start;
    this.path = path;
    this.labels.addAll(start.labels());
  }

  static Piece of(Held<WorkItem> held, Instant closed) {
    WorkItem item = held.thing();
    Work start =
        work(
            item.key(),
            Work.Kind.ISSUE,
            name(item.number(), item.key()),
            or(item.title(), item.key()),
            item,
            or(item.repository(), ""),
            held.systems(),
            item.url(),
            closed);
    return new Piece(start, held.path());
  }

  /** A change by itself; what it names is not finished yet, but says what it is about. */
  static Piece of(Held<ChangeRequest> held, List<Held<WorkItem>> named) {
    ChangeRequest change = held.thing();
    String name = change.number() == 0 ? change.key() : "!" + change.number();
    WorkItem about = named.isEmpty() ? null : named.getFirst().thing();
    Work start =
        work(
            change.key(),
            Work.Kind.CHANGE,
            name,
            or(change.title(), change.key()),
            about,
            or(change.repository(), ""),
            held.systems(),
            change.url(),
            Objects.requireNonNull(change.mergedAt()));
    return new Piece(start, held.path());
  }

  private static Work work(
      String key,
      Work.Kind kind,
      String name,
      String title,
      @Nullable WorkItem about,
      String repository,
      List<String> systems,
      @Nullable String url,
      Instant finished) {
    List<String> labels = about == null ? null : about.labels();
    return new Work(
        key,
        kind,
        name,
        title,
        labels == null ? List.of() : labels,
        about == null ? "" : or(about.milestone(), ""),
        about == null ? "" : or(about.type(), ""),
        List.of(),
        List.of(),
        repository,
        systems,
        url,
        finished,
        null,
        List.of());
  }

  private static String name(@Nullable String number, String key) {
    return number == null
        ? key.replaceFirst("^own:", "")
        : number.matches("\\d+") ? "#" + number : number;
  }

  private static String or(@Nullable String text, String other) {
    return text == null ? other : text;
  }

  String path() {
    return path;
  }

  /** Adds a change that was merged for it. */
  void add(ChangeRequest change, @Nullable Landed landed, int... commits) {
    changes.add(change.key());
    List<String> its = change.labels();
    labels.addAll(its == null ? List.of() : its);
    String branch = change.branch();
    if (branch != null) {
      branches.add(branch);
    }
    Integer added = change.added();
    Integer deleted = change.deleted();
    Integer told = added == null || deleted == null ? null : (Integer) (added + deleted);
    if (landed == null) {
      touched(told, List.of());
    } else {
      touched(told == null ? landed.lines(commits) : told, landed.paths(PATHS, commits));
    }
  }

  /** Adds lines and paths. */
  void touched(@Nullable Integer more, List<String> where) {
    if (more != null) {
      lines = (lines == null ? 0 : lines) + more;
    }
    paths.addAll(where);
  }

  Work work() {
    return new Work(
        start.key(),
        start.kind(),
        start.name(),
        start.title(),
        List.copyOf(labels),
        start.milestone(),
        start.type(),
        List.copyOf(branches),
        List.copyOf(paths),
        start.repository(),
        start.systems(),
        start.url(),
        start.finished(),
        lines,
        changes);
  }
}
