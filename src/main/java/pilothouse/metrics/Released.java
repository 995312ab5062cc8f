package pilothouse.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.Commits;
import pilothouse.evidence.History.Tag;

/**
 * The changes that each release was the first to contain, with their lead times.
 *
 * @param counted commits in the number, by release and then in graph order
 * @param spans their seconds from written to released, alongside
 * @param firstHistory changes of releases that build on no earlier one
 * @param negative changes dated after the release that contains them
 * @param offHead changes on release branches only, when a folder is asked for and none can tell
 * @param unreleased changes on the head's history that no release contains
 * @param releases for people
 */
record Released(
    int[] counted,
    long[] spans,
    int firstHistory,
    int[] negative,
    int offHead,
    int unreleased,
    Releases releases) {
  static final long FOLLOW_UP = 7 * Slice.DAY;

  static Released of(Slice slice) {
    ReleaseWalk walk = slice.once(ReleaseWalk.class, ReleaseWalk::of);
    Gathering gathering = new Gathering(slice, walk);
    gathering.gather();
    return gathering.result();
  }

  /** One pass over commits grouped by release. */
  private static final class Gathering {
    final Slice slice;
    final Commits commits;
    final ReleaseWalk walk;
    final List<Releases.Release> all = new ArrayList<>();
    final Map<String, long[]> spansOfLine = new HashMap<>();
    int[] counted;
    long[] spans;
    int n;
    int[] negative = new int[0];
    int firstHistory;
    int offHead;
    int unreleased;

    Gathering(Slice slice, ReleaseWalk walk) {
      this.slice = slice;
      this.commits = slice.commits();
      this.walk = walk;
      this.counted = new int[commits.size()];
      this.spans = new long[commits.size()];
    }

    void gather() {
      int releases = walk.tags().size();
      int[] start = new int[releases + 1];
      int[] changes = grouped(start);
      @Nullable String[] fixes = ReleaseFixes.of(slice, walk);
      for (int release = 0; release < releases; release++) {
        Tag tag = walk.tags().get(release);
        int before = n;
        for (int i = start[release]; i < start[release + 1]; i++) {
          take(changes[i], release, tag.at());
        }
        boolean in = slice.window.holds(tag.at());
        long[] own = Arrays.copyOfRange(spans, before, n);
        String line = walk.versions().get(release).line();
        if (in) {
          spansOfLine.merge(line, own, Gathering::joined);
        }
        all.add(
            new Releases.Release(
                tag.name(),
                line,
                Instant.ofEpochSecond(tag.at()),
                tag.commit(),
                start[release + 1] - start[release],
                own.length == 0 ? null : Quantiles.median(own),
                walk.first()[release],
                fixes[release]));
        n = in ? n : before;
      }
    }

    /** Changes by release; counts what no release contains. */
    private int[] grouped(int[] start) {
      int[] by = walk.releasedBy();
      boolean whole = slice.scope.folder().isEmpty();
      boolean[] takes = new boolean[commits.size()];
      for (int c = 0; c < by.length; c++) {
        boolean off = by[c] >= 0 && !commits.onHead().get(c) && !commits.isMerge(c);
        takes[c] = off && whole;
        offHead += off && !whole && inWindow(by[c]) ? 1 : 0;
      }
      for (int c : slice.changesSoFar()) {
        takes[c] = by[c] >= 0;
        unreleased += by[c] < 0 ? 1 : 0;
      }
      for (int c = 0; c < by.length; c++) {
        if (takes[c]) {
          start[by[c] + 1]++;
        }
      }
      for (int release = 1; release < start.length; release++) {
        start[release] += start[release - 1];
      }
      int[] next = start.clone();
      int[] changes = new int[start[start.length - 1]];
      for (int c = 0; c < by.length; c++) {
        if (takes[c]) {
          changes[next[by[c]]++] = c;
        }
      }
      return changes;
    }

    private boolean inWindow(int release) {
      return slice.window.holds(walk.tags().get(release).at());
    }

    private void take(int commit, int release, long released) {
      long span = released - commits.authoredAt()[commit];
      if (walk.first()[release]) {
        firstHistory += inWindow(release) ? 1 : 0;
      } else if (span < 0) {
        if (inWindow(release)) {
          negative = Arrays.copyOf(negative, negative.length + 1);
          negative[negative.length - 1] = commit;
        }
      } else {
        counted[n] = commit;
        spans[n++] = span;
      }
    }

    private static long[] joined(long[] a, long[] b) {
      long[] both = Arrays.copyOf(a, a.length + b.length);
      System.arraycopy(b, 0, both, a.length, b.length);
      return both;
    }

    Released result() {
      List<Releases.Release> in =
          all.stream()
              .filter(release -> slice.window.holds(release.at().getEpochSecond()))
              .toList();
      Releases releases =
          new Releases(all, in, lines(in), walk.preReleases(), walk.others(), unreleased);
      return new Released(
          Arrays.copyOf(counted, n),
          Arrays.copyOf(spans, n),
          firstHistory,
          negative,
          offHead,
          unreleased,
          releases);
    }

    private List<Releases.Line> lines(List<Releases.Release> in) {
      Map<String, List<Releases.Release>> byLine = new HashMap<>();
      in.forEach(
          release -> byLine.computeIfAbsent(release.line(), l -> new ArrayList<>()).add(release));
      List<Releases.Line> lines = new ArrayList<>();
      byLine.forEach((name, those) -> {
        long[] own = spansOfLine.getOrDefault(name, new long[0]);
        lines.add(
            new Releases.Line(
                name,
                those.size(),
                those.getLast().at(),
                those.stream().mapToInt(Releases.Release::changes).sum(),
                own.length == 0 ? null : Quantiles.median(own)));
      });
      lines.sort(
          Comparator.comparing(Releases.Line::last).reversed().thenComparing(Releases.Line::name));
      return lines;
    }
  }
}
