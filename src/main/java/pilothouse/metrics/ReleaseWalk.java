package pilothouse.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.Commits;
import pilothouse.evidence.History.Tag;

/**
 * Which release was the first, by date, to contain each commit: the graph is walked once, from each
 * release in the order of dates down to what is contained already.
 *
 * @param tags releases up to the window's end, oldest first
 * @param versions theirs
 * @param first by release: it builds on no earlier release
 * @param releasedBy by commit: release index, -1 when none contains it
 * @param preReleases tags in the window that look like pre-releases
 * @param aliases further version tags on a commit that has one already
 * @param others tags that do not look like versions
 */
record ReleaseWalk(
    List<Tag> tags,
    List<Version> versions,
    boolean[] first,
    int[] releasedBy,
    int preReleases,
    int aliases,
    int others) {

  static ReleaseWalk of(Slice slice) {
    List<Tag> sorted = new ArrayList<>(slice.history.tags());
    sorted.removeIf(tag -> tag.at() >= slice.end());
    sorted.sort(Comparator.comparingLong(Tag::at).thenComparing(Tag::name));
    Sorting sorting = new Sorting(slice);
    sorted.forEach(sorting::take);
    sorting.dropMovingTags();
    List<Tag> tags = sorting.tags;
    int[] releasedBy = new int[slice.commits().size()];
    Arrays.fill(releasedBy, -1);
    boolean[] first = new boolean[tags.size()];
    int[] stack = new int[slice.commits().size()];
    for (int release = 0; release < first.length; release++) {
      first[release] =
          !walk(slice.commits(), tags.get(release).commit(), release, releasedBy, stack);
    }
    return new ReleaseWalk(
        tags,
        sorting.versions,
        first,
        releasedBy,
        sorting.preReleases,
        sorting.aliases,
        sorting.others);
  }

  /** Marks what the release is the first to contain; whether it builds on an earlier one. */
  private static boolean walk(
      Commits commits, int from, int release, int[] releasedBy, int[] stack) {
    if (releasedBy[from] >= 0) {
      return true;
    }
    boolean builds = false;
    int depth = 0;
    stack[depth++] = from;
    releasedBy[from] = release;
    while (depth > 0) {
      int commit = stack[--depth];
      for (int p = commits.parentStart()[commit]; p < commits.parentStart()[commit + 1]; p++) {
        int parent = commits.parents()[p];
        if (releasedBy[parent] < 0) {
          releasedBy[parent] = release;
          stack[depth++] = parent;
        } else if (releasedBy[parent] != release) {
          builds = true;
        }
      }
    }
    return builds;
  }

  /** Tells releases from other tags. */
  private static final class Sorting {
    final List<Tag> tags = new ArrayList<>();
    final List<Version> versions = new ArrayList<>();
    final Slice slice;
    final boolean[] tagged;
    int preReleases;
    int aliases;
    int others;

    Sorting(Slice slice) {
      this.slice = slice;
      this.tagged = new boolean[slice.commits().size()];
    }

    void take(Tag tag) {
      @Nullable Version version = Version.of(tag.name(), slice.history.repository());
      if (version == null) {
        others++;
      } else if (version.preRelease()) {
        preReleases += slice.window.holds(tag.at()) ? 1 : 0;
      } else if (tagged[tag.commit()]) {
        aliases++;
      } else {
        tagged[tag.commit()] = true;
        tags.add(tag);
        versions.add(version);
      }
    }

    /** Where versions have several numbers, a tag with one number moves along: it is no release. */
    void dropMovingTags() {
      boolean several = versions.stream().anyMatch(version -> version.parts() > 1);
      for (int i = tags.size() - 1; several && i >= 0; i--) {
        if (versions.get(i).parts() == 1) {
          tags.remove(i);
          versions.remove(i);
          aliases++;
        }
      }
    }
  }
}
