package pilothouse.git;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a repository lie, and how it is kept.
 *
 * @param gitDir holds HEAD; a linked worktree has its own
 * @param commonDir holds config, refs and objects; equal to gitDir but for linked worktrees
 * @param workTree the folder of checked out files, or null for a bare repository
 * @param objects object folders, the repository's own first, then its alternates
 * @param missingAlternates alternates that are named but not there
 * @param idWidth bytes per object id: 20, or 32 for SHA-256
 * @param partial objects may be absent because a remote holds them
 * @param foreign why only the machine's git can read it, or null where we can
 * @param config the repository's own settings
 */
record Place(
    Path gitDir,
    Path commonDir,
    @Nullable Path workTree,
    List<Path> objects,
    List<Path> missingAlternates,
    int idWidth,
    boolean partial,
    @Nullable String foreign,
    GitConfig config) {

  Place {
    objects = List.copyOf(objects);
    missingAlternates = List.copyOf(missingAlternates);
  }

  /**
   * Finds the repository that the path lies in: a work tree or any path inside, a bare repository,
   * a git folder, a worktree or submodule.
   *
   * @throws GitTrouble when there is none, or it may not be read
   */
  static Place find(Path path) {
    return Finder.find(path);
  }

  boolean bare() {
    return workTree == null;
  }

  /** Whether the way it is kept is beyond us; {@link #foreign} says why. */
  boolean needsMachineGit() {
    return foreign != null;
  }
}
