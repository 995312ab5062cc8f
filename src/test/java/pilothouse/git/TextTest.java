package pilothouse.git;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lines are found where they are, from scratch and through deltas. */
class TextTest {
  @Test
  void lineEndings() throws Damage {
    assertEquals(0, text("").count);
    assertEquals(1, text("a").count);
    assertEquals(1, text("a\n").count);
    assertEquals(2, text("a\n\n").count);
    assertEquals(2, text("a\r\nb\r\n").count);
    assertEquals(1, text("a\rb\r").count);
    long[] last = text("a\na").lines();
    assertNotEquals(last[0], last[1], "a last line without a newline differs");
    assertNotEquals(text("a\n").lines()[0], text("a\r\n").lines()[0]);
  }

  @Test
  void linesOfEveryLengthHashByContentAlone() throws Damage {
    Map<Long, String> seen = new HashMap<>();
    for (int length = 0; length <= 40; length++) {
      for (String line : new String[] {"x".repeat(length), "x".repeat(length) + "y"}) {
        for (int before = 0; before < 9; before++) {
          Text text = text("p".repeat(before) + "\n" + line + "\nrest\n");
          assertEquals(3, text.count);
          assertEquals(before + 1 + line.length() + 1, text.starts[2]);
          assertEquals(line, seen.computeIfAbsent(text.hashes[1], hash -> line));
        }
      }
    }
    assertEquals(82, seen.size());
  }

  @Test
  void sizesAroundAWordsEnd() throws Damage {
    for (int size = 1; size <= 33; size++) {
      Text open = text("z".repeat(size));
      Text ended = text("z".repeat(size - 1) + "\n");
      assertEquals(1, open.count);
      assertEquals(1, ended.count);
      assertNotEquals(open.hashes[0], ended.hashes[0]);
      assertEquals(size, open.starts[1]);
    }
  }

  @Test
  void aNulWithinTheFirst8000BytesIsBinary() throws Damage {
    for (int at : new int[] {0, 7, 8, 7_991, 7_999}) {
      assertEquals(Rows.BINARY, nul(at).count, "at " + at);
    }
    for (int at : new int[] {8_000, 8_001, 8_007}) {
      assertEquals(nul(-1).count, nul(at).count, "at " + at);
      assertNotEquals(nul(-1).hashes[at / 100], nul(at).hashes[at / 100]);
    }
  }

  private static Text nul(int at) throws Damage {
    byte[] bytes = new byte[8_100];
    Arrays.fill(bytes, (byte) 'n');
    for (int i = 99; i < bytes.length; i += 100) {
      bytes[i] = '\n';
    }
    if (at >= 0) {
      bytes[at] = 0;
    }
    return text(bytes);
  }

  @Test
  void throughDeltasAsFromScratch() throws Damage {
    Random random = new Random(45);
    Text carried = new Text();
    for (int round = 0; round < 400; round++) {
      byte[] bytes = lines(random);
      Text base = text(bytes);
      for (int step = 0; step < 5; step++) {
        RandomDelta made = RandomDelta.of(random, bytes);
        byte[] delta = made.bytes();
        bytes = made.target();
        carried.resize(bytes.length);
        Delta.apply(delta, delta.length, base.bytes, base.size, carried.bytes, bytes.length);
        carried.index(delta, delta.length, base);
        assertSame(text(bytes), carried, "round " + round + " step " + step);
        Text swap = base;
        base = carried;
        carried = swap;
      }
    }
  }

  private static byte[] lines(Random random) {
    StringBuilder text = new StringBuilder();
    for (int lines = random.nextInt(40); lines > 0; lines--) {
      text.append("abcdefgh".repeat(5), 0, random.nextInt(41)).append(ending(random));
    }
    return text.append(random.nextBoolean() ? "" : "open")
        .toString()
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String ending(Random random) {
    return switch (random.nextInt(20)) {
      case 0 -> "\r\n";
      case 1 -> "\r";
      case 2 -> random.nextInt(20) == 0 ? "\0\n" : "\n\n";
      default -> "\n";
    };
  }

  private static void assertSame(Text expected, Text actual, String hint) {
    assertEquals(expected.count, actual.count, hint);
    if (expected.count >= 0) {
      assertArrayEquals(expected.lines(), actual.lines(), hint);
      assertArrayEquals(
          Arrays.copyOf(expected.starts, expected.count + 1),
          Arrays.copyOf(actual.starts, actual.count + 1),
          hint);
    }
  }

  private static Text text(String content) throws Damage {
    return text(content.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Text text(byte[] content) throws Damage {
    Text text = new Text();
    text.resize(content.length);
    System.arraycopy(content, 0, text.bytes, 0, content.length);
    text.index();
    return text;
  }
}
