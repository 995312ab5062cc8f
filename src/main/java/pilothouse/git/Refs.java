package pilothouse.git;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A repository's references at one moment.
 *
 * @param headName the branch that HEAD is on, as "refs/heads/main", or null when it is detached
 * @param headId what HEAD points to, or null before the first commit
 * @param all sorted by name, each name once
 * @param broken how many could not be read or lead nowhere
 */
record Refs(@Nullable String headName, @Nullable String headId, List<Ref> all, int broken) {
  Refs {
    all = List.copyOf(all);
  }

  /** Reads HEAD of the place's worktree and the references that all its worktrees share. */
  static Refs read(Place place) {
    return new RefFiles(place).read();
  }

  List<Ref> tags() {
    return all.stream().filter(ref -> ref.name().startsWith(Ref.TAGS)).toList();
  }

  boolean detached() {
    return headName == null && headId != null;
  }
}
