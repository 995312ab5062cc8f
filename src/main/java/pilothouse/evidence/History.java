package pilothouse.evidence;

import java.util.List;

/**
 * What git tells of one repository, as columns of primitive arrays. Indexes into one column family
 * are plain ints: a commit, a change row, a path, a file (identity through renames) and a
 * contributor each have theirs. Immutable by convention: nobody writes into these arrays.
 *
 * @param repository the repository's name, as people see it
 * @param version rises whenever what follows differs; caches key on it
 * @param commits all commits reachable from the head or from a version tag, parents before children
 * @param changes the changed paths of non-merge commits on the head's history, grouped by commit
 * @param paths path texts by path index, '/'-separated, relative to the root
 * @param files the files of the head's tree, one entry per file, with what was read in them
 * @param tags all tags that point to a known commit
 * @param people the contributors, merged by .mailmap
 * @param coverage what could not be read, for every ledger
 */
public record History(
    String repository,
    long version,
    Commits commits,
    Changes changes,
    String[] paths,
    Files files,
    List<Tag> tags,
    Contributors people,
    Coverage coverage) {

  /**
   * A tag; {@code at} is the tagger's time in epoch seconds, or the commit's for a lightweight tag.
   */
  public record Tag(String name, int commit, long at) {}

  /**
   * What the reader could not see; every metric carries these into its ledger where they matter.
   *
   * @param shallow history is cut off: older commits are not in this clone
   * @param missingObjects objects that the clone does not hold (partial clone, corruption)
   * @param uncountedRows rows whose lines could not be counted because an object is missing
   * @param crowdedCommits commits with too many candidates to look for every rename
   * @param linesCounted false while lines are still being counted: added and deleted are unknown
   */
  public record Coverage(
      boolean shallow,
      int missingObjects,
      int uncountedRows,
      int crowdedCommits,
      boolean linesCounted) {}
}
