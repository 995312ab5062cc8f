package pilothouse.evidence;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Alikes;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.git.Ids;

/**
 * Which change requests can only be found by what they do to the contents, and which commits each
 * may have become: those around its merge that no revision names. Where the merge is known, and may
 * have been a rebase of several commits, those right before it.
 */
final class PatchNeeds {
  private final Commits commits;
  private final Ids ids;
  private final BitSet named = new BitSet();
  private final List<Need> all = new ArrayList<>();

  /**
   * One change request.
   *
   * @param head the last commit of its branch, where it is to be found as a whole
   * @param own the commits of its branch
   * @param merge the last of its commits on the main line; -1 where nobody knows
   */
  record Need(ChangeRequest change, @Nullable String head, List<String> own, int merge) {}

  private PatchNeeds(Commits commits, Ids ids) {
    this.commits = commits;
    this.ids = ids;
  }

  /** Those of the changes, the last that were merged first. */
  static PatchNeeds of(Commits commits, Ids ids, List<ChangeRequest> changes) {
    PatchNeeds needs = new PatchNeeds(commits, ids);
    List<ChangeRequest> merged =
        changes.stream()
            .filter(change -> change.mergedAt() != null)
            .sorted(Comparator.comparing(ChangeRequest::mergedAt).reversed())
            .toList();
    merged.forEach(needs::name);
    merged.forEach(needs::look);
    return needs;
  }

  List<Need> all() {
    return all;
  }

  private void name(ChangeRequest change) {
    Stream.concat(
            Stream.of(change.mergeRevision(), change.headRevision()),
            change.commits().stream().map(CommitRef::revision))
        .forEach(revision -> {
          int commit = number(revision);
          if (commit >= 0) {
            named.set(commit);
          }
        });
  }

  private int number(@Nullable String revision) {
    return revision == null ? -1 : ids.of(Alikes.plain(revision));
  }

  private void look(ChangeRequest change) {
    List<String> own =
        change.commits().stream()
            .map(commit -> Alikes.plain(commit.revision()))
            .filter(revision -> ids.of(revision) < 0)
            .toList();
    int merge = number(change.mergeRevision());
    String head = Alikes.head(change);
    if (number(change.headRevision()) >= 0) {
      return;
    }
    if (merge < 0 && head != null) {
      all.add(new Need(change, Alikes.plain(head), own, -1));
    } else if (merge >= 0 && own.size() > 1 && mayBeRebased(merge, own.size())) {
      all.add(new Need(change, null, own, merge));
    }
  }

  /** Whether so many commits end there of which nobody names another. */
  private boolean mayBeRebased(int merge, int size) {
    int at = merge;
    for (int i = 0; i < size; i++) {
      if (at < 0 || commits.isMerge(at) || (at != merge && named.get(at))) {
        return false;
      }
      at = parent(at);
    }
    return true;
  }

  private int parent(int commit) {
    int from = commits.parentStart()[commit];
    return from == commits.parentStart()[commit + 1] ? -1 : commits.parents()[from];
  }

  /** The commits that these may have become. */
  BitSet candidates(List<Need> wanted) {
    BitSet found = new BitSet();
    List<ChangeRequest> anywhere = new ArrayList<>();
    for (Need need : wanted) {
      if (need.merge < 0) {
        anywhere.add(need.change);
      }
      for (int i = 0, at = need.merge; i < need.own.size() && at >= 0; i++, at = parent(at)) {
        found.set(at);
      }
    }
    around(anywhere, found);
    return found;
  }

  private void around(List<ChangeRequest> wanted, BitSet found) {
    if (wanted.isEmpty()) {
      return;
    }
    long[] times = commits.committedAt();
    Integer[] byTime =
        IntStream.range(0, commits.size())
            .filter(commit -> !named.get(commit) && !commits.isMerge(commit))
            .boxed()
            .sorted(Comparator.comparingLong(commit -> times[commit]))
            .toArray(Integer[]::new);
    for (ChangeRequest change : wanted) {
      long merged = Objects.requireNonNull(change.mergedAt()).getEpochSecond();
      int at = first(byTime, merged - Alikes.BEFORE.toSeconds());
      while (at < byTime.length && times[byTime[at]] <= merged + Alikes.AFTER.toSeconds()) {
        if (Alikes.isNear(change, times[byTime[at]])) {
          found.set(byTime[at]);
        }
        at++;
      }
    }
  }

  /** The first of those sorted by time that is not before the second. */
  private int first(Integer[] byTime, long second) {
    int low = 0;
    int high = byTime.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (commits.committedAt()[byTime[middle]] < second) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
