package pilothouse.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.Changes;
import pilothouse.evidence.Files;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * The files of the head, each with what its history tells.
 *
 * @param all sorted by path
 */
record FileStories(List<FileStory> all) {

  static FileStories of(Slice slice) {
    HeadView head = slice.head();
    List<FileStory> all = new ArrayList<>(head.files());
    for (int file = 0; file < head.size(); file++) {
      if (head.pathOf()[file] >= 0) {
        all.add(story(slice, file));
      }
    }
    all.sort(Comparator.comparing(FileStory::path));
    return new FileStories(List.copyOf(all));
  }

  private static FileStory story(Slice slice, int file) {
    HeadView head = slice.head();
    Files files = slice.history.files();
    int row = head.rowOf()[file];
    int path = head.pathOf()[file];
    Authorship authorship = slice.once(Authorship.class, Authorship::of);
    Activity activity = slice.once(Activity.class, Activity::of);
    double fragmentation = OwnershipMetrics.fragmentation(authorship, file);
    double score = slice.once(Hotspots.class, Hotspots::of).scoreOf()[file];
    long at = activity.changedAt()[file];
    return new FileStory(
        slice.history.paths()[path],
        slice.paths().kind(path),
        row < 0 ? -1 : Math.max(-1, files.lines()[row]),
        row < 0 || files.lines()[row] < 0 ? -1 : files.indentation()[row],
        activity.inWindow()[file],
        activity.soFar()[file],
        Double.isNaN(score) ? null : (Double) score,
        authorship.peopleOf(file),
        authorship.authorsOf(file),
        mainShare(slice, authorship, file),
        Double.isNaN(fragmentation) ? null : (Double) fragmentation,
        atRisk(slice, file),
        at == Long.MIN_VALUE ? null : Instant.ofEpochSecond(at),
        row < 0 ? 0 : files.markerStart()[row + 1] - files.markerStart()[row]);
  }

  /** The largest share of a file's added lines that one person added. */
  private static @Nullable Double mainShare(Slice slice, Authorship authorship, int file) {
    long sum = 0;
    int most = 0;
    for (int i = authorship.start()[file]; i < authorship.start()[file + 1]; i++) {
      sum += authorship.added()[i];
      most = Math.max(most, authorship.added()[i]);
    }
    return sum == 0 || !slice.linesCounted() ? null : (Double) ((double) most / sum);
  }

  private static @Nullable Double atRisk(Slice slice, int file) {
    if (!slice.linesCounted()) {
      return null;
    }
    LineFacts lines = slice.once(LineFacts.class, LineFacts::of);
    int owned = lines.owned()[file];
    return owned == 0 ? null : (Double) ((double) lines.atRisk()[file] / owned);
  }

  /** The file index of a path of the head, −1 when there is none. */
  static int find(Slice slice, String path) {
    HeadView head = slice.head();
    for (int file = 0; file < head.size(); file++) {
      if (head.pathOf()[file] >= 0 && slice.history.paths()[head.pathOf()[file]].equals(path)) {
        return file;
      }
    }
    return -1;
  }

  /** The commits of a file up to the window's end, newest first; nobody is named. */
  static Receipt history(Slice slice, int file) {
    Changes changes = slice.changes();
    int[] rows = new int[changes.size()];
    int[] commitOf = new int[changes.size()];
    int n = 0;
    for (int commit : slice.changesAnywhere()) {
      for (int row = changes.start()[commit]; row < changes.start()[commit + 1]; row++) {
        if (changes.file()[row] == file && !changes.isOldName(row)) {
          commitOf[n] = commit;
          rows[n++] = row;
        }
      }
    }
    int[] found = Arrays.copyOf(rows, n);
    int[] commits = Arrays.copyOf(commitOf, n);
    return new Receipt(
        Texts.say("metrics.file-stories.changed-this-file-under", Say.counted(n, "commit")),
        Texts.all(
            "column.commit",
            "column.committed",
            "column.added",
            "column.deleted",
            "metrics.file-stories.name-then",
            "column.subject"),
        n,
        i -> row(slice, commits[commits.length - 1 - i], found[found.length - 1 - i]));
  }

  private static List<Cell> row(Slice slice, int commit, int row) {
    Changes changes = slice.changes();
    boolean counted = changes.editedAdded()[row] >= 0;
    return List.of(
        Answers.commit(slice, commit),
        Answers.day(slice, slice.commits().committedAt()[commit]),
        Cell.of(counted ? String.valueOf(changes.linesAdded(row)) : "–"),
        Cell.of(counted ? String.valueOf(changes.linesDeleted(row)) : "–"),
        Cell.of(slice.history.paths()[changes.path()[row]]),
        Cell.of(slice.commits().subjects()[commit]));
  }
}
