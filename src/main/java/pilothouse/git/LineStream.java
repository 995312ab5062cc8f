package pilothouse.git;

import java.util.Arrays;

/**
 * Lines of one head file that stand in an older text.
 *
 * @param file the head file
 * @param commitOf by line of the head file: the commit that wrote it last, to be filled
 * @param atHead the lines at the head
 * @param here the same lines in the older text, ascending
 * @param count how many there are
 */
record LineStream(int file, int[] commitOf, int[] atHead, int[] here, int count) {

  /** Some of the lines. */
  LineStream part(int[] some, int[] someHere, int howMany) {
    return new LineStream(file, commitOf, some, someHere, howMany);
  }

  /** Those that stay in an older text, in its order: lines may have moved within their file. */
  LineStream older(int[] some, int[] there, int howMany) {
    boolean ordered = true;
    for (int i = 1; i < howMany && ordered; i++) {
      ordered = there[i - 1] < there[i];
    }
    if (!ordered) {
      long[] both = new long[howMany];
      for (int i = 0; i < howMany; i++) {
        both[i] = (long) there[i] << 32 | some[i];
      }
      Arrays.sort(both);
      for (int i = 0; i < howMany; i++) {
        there[i] = (int) (both[i] >> 32);
        some[i] = (int) both[i];
      }
    }
    return part(some, there, howMany);
  }

  /** Says who wrote these lines last. */
  void settle(int commit) {
    for (int i = 0; i < count; i++) {
      commitOf[atHead[i]] = commit;
    }
  }
}
