package pilothouse.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lines in common and lines that stay, of random texts. */
class AlignmentTest {
  private final Random random = new Random(42);
  private final Alignment alignment = new Alignment();

  @Test
  void countsWhatATableCounts() {
    for (int i = 0; i < 1_000; i++) {
      int[] before = text(1 + random.nextInt(60));
      int[] after = i % 2 == 0 ? text(1 + random.nextInt(60)) : edited(before);
      assertTrue(alignment.compare(longs(before), longs(after), false));
      assertEquals(CommonLinesTest.table(before, after), alignment.common, "text " + i);
    }
  }

  @Test
  void blocksAreExactlyTheLinesThatStay() {
    for (int i = 0; i < 1_000; i++) {
      int[] before = text(1 + random.nextInt(60));
      int[] after = i % 2 == 0 ? text(1 + random.nextInt(60)) : edited(before);
      alignment.compare(longs(before), longs(after), false);
      int covered = checkBlocks(before, after, alignment.blocks());
      assertEquals(covered, alignment.staying, "text " + i);
      assertEquals(staying(before, after), alignment.staying, "text " + i);
    }
  }

  @Test
  void aLineThatMovedStays() {
    alignment.compare(new long[] {1, 2, 3, 4}, new long[] {1, 3, 2, 4}, false);
    assertEquals(3, alignment.common);
    assertEquals(4, alignment.staying);
    assertEquals("[0, 0, 1, 1, 2, 1, 2, 1, 1, 3, 3, 1]", Arrays.toString(alignment.blocks()));
  }

  @Test
  void givesUpWhereNoMoreThanHalfStays() {
    long[] before = {1, 2, 3, 4};
    assertTrue(!alignment.compare(before, new long[] {1, 2, 7, 8}, true));
    assertTrue(alignment.compare(before, new long[] {1, 2, 3, 8}, true));
    assertEquals(3, alignment.common);
    assertTrue(!alignment.compare(before, new long[] {1, 2, 3, 7, 8, 9}, true));
    assertTrue(!alignment.compare(new long[0], new long[0], true));
  }

  private static int checkBlocks(int[] before, int[] after, int[] blocks) {
    BitSet used = new BitSet();
    int end = 0;
    int covered = 0;
    for (int at = 0; at < blocks.length; at += 3) {
      assertTrue(blocks[at] >= end && blocks[at + 2] > 0, Arrays.toString(blocks));
      for (int line = 0; line < blocks[at + 2]; line++) {
        int old = blocks[at + 1] + line;
        assertEquals(before[old], after[blocks[at] + line]);
        assertTrue(!used.get(old), "old line " + old + " is used twice");
        used.set(old);
        covered++;
      }
      end = blocks[at] + blocks[at + 2];
    }
    return covered;
  }

  /** Equal head, equal tail, and between them as many of each line as both have. */
  private static int staying(int[] before, int[] after) {
    int shorter = Math.min(before.length, after.length);
    int head = 0;
    while (head < shorter && before[head] == after[head]) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && before[before.length - 1 - tail] == after[after.length - 1 - tail]) {
      tail++;
    }
    Map<Integer, Integer> there = new HashMap<>();
    for (int i = head; i < before.length - tail; i++) {
      there.merge(before[i], 1, Integer::sum);
    }
    int staying = head + tail;
    for (int i = head; i < after.length - tail; i++) {
      staying += there.merge(after[i], -1, Integer::sum) >= 0 ? 1 : 0;
    }
    return staying;
  }

  private int[] text(int words) {
    return random.ints(random.nextInt(200), 0, words).toArray();
  }

  private int[] edited(int[] text) {
    int[] edited = Arrays.copyOf(text, text.length + random.nextInt(3));
    for (int edits = random.nextInt(6); edits > 0 && edited.length > 0; edits--) {
      edited[random.nextInt(edited.length)] = random.nextInt(60);
    }
    return edited;
  }

  private static long[] longs(int[] words) {
    return Arrays.stream(words).mapToLong(word -> word * 0x9E3779B97F4A7C15L).toArray();
  }
}
