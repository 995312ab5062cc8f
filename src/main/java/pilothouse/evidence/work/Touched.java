package pilothouse.evidence.work;

import java.util.List;

/**
 * What the merged changes of one repository touched, as columns; where it has none, its commits.
 * Nobody writes into these arrays.
 *
 * @param repository the name of one that is registered; else its path on its host
 * @param systems that live in it, by name
 * @param isOfRequests whether these are change requests; else commits, of which no hours are known
 * @param pathless change requests of which nobody knows what they touched, and which are left out
 * @param key of each change request among facts; the id of a commit
 * @param mergedAt epoch seconds
 * @param hours from the first commit, or the opening where none is dated, to the merge; NaN where
 *     unknown or below zero
 * @param lines added and deleted; −1 where unknown
 * @param start changes + 1 offsets into {@code touched}
 * @param touched indexes of names
 * @param path what files were called, each for its file
 * @param now the index of what the same file is called now; −1 where it is gone
 */
public record Touched(
    String repository,
    List<String> systems,
    boolean isOfRequests,
    int pathless,
    String[] key,
    long[] mergedAt,
    double[] hours,
    int[] lines,
    int[] start,
    int[] touched,
    String[] path,
    int[] now) {
  public Touched {
    systems = List.copyOf(systems);
  }

  /** How many changes there are. */
  public int size() {
    return key.length;
  }
}
