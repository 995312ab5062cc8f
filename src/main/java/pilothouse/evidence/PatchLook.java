package pilothouse.evidence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Alikes;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.git.PatchRows;
import pilothouse.git.Ids;
import pilothouse.git.PatchIds;

/** One look for what changes and commits of a repository do to the contents. For one thread. */
final class PatchLook {
  /** So many identities one look works out at most. */
  private static final int MOST = 20_000;

  /** So many are kept at a time. */
  private static final int BATCH = 500;

  private final PatchRows rows;
  private final History history;
  private final List<ChangeRequest> changes;
  private final BooleanSupplier stopped;
  private final Ids ids;
  private final Set<String> known = new HashSet<>();
  private final Set<String> nothing = new HashSet<>();
  private final List<Alikes.Known> fresh = new ArrayList<>();
  private int found;

  PatchLook(PatchRows rows, History history, List<ChangeRequest> changes, BooleanSupplier stopped) {
    this.rows = rows;
    this.history = history;
    this.changes = changes;
    this.stopped = stopped;
    this.ids = new Ids(history.commits().ids(), history.commits().idWidth());
  }

  /** How many identities it worked out. */
  int found() {
    return found;
  }

  /** Looks in the repository that lies there; false where something is left for another time. */
  boolean take(Path place) {
    PatchNeeds needs = PatchNeeds.of(history.commits(), ids, changes);
    if (needs.all().isEmpty()) {
      return true;
    }
    List<Alikes.Known> before = rows.of(history.repository());
    before.forEach(this::keep);
    Alikes alikes = new Alikes(before);
    try (PatchIds git = PatchIds.open(place)) {
      List<PatchNeeds.Need> wanted = new ArrayList<>();
      for (PatchNeeds.Need need : needs.all()) {
        if (!isOver() && isTold(git, need, alikes)) {
          wanted.add(need);
        }
      }
      BitSet candidates = needs.candidates(wanted);
      for (int commit = candidates.length() - 1; commit >= 0 && !isOver(); commit--) {
        if (candidates.get(commit)) {
          commit(git, history.commits().id(commit));
        }
      }
    }
    boolean over = isOver();
    flush();
    return !over;
  }

  private boolean isOver() {
    return found >= MOST || stopped.getAsBoolean();
  }

  /** Whether anything is known of what the change does: by its own commits or as a whole. */
  private boolean isTold(PatchIds git, PatchNeeds.Need need, Alikes alikes) {
    boolean any = false;
    for (String revision : need.own()) {
      any |= commit(git, revision);
    }
    String head = need.head();
    return (head != null && (!alikes.ofChange(head).isEmpty() || whole(git, head))) || any;
  }

  private boolean whole(PatchIds git, String head) {
    String base = git.has(head) ? git.base(head, ids) : null;
    return base != null
        && (known.contains(head + base) || add(head, base, git.between(base, head)))
        && !nothing.contains(head + base);
  }

  private boolean commit(PatchIds git, String revision) {
    return (known.contains(revision) || add(revision, "", git.of(revision)))
        && !nothing.contains(revision);
  }

  /** Takes it up, unless its objects are missing: they may come with the next reading. */
  private boolean add(String revision, String base, @Nullable String identity) {
    if (identity == null) {
      return false;
    }
    Alikes.Known one = new Alikes.Known(revision, base, identity);
    keep(one);
    fresh.add(one);
    found++;
    if (fresh.size() == BATCH) {
      flush();
    }
    return true;
  }

  private void keep(Alikes.Known one) {
    String key = one.revision() + one.base();
    known.add(key);
    if (one.identity().isEmpty()) {
      nothing.add(key);
    }
  }

  private void flush() {
    rows.add(history.repository(), fresh);
    fresh.clear();
  }
}
