package pilothouse.metrics.delivery;

import java.util.Arrays;
import pilothouse.evidence.Commits;

/**
 * The commits reachable from one revision and not from another, found without walking more of the
 * history than lies between the two: commits stand after their parents, so the highest index of
 * those that wait has no child left that could change its side.
 *
 * @param commits indexes, newest first
 * @param related whether the two share any history
 */
record Range(int[] commits, boolean related) {

  /** What {@code next} reaches and {@code before} does not. */
  static Range between(Commits graph, int before, int next) {
    Waiting waiting = new Waiting();
    waiting.push(next << 1);
    waiting.push((before << 1) | 1);
    int[] found = new int[16];
    int n = 0;
    int fresh = 1;
    boolean related = false;
    while (fresh > 0) {
      int top = waiting.pop();
      int commit = top >> 1;
      boolean old = (top & 1) == 1;
      fresh -= old ? 0 : 1;
      boolean both = false;
      while (waiting.size > 0 && waiting.heap[0] >> 1 == commit) {
        boolean other = (waiting.pop() & 1) == 1;
        fresh -= other ? 0 : 1;
        both |= other != old;
        old |= other;
      }
      related |= both;
      if (!old) {
        found = n == found.length ? Arrays.copyOf(found, 2 * n) : found;
        found[n++] = commit;
      }
      for (int p = graph.parentStart()[commit]; p < graph.parentStart()[commit + 1]; p++) {
        waiting.push((graph.parents()[p] << 1) | (old ? 1 : 0));
        fresh += old ? 0 : 1;
      }
    }
    return new Range(Arrays.copyOf(found, n), related);
  }

  /** A heap, the greatest first. */
  private static final class Waiting {
    int[] heap = new int[32];
    int size;

    void push(int value) {
      if (size == heap.length) {
        heap = Arrays.copyOf(heap, 2 * size);
      }
      int at = size++;
      while (at > 0 && heap[(at - 1) / 2] < value) {
        heap[at] = heap[(at - 1) / 2];
        at = (at - 1) / 2;
      }
      heap[at] = value;
    }

    int pop() {
      int top = heap[0];
      int last = heap[--size];
      int at = 0;
      int child = 1;
      while (child < size) {
        child += child + 1 < size && heap[child + 1] > heap[child] ? 1 : 0;
        if (heap[child] <= last) {
          break;
        }
        heap[at] = heap[child];
        at = child;
        child = 2 * at + 1;
      }
      heap[at] = last;
      return top;
    }
  }
}
