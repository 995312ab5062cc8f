package pilothouse.debt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import pilothouse.evidence.Changes;
import pilothouse.evidence.Commits;
import pilothouse.evidence.History;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.View;

/**
 * What happened to one file, under all of its names, up to the window's end.
 *
 * @param commits that changed it, old names included
 * @param people distinct people who changed it, programs left out
 * @param names it had before, newest first
 * @param rows the newest commits
 * @param first day of its first commit
 */
public record Past(int commits, int people, List<String> names, List<Row> rows, String first) {
  private static final int SHOWN = 100;

  /** One commit; the sizes are relative to the file's old name where it was renamed. */
  public record Row(
      String day, String ago, String id, String subject, String added, String deleted) {}

  static Past of(View view, String path, Instant now) {
    History history = view.history();
    int file = fileOf(history, path);
    List<Integer> rows = new ArrayList<>();
    Changes changes = history.changes();
    List<Integer> at = new ArrayList<>();
    Commits commits = history.commits();
    for (int commit = 0; commit < commits.size(); commit++) {
      if (commits.committedAt()[commit] >= view.window().to().getEpochSecond()) {
        continue;
      }
      for (int row = changes.start()[commit]; row < changes.start()[commit + 1]; row++) {
        if (changes.file()[row] == file && !changes.isOldName(row)) {
          rows.add(row);
          at.add(commit);
        }
      }
    }
    return told(view, path, now, rows, at);
  }

  private static Past told(
      View view, String path, Instant now, List<Integer> rows, List<Integer> at) {
    History history = view.history();
    BitSet people = new BitSet();
    List<String> names = new ArrayList<>();
    for (int i = rows.size() - 1; i >= 0; i--) {
      String name = history.paths()[history.changes().path()[rows.get(i)]];
      if (!name.equals(path) && !names.contains(name)) {
        names.add(name);
      }
      people.set(history.commits().author()[at.get(i)]);
    }
    people.andNot(history.people().bots());
    Integer[] order = new Integer[rows.size()];
    Arrays.setAll(order, i -> i);
    long[] times = history.commits().committedAt();
    Arrays.sort(order, (a, b) -> Long.compare(times[at.get(b)], times[at.get(a)]));
    List<Row> shown = new ArrayList<>();
    for (int i = 0; i < Math.min(SHOWN, order.length); i++) {
      shown.add(row(view, now, rows.get(order[i]), at.get(order[i])));
    }
    String first =
        order.length == 0
            ? Texts.say("say.unknown")
            : day(view, times[at.get(order[order.length - 1])]);
    return new Past(rows.size(), people.cardinality(), names, shown, first);
  }

  private static Row row(View view, Instant now, int row, int commit) {
    Commits commits = view.history().commits();
    Changes changes = view.history().changes();
    long at = commits.committedAt()[commit];
    return new Row(
        day(view, at),
        Say.ago(Instant.ofEpochSecond(at), now),
        commits.id(commit).substring(0, 10),
        commits.subjects()[commit],
        lines('+', changes.editedAdded()[row]),
        lines('−', changes.editedDeleted()[row]));
  }

  private static String lines(char sign, int lines) {
    return lines == Changes.BINARY
        ? Texts.say("debt.past.binary")
        : lines == Changes.UNKNOWN ? Texts.say("say.unknown") : sign + Say.count(lines);
  }

  private static String day(View view, long second) {
    return Say.day(Instant.ofEpochSecond(second), view.window().zone());
  }

  private static int fileOf(History history, String path) {
    for (int i = 0; i < history.files().size(); i++) {
      if (history.paths()[history.files().path()[i]].equals(path)) {
        return history.files().file()[i];
      }
    }
    return -1;
  }
}
