package pilothouse.debt.interest;

/**
 * The changes that were merged, as columns; in any order. Nobody writes into these arrays.
 *
 * @param key of each change, the same as among facts
 * @param repository its index in {@code names.repositories}
 * @param team its index in {@code teams}: whose others it is compared with
 * @param mergedAt epoch seconds
 * @param hours from its first commit to its merge; NaN where nobody told
 * @param lines added and deleted; below zero where nobody told
 * @param start changes + 1 offsets into {@code touched}
 * @param touched what each touched, as indexes of {@code names}
 * @param teams whoever answers for changes, by name
 */
public record Merged(
    String[] key,
    int[] repository,
    int[] team,
    long[] mergedAt,
    double[] hours,
    int[] lines,
    int[] start,
    int[] touched,
    String[] teams,
    Names names) {

  /** How many changes there are. */
  public int size() {
    return key.length;
  }

  /**
   * What files were called. A file that was renamed has several names; a name that several files
   * had, one after the other, stands there several times.
   *
   * @param repositories by name
   * @param repository the index of each name's repository
   * @param path the text of each, '/'-separated
   * @param now the index of what the same file is called now: its own while it is called so; −1
   *     when the file is gone
   */
  public record Names(String[] repositories, int[] repository, String[] path, int[] now) {
    /** How many names there are. */
    public int size() {
      return path.length;
    }
  }
}
