package pilothouse.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.PriorityQueue;

/**
 * Prints a scan byte for byte as {@code git log --numstat --minimal --no-renames --no-merges
 * --format=%H} does, newest first; a row whose lines are unknown, at which git would stop, has
 * question marks.
 */
public final class Numstat {
  private static final int PAGE = 1 << 16;

  private final Graph graph;
  private final Rows rows;
  private final OutputStream out;
  private int entered;
  private final ByteArrayOutputStream page = new ByteArrayOutputStream(PAGE + 4096);

  private Numstat(Scan scan, OutputStream out) {
    this.graph = scan.graph();
    this.rows = scan.rows();
    this.out = out;
  }

  /** Prints the head's history. */
  public static void print(Scan scan, OutputStream out) throws IOException {
    new Numstat(scan, out).print();
  }

  /** A commit that waits for its turn; {@code entered}: how many came before it. */
  private record Waiting(int commit, long at, int entered) implements Comparable<Waiting> {
    @Override
    public int compareTo(Waiting other) {
      return at != other.at ? Long.compare(other.at, at) : Integer.compare(entered, other.entered);
    }
  }

  /** Always the newest of the commits that have shown up as a parent; of equals the first. */
  private void print() throws IOException {
    PriorityQueue<Waiting> queue = new PriorityQueue<>();
    BitSet seen = new BitSet();
    if (graph.head() >= 0) {
      enter(graph.head(), seen, queue);
    }
    for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
      int commit = next.commit();
      for (int i = graph.parentStart()[commit]; i < graph.parentStart()[commit + 1]; i++) {
        enter(graph.parents()[i], seen, queue);
      }
      if (graph.parentCount(commit) < 2) {
        print(commit);
      }
    }
    page.writeTo(out);
    out.flush();
  }

  private void enter(int commit, BitSet seen, PriorityQueue<Waiting> queue) {
    if (!seen.get(commit)) {
      queue.add(new Waiting(commit, graph.committedAt()[commit], entered++));
      seen.set(commit);
    }
  }

  private void print(int commit) throws IOException {
    page.writeBytes(graph.id(commit).getBytes(StandardCharsets.US_ASCII));
    page.write('\n');
    int end = rows.start()[commit + 1];
    for (int row = rows.start()[commit]; row < end; row++) {
      if (row == rows.start()[commit]) {
        page.write('\n');
      }
      printRow(row);
      if (page.size() > PAGE) {
        page.writeTo(out);
        page.reset();
      }
    }
  }

  private void printRow(int row) {
    lines(rows.added()[row]);
    page.write('\t');
    lines(rows.deleted()[row]);
    page.write('\t');
    Quoted.write(rows.paths()[rows.path()[row]], page);
    page.write('\n');
  }

  private void lines(int count) {
    if (count == Rows.BINARY) {
      page.write('-');
    } else if (count == Rows.UNKNOWN) {
      page.write('?');
    } else {
      page.writeBytes(Integer.toString(count).getBytes(StandardCharsets.US_ASCII));
    }
  }
}
