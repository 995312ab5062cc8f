package pilothouse.git;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every way to the length says what a plain table of common subsequences says. */
class CommonLinesTest {
  private final Random random = new Random(41);
  private final CommonLines lines = new CommonLines();

  @Test
  void smallSequencesOfAnyShape() {
    for (int i = 0; i < 2_000; i++) {
      int symbols = 1 + random.nextInt(i % 2 == 0 ? 4 : 40);
      int[] a = sequence(random.nextInt(150), symbols, i % 3 == 0 ? -1 : 0);
      int[] b = sequence(random.nextInt(150), symbols, i % 3 == 0 ? -1 : 0);
      check("small " + i, a, b, symbols);
    }
  }

  @Test
  void fewEditsInALongText() {
    for (int size : new int[] {100, 3_000}) {
      int[] a = sequence(size, size, 0);
      int[] b = Arrays.copyOf(a, size);
      b[size / 3] = (b[size / 3] + 1) % size;
      b[size / 2] = (b[size / 2] + 1) % size;
      System.arraycopy(a, 20, b, 21, 5);
      assertEquals(table(a, b), new FewEdits().length(a, 0, size, b, size, size * 50L));
      assertEquals(-1, new FewEdits().length(a, 0, size, b, size, 1), "gives up");
      check("few edits", a, b, size);
    }
  }

  @Test
  void rareEqualLinesInAnotherOrder() {
    for (int size : new int[] {70, 500, 3_000}) {
      List<Integer> order = IntStream.range(0, size).boxed().collect(Collectors.toList());
      int[] a = order.stream().mapToInt(i -> i).toArray();
      Collections.shuffle(order, random);
      check("shuffled", a, order.stream().mapToInt(i -> i).toArray(), size);
    }
  }

  @Test
  void oneWordOfBits() {
    for (int size : new int[] {1, 2, 63, 64}) {
      int[] a = sequence(size, 3, 0);
      int[] b = sequence(2_000, 3, 0);
      int found = new BitRows().oneWord(a, 0, size, b, b.length, 3);
      assertEquals(table(a, b), found, "one word of " + size);
      check("one word", a, b, 3);
    }
  }

  @Test
  void manyWordsOfBits() {
    for (int size : new int[] {65, 127, 128, 129, 1_000, 3_000}) {
      check("few symbols", sequence(size, 3, 0), sequence(size + 100, 3, 0), 3);
      int[] a = skewed(size);
      int[] b = skewed(size + 1);
      check("common and rare symbols", a, b, 500);
    }
  }

  @Test
  void oneSymbolAlways() {
    for (int size : new int[] {1, 64, 65, 4_000}) {
      assertEquals(size, length(new int[size], new int[size + 7], 1));
      assertEquals(size, length(new int[size + 7], new int[size], 1));
    }
  }

  @Test
  void nothingInCommon() {
    int[] none = {};
    int[] ones = new int[300];
    int[] twos = new int[300];
    Arrays.fill(twos, 1);
    int[] negative = new int[300];
    Arrays.fill(negative, -1);
    assertEquals(0, length(none, none, 1));
    assertEquals(0, length(none, ones, 1));
    assertEquals(0, length(ones, twos, 2));
    assertEquals(0, length(negative, negative, 1));
  }

  private void check(String what, int[] a, int[] b, int symbols) {
    assertEquals(table(a, b), length(a, b, symbols), what);
    assertEquals(table(a, b), length(b, a, symbols), what + ", turned round");
  }

  private int length(int[] a, int[] b, int symbols) {
    return lines.length(a, a.length, b, b.length, symbols);
  }

  private int[] sequence(int size, int symbols, int lowest) {
    return random.ints(size, lowest, symbols).toArray();
  }

  private int[] skewed(int size) {
    return IntStream.range(0, size)
        .map(i -> random.nextInt(3) > 0 ? random.nextInt(4) : random.nextInt(500))
        .toArray();
  }

  static int table(int[] a, int[] b) {
    int[] above = new int[b.length + 1];
    for (int each : a) {
      int[] here = new int[b.length + 1];
      for (int i = 0; i < b.length; i++) {
        boolean equal = each == b[i] && each >= 0;
        here[i + 1] = equal ? above[i] + 1 : Math.max(above[i + 1], here[i]);
      }
      above = here;
    }
    return above[b.length];
  }
}
