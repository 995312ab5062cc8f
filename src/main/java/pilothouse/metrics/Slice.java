package pilothouse.metrics;

import java.util.Arrays;
import java.util.function.Function;
import pilothouse.evidence.Changes;
import pilothouse.evidence.Commits;
import pilothouse.evidence.History;

/**
 * A history seen through a scope and a window. What several formulas need is worked out once here
 * and kept; the commit's (committer) date says which window a commit is in, as in {@code git log
 * --since}.
 */
public final class Slice {
  static final long DAY = 86_400;

  final History history;
  final Scope scope;
  final Window window;
  private final Once made = new Once();

  Slice(History history, Scope scope, Window window) {
    this.history = history;
    this.scope = scope;
    this.window = window;
  }

  /** What {@code make} makes of this slice, made once; others may be made at the same time. */
  <T> T once(Class<T> type, Function<Slice, T> make) {
    return made.of(type, () -> make.apply(this));
  }

  Commits commits() {
    return history.commits();
  }

  Changes changes() {
    return history.changes();
  }

  PathFacts paths() {
    return once(PathFacts.class, PathFacts::of);
  }

  HeadView head() {
    return once(HeadView.class, HeadView::of);
  }

  boolean isBot(int person) {
    return history.people().bots().get(person);
  }

  /** The window's end in epoch seconds. */
  long end() {
    return window.to().getEpochSecond();
  }

  /**
   * What ages are counted to, in epoch seconds: the window's end or, where that is at most two days
   * after the last commit, that commit, for a window of whole days ends at a midnight to come.
   */
  long now() {
    long last = once(Selection.class, Selection::of).last();
    return end() - last <= 2 * DAY ? last : end();
  }

  /** Non-merge commits of the head's history in the window and the scope, in graph order. */
  int[] changesInWindow() {
    return once(Selection.class, Selection::of).inWindow();
  }

  /** The same from the beginning to the window's end. */
  int[] changesSoFar() {
    return once(Selection.class, Selection::of).soFar();
  }

  /**
   * The same in all folders: what files of the scope went through before they came to lie in it is
   * theirs, too.
   */
  int[] changesAnywhere() {
    return scope.folder().isEmpty() ? changesSoFar() : once(Anywhere.class, Anywhere::of).commits();
  }

  /**
   * When the history begins: the earliest commit date on the head's history, or the window's end.
   */
  long begin() {
    return once(Selection.class, Selection::of).begin();
  }

  boolean linesCounted() {
    return history.coverage().linesCounted();
  }

  /** Non-merge commits of the head's history to the window's end. */
  private record Anywhere(int[] commits) {
    static Anywhere of(Slice slice) {
      Commits commits = slice.commits();
      return new Anywhere(
          commits.onHead().stream()
              .filter(c -> commits.committedAt()[c] < slice.end() && !commits.isMerge(c))
              .toArray());
    }
  }

  /** Commits that the slice is about. */
  private record Selection(int[] inWindow, int[] soFar, long begin, long last) {

    static Selection of(Slice slice) {
      Commits commits = slice.commits();
      int[] soFar = new int[commits.size()];
      int[] inWindow = new int[commits.size()];
      int far = 0;
      int in = 0;
      long begin = slice.end();
      long last = Long.MIN_VALUE / 2;
      for (int c = commits.onHead().nextSetBit(0); c >= 0; c = commits.onHead().nextSetBit(c + 1)) {
        long at = commits.committedAt()[c];
        begin = Math.min(begin, at);
        last = at < slice.end() ? Math.max(last, at) : last;
        if (at < slice.end() && !commits.isMerge(c) && slice.touches(c)) {
          soFar[far++] = c;
          if (slice.window.holds(at)) {
            inWindow[in++] = c;
          }
        }
      }
      return new Selection(Arrays.copyOf(inWindow, in), Arrays.copyOf(soFar, far), begin, last);
    }
  }

  /** Whether the commit changes something in the scope; without a folder every commit does. */
  boolean touches(int commit) {
    if (scope.folder().isEmpty()) {
      return true;
    }
    Changes changes = changes();
    for (int row = changes.start()[commit]; row < changes.start()[commit + 1]; row++) {
      if (paths().inScope(changes.path()[row])) {
        return true;
      }
    }
    return false;
  }
}
