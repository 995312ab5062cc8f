package pilothouse.git;

import java.util.List;

/**
 * One whole reading of a repository: commits, changed rows, the head's files, tags and gaps. Give
 * it back to {@link Scanner} next time and only what is new is read; the result is the same as from
 * scratch. Arrays are columns and are not written to after the scan.
 *
 * @param graph all commits reachable from the head or a tag
 * @param rows the changed paths of non-merge commits on the head's history
 * @param files the files of the head's tree; empty until lines are counted
 * @param tags every tag that leads to a commit
 * @param gaps what the clone does not hold
 */
public record Scan(Graph graph, Rows rows, HeadFiles files, List<Tag> tags, Gaps gaps) {

  /** A tag; {@code at}: tagger's time in epoch seconds, the commit's for a lightweight tag. */
  public record Tag(String name, int commit, long at) {}

  /**
   * What could not be read.
   *
   * @param shallow the history is cut off by a shallow clone
   * @param missing ids of objects that were needed and are not there, at most 1,000 of them
   * @param missingCount how many there are in all
   * @param uncountedRows rows without lines because an object is missing
   * @param crowdedCommits commits with more rename candidates than were compared
   * @param linesCounted false for the early result, whose rows have no lines yet
   */
  public record Gaps(
      boolean shallow,
      List<String> missing,
      int missingCount,
      int uncountedRows,
      int crowdedCommits,
      boolean linesCounted) {}
}
