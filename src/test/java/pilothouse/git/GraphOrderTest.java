package pilothouse.git;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The order of commits is the same, however they were read. */
class GraphOrderTest {
  private final Random random = new Random(46);

  @Test
  void theOrderIsCanonical() {
    List<Commit> commits = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      commits.add(commit(commits));
    }
    byte[] head = commits.getLast().id();
    Graph first = GraphOrder.of(commits, head, 20).graph();
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(commits, random);
      Graph again = GraphOrder.of(commits, head, 20).graph();
      assertArrayEquals(first.ids(), again.ids());
      assertArrayEquals(first.parents(), again.parents());
      assertArrayEquals(first.parentStart(), again.parentStart());
      assertArrayEquals(first.subjects(), again.subjects());
      assertArrayEquals(first.author(), again.author());
      assertEquals(first.onHead(), again.onHead());
      assertEquals(first.head(), again.head());
    }
    assertArrayEquals(head, first.idBytes(first.head()));
    check(first);
  }

  private static void check(Graph graph) {
    int[] generation = new int[graph.size()];
    for (int commit = 0; commit < graph.size(); commit++) {
      for (int at = graph.parentStart()[commit]; at < graph.parentStart()[commit + 1]; at++) {
        int parent = graph.parents()[at];
        assertTrue(parent < commit, "parents stand before children");
        generation[commit] = Math.max(generation[commit], generation[parent] + 1);
      }
      if (commit > 0) {
        assertTrue(generation[commit - 1] <= generation[commit], "by generation");
        boolean same = generation[commit - 1] == generation[commit];
        long before = graph.committedAt()[commit - 1];
        long now = graph.committedAt()[commit];
        assertTrue(!same || before <= now, "then by time");
        boolean tied = same && before == now;
        assertTrue(!tied || graph.id(commit - 1).compareTo(graph.id(commit)) < 0, "then by id");
      }
    }
  }

  private Commit commit(List<Commit> before) {
    byte[] id = new byte[20];
    random.nextBytes(id);
    List<byte[]> parents = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0 && !before.isEmpty(); i--) {
      int near = Math.max(0, before.size() - 1 - random.nextInt(9));
      parents.add(before.get(near).id());
    }
    Commit.Signature who =
        new Commit.Signature(
            "P" + random.nextInt(5), "p@example.org", random.nextInt(4), (short) 0);
    return new Commit(id, new byte[20], parents, who, who, "S" + before.size(), "", null);
  }
}
