package pilothouse.evidence.git;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import pilothouse.Village;
import pilothouse.git.Progress;
import pilothouse.git.Scanner;

/** What is stored comes back the same, and damage is noticed. */
class ScanCodecTest {
  @Test
  void returnsAnyReading() throws Exception {
    for (long seed = 0; seed < 300; seed++) {
      same(RandomReading.of(seed), "seed " + seed);
    }
  }

  @Test
  void returnsTheVillage() throws Exception {
    var scan = Scanner.scan(Village.repository(), null, Scanner.Options.usual(), Progress.SILENT);
    same(new Reading(scan, RepositoryReader.texts(Village.repository())), "village");
  }

  @Test
  void noticesEveryCut() {
    byte[] bytes = ScanCodec.encode(RandomReading.of(7));
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThrows(DamagedScan.class, () -> ScanCodec.decode(cut));
    }
  }

  @Test
  void noticesEveryFlippedBit() {
    byte[] bytes = ScanCodec.encode(RandomReading.of(11));
    for (int bit = 0; bit < bytes.length * 8; bit += 3) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThrows(DamagedScan.class, () -> ScanCodec.decode(flipped));
    }
  }

  private static void same(Reading reading, String of) throws Exception {
    byte[] bytes = ScanCodec.encode(reading);
    Reading back = ScanCodec.decode(bytes);
    compare(reading, back, of);
    assertArrayEquals(bytes, ScanCodec.encode(back), of);
  }

  /** Records compare their arrays by identity, so each component is compared for itself. */
  static void compare(Record expected, Record actual, String of) throws Exception {
    for (RecordComponent component : expected.getClass().getRecordComponents()) {
      component.getAccessor().setAccessible(true);
      Object left = component.getAccessor().invoke(expected);
      Object right = component.getAccessor().invoke(actual);
      String name = of + " " + component.getName();
      if (left instanceof Record inner && right != null) {
        compare(inner, (Record) right, name);
      } else {
        assertEquals(true, Objects.deepEquals(plain(left), plain(right)), name);
      }
    }
  }

  private static Object plain(Object value) {
    return value instanceof List<?> list ? list.toArray() : value;
  }
}
