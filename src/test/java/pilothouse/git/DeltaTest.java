package pilothouse.git;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Deltas are applied as the format says, and broken ones are damage. */
class DeltaTest {
  private final byte[] base = new byte[70_000];

  DeltaTest() {
    new Random(43).nextBytes(base);
  }

  @Test
  void copiesAndInserts() throws Damage {
    RandomDelta delta = RandomDelta.from(base).copy(5, 300).insert(1, 2, 3).copy(0, 1);
    byte[] target = apply(delta.bytes());
    assertEquals(304, target.length);
    assertArrayEquals(Arrays.copyOfRange(base, 5, 305), Arrays.copyOf(target, 300));
    assertArrayEquals(new byte[] {1, 2, 3, base[0]}, Arrays.copyOfRange(target, 300, 304));
  }

  @Test
  void aCopyOfNoSizeIsOf65536Bytes() throws Damage {
    byte[] target = apply(RandomDelta.from(base).copy(100, 0x10000).bytes());
    assertArrayEquals(Arrays.copyOfRange(base, 100, 100 + 0x10000), target);
  }

  @Test
  void randomDeltasMakeWhatTheySay() throws Damage {
    Random random = new Random(44);
    for (int i = 0; i < 300; i++) {
      RandomDelta delta = RandomDelta.of(random, base);
      assertArrayEquals(delta.target(), apply(delta.bytes()), "delta " + i);
    }
  }

  @Test
  void brokenDeltasAreDamage() {
    damaged(new byte[0]);
    damaged(new byte[] {(byte) 0x80, (byte) 0x80});
    damaged(new byte[] {9, 2, 5, 1});
    damaged(new byte[] {9, 3, 1, 7});
    damaged(RandomDelta.from(base).copy(base.length - 1, 2, new byte[2]).bytes());
    damaged(new byte[] {9, 1, 0, 1, 7});
  }

  private void damaged(byte[] delta) {
    assertThrows(Damage.class, () -> apply(delta), Arrays.toString(delta));
  }

  private byte[] apply(byte[] delta) throws Damage {
    int size = Delta.targetSize(delta, delta.length);
    byte[] target = new byte[size];
    Delta.apply(delta, delta.length, base, base.length, target, size);
    return target;
  }
}
