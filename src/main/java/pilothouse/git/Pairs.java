package pilothouse.git;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The contents that are needed and the pairs of them that are compared, each once however many rows
 * ask for it. Filled by one thread, then read by all; each worker writes the results of the pairs
 * and blobs that it handles.
 */
final class Pairs {
  private final LongIntMap blobNumbers = new LongIntMap(1 << 14);
  private final LongIntMap pairNumbers = new LongIntMap(1 << 14);
  private long[] places = new long[1 << 12];
  private int blobs;
  private int[] olds = new int[1 << 12];
  private int[] news = new int[1 << 12];
  private boolean[] similar = new boolean[1 << 12];
  private int pairs;

  /** Lines by blob: a count, {@link Rows#BINARY} or {@link Rows#UNKNOWN}. */
  int[] lines = {};

  /** Lines of the longest common subsequence, by pair. */
  int[] common = {};

  /** Lines that stay, by pair. */
  int[] staying = {};

  /** {@link Alignment#blocks()} by pair; null when nothing was compared. */
  int[] @Nullable [] blocks = {};

  private int[] pairStart = {};
  private int[] pairsOf = {};

  /** The number of the blob at a place. */
  int blob(long place) {
    int there = blobNumbers.putIfAbsent(place, blobs);
    if (there >= 0) {
      return there;
    }
    if (blobs == places.length) {
      places = Arrays.copyOf(places, blobs * 2);
    }
    places[blobs] = place;
    return blobs++;
  }

  /** The number of the blob at a place, or -1 when nobody asked for it. */
  int known(long place) {
    return blobNumbers.get(place);
  }

  /**
   * The number of a pair.
   *
   * @param similarity whether the pair is a candidate for a rename: compared only when half alike
   */
  int pair(int old, int fresh, boolean similarity) {
    long key = (long) old << 32 | fresh;
    int there = pairNumbers.putIfAbsent(key, pairs);
    if (there >= 0) {
      similar[there] &= similarity;
      return there;
    }
    if (pairs == olds.length) {
      olds = Arrays.copyOf(olds, pairs * 2);
      news = Arrays.copyOf(news, pairs * 2);
      similar = Arrays.copyOf(similar, pairs * 2);
    }
    olds[pairs] = old;
    news[pairs] = fresh;
    similar[pairs] = similarity;
    return pairs++;
  }

  /** The pair of the blobs at these places, or -1 when nobody asked for it. */
  int find(long old, long fresh) {
    int before = blobNumbers.get(old);
    int after = blobNumbers.get(fresh);
    return before < 0 || after < 0 ? -1 : pairNumbers.get((long) before << 32 | after);
  }

  /** Asks for what a row needs: both contents, and the pair when they differ. */
  void ask(RowBuffer rows, int row) {
    long old = rows.oldPlace[row];
    long fresh = rows.newPlace[row];
    int before = old >= 0 ? blob(old) : -1;
    int after = fresh >= 0 ? blob(fresh) : -1;
    if (before >= 0 && after >= 0 && before != after) {
      pair(before, after, false);
    }
  }

  /** Ends the filling. */
  void seal() {
    lines = new int[blobs];
    Arrays.fill(lines, Rows.UNKNOWN);
    common = new int[pairs];
    staying = new int[pairs];
    blocks = new int[pairs][];
    pairStart = new int[blobs + 1];
    for (int pair = 0; pair < pairs; pair++) {
      pairStart[olds[pair] + 1]++;
      pairStart[news[pair] + 1]++;
    }
    for (int blob = 0; blob < blobs; blob++) {
      pairStart[blob + 1] += pairStart[blob];
    }
    int[] next = Arrays.copyOf(pairStart, blobs);
    pairsOf = new int[pairs * 2];
    for (int pair = 0; pair < pairs; pair++) {
      pairsOf[next[olds[pair]]++] = pair;
      pairsOf[next[news[pair]]++] = pair;
    }
  }

  int blobCount() {
    return blobs;
  }

  int pairCount() {
    return pairs;
  }

  long place(int blob) {
    return places[blob];
  }

  int old(int pair) {
    return olds[pair];
  }

  int fresh(int pair) {
    return news[pair];
  }

  boolean isCandidate(int pair) {
    return similar[pair];
  }

  /** How many pairs the blob is in. */
  int pairCount(int blob) {
    return pairStart[blob + 1] - pairStart[blob];
  }

  /** One of the pairs that the blob is in. */
  int pairOf(int blob, int which) {
    return pairsOf[pairStart[blob] + which];
  }
}
