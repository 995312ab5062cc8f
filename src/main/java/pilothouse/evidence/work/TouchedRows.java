package pilothouse.evidence.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.Commits;
import pilothouse.evidence.History;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.CommitRef;

/** Puts the columns of one repository together. */
final class TouchedRows {
  private static final double HOUR = 3_600_000.0;
  private final @Nullable History history;
  private final @Nullable FileNames names;
  private final List<String> keys = new ArrayList<>();
  private final List<Long> mergedAt = new ArrayList<>();
  private final List<Double> hours = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();
  private final List<int[]> touched = new ArrayList<>();
  private int pathless;

  private TouchedRows(@Nullable History history) {
    this.history = history;
    this.names = history == null ? null : FileNames.of(history);
  }

  /** Of change requests; a history is needed to know what they touched. */
  static Touched of(
      String repository,
      List<String> systems,
      @Nullable History history,
      List<ChangeRequest> changes) {
    TouchedRows rows = new TouchedRows(history);
    Arrivals arrivals = history == null ? null : Arrivals.of(history, changes);
    for (ChangeRequest change : changes) {
      int[] commits = arrivals == null ? new int[0] : arrivals.of(change);
      if (arrivals == null || commits.length == 0) {
        rows.pathless++;
      } else {
        rows.add(change, arrivals, commits);
      }
    }
    return rows.touched(repository, systems, true);
  }

  /** Of the commits of its main line, where no change requests are told of. */
  static Touched of(String repository, List<String> systems, History history) {
    TouchedRows rows = new TouchedRows(history);
    Commits commits = history.commits();
    for (int commit = 0; commit < commits.size(); commit++) {
      if (commits.onHead().get(commit) && !commits.isMerge(commit)) {
        rows.keys.add(commits.id(commit));
        rows.mergedAt.add(commits.committedAt()[commit]);
        rows.hours.add(Double.NaN);
        rows.lines.add(-1);
        rows.touched.add(rows.names(commit));
      }
    }
    return rows.touched(repository, systems, false);
  }

  private void add(ChangeRequest change, Arrivals arrivals, int... commits) {
    Instant merged = Objects.requireNonNull(change.mergedAt());
    Integer added = change.added();
    Integer deleted = change.deleted();
    keys.add(change.key());
    mergedAt.add(merged.getEpochSecond());
    hours.add(hours(change, merged, commits));
    lines.add(added == null || deleted == null ? arrivals.lines(commits) : added + deleted);
    touched.add(names(commits));
  }

  private double hours(ChangeRequest change, Instant merged, int... commits) {
    long begun = Long.MAX_VALUE;
    for (CommitRef commit : change.commits()) {
      Instant at = commit.authoredAt();
      begun = at == null ? begun : Math.min(begun, at.toEpochMilli());
    }
    Commits all = Objects.requireNonNull(history).commits();
    for (int commit : commits) {
      // What a squash became is as old as the merge: only a branch's own commit tells its begin.
      boolean isOwn =
          !all.id(commit).equals(change.mergeRevision())
              && all.authoredAt()[commit] * 1_000 < merged.toEpochMilli();
      begun = isOwn ? Math.min(begun, all.authoredAt()[commit] * 1_000) : begun;
    }
    Instant opened = change.openedAt() == null ? change.readyAt() : change.openedAt();
    if (begun == Long.MAX_VALUE && opened != null) {
      begun = opened.toEpochMilli();
    }
    double span = (merged.toEpochMilli() - begun) / HOUR;
    return begun == Long.MAX_VALUE || span < 0 ? Double.NaN : span;
  }

  private int[] names(int... commits) {
    int[] start = Objects.requireNonNull(history).changes().start();
    FileNames known = Objects.requireNonNull(names);
    return Arrays.stream(commits)
        .flatMap(commit -> IntStream.range(start[commit], start[commit + 1]))
        .map(known::ofRow)
        .distinct()
        .toArray();
  }

  private Touched touched(String repository, List<String> systems, boolean isOfRequests) {
    int[] start = new int[touched.size() + 1];
    for (int i = 0; i < touched.size(); i++) {
      start[i + 1] = start[i] + touched.get(i).length;
    }
    return new Touched(
        repository,
        systems,
        isOfRequests,
        pathless,
        keys.toArray(String[]::new),
        mergedAt.stream().mapToLong(Long::longValue).toArray(),
        hours.stream().mapToDouble(Double::doubleValue).toArray(),
        lines.stream().mapToInt(Integer::intValue).toArray(),
        start,
        touched.stream().flatMapToInt(Arrays::stream).toArray(),
        names == null ? new String[0] : names.paths(),
        names == null ? new int[0] : names.now());
  }
}
