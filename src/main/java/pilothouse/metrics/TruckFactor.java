package pilothouse.metrics;

import java.util.Arrays;
import java.util.BitSet;

/**
 * How many top authors must leave, the one with the most files first, until more than half of the
 * files have no author. Equal authors leave in the order of their e-mail addresses. [Avelino et al.
 * 2016]
 *
 * @param factor −1 when no file has an author
 * @param files with an author
 * @param people distinct people who ever changed them
 */
record TruckFactor(int factor, int files, BitSet people) {

  /** Of the files given by index. */
  static TruckFactor of(Slice slice, int[] files) {
    Authorship authorship = slice.once(Authorship.class, Authorship::of);
    int[] filesOf = new int[slice.history.people().size()];
    int[] authorsLeft = new int[files.length];
    BitSet people = new BitSet();
    int authored = 0;
    for (int f = 0; f < files.length; f++) {
      for (int i = authorship.start()[files[f]]; i < authorship.start()[files[f] + 1]; i++) {
        people.set(authorship.people()[i]);
        if (authorship.author()[i]) {
          filesOf[authorship.people()[i]]++;
          authorsLeft[f]++;
        }
      }
      authored += authorsLeft[f] > 0 ? 1 : 0;
    }
    if (authored == 0) {
      return new TruckFactor(-1, 0, people);
    }
    int[][] owned = owned(authorship, files, filesOf);
    return new TruckFactor(leave(slice, filesOf, owned, authorsLeft, authored), authored, people);
  }

  private static int[][] owned(Authorship authorship, int[] files, int[] filesOf) {
    int[][] owned = new int[filesOf.length][];
    int[] next = new int[filesOf.length];
    for (int f = 0; f < files.length; f++) {
      for (int i = authorship.start()[files[f]]; i < authorship.start()[files[f] + 1]; i++) {
        int person = authorship.people()[i];
        if (authorship.author()[i]) {
          if (owned[person] == null) {
            owned[person] = new int[filesOf[person]];
          }
          owned[person][next[person]++] = f;
        }
      }
    }
    return owned;
  }

  private static int leave(
      Slice slice, int[] filesOf, int[][] owned, int[] authorsLeft, int authored) {
    String[] emails = slice.history.people().emails();
    Integer[] order = new Integer[filesOf.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (a, b) ->
            filesOf[a] != filesOf[b]
                ? Integer.compare(filesOf[b], filesOf[a])
                : emails[a].compareTo(emails[b]));
    int orphans = 0;
    int left = 0;
    for (int person : order) {
      if (2 * orphans > authored || owned[person] == null) {
        break;
      }
      for (int file : owned[person]) {
        orphans += --authorsLeft[file] == 0 ? 1 : 0;
      }
      left++;
    }
    return left;
  }
}
