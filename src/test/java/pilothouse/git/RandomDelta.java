package pilothouse.git;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** A delta that a test writes, or that a seed does, with what it makes. */
final class RandomDelta {
  private final byte[] base;
  private final ByteArrayOutputStream instructions = new ByteArrayOutputStream();
  private final ByteArrayOutputStream target = new ByteArrayOutputStream();

  private RandomDelta(byte[] base) {
    this.base = base;
  }

  static RandomDelta from(byte[] base) {
    return new RandomDelta(base);
  }

  /** Some copies and inserts of lines and pieces of lines. */
  static RandomDelta of(Random random, byte[] base) {
    RandomDelta delta = from(base);
    for (int left = random.nextInt(8); left > 0; left--) {
      if (base.length > 0 && random.nextInt(3) > 0) {
        int from = random.nextInt(base.length);
        delta.copy(from, 1 + random.nextInt(Math.min(0x10000, base.length - from)));
      } else {
        byte[] bytes = new byte[1 + random.nextInt(30)];
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = (byte) (random.nextInt(5) == 0 ? '\n' : 'a' + random.nextInt(3));
        }
        delta.insert(bytes);
      }
    }
    return delta;
  }

  RandomDelta copy(int from, int count) {
    return copy(from, count, Arrays.copyOfRange(base, from, from + count));
  }

  /** A copy that makes these bytes, if it makes anything. */
  RandomDelta copy(int from, int count, byte[] made) {
    int bits = 0;
    ByteArrayOutputStream operands = new ByteArrayOutputStream();
    for (int i = 0; i < 4; i++) {
      bits |= operand(from >>> (8 * i), 1 << i, operands);
    }
    for (int i = 0; i < 3 && count != 0x10000; i++) {
      bits |= operand(count >>> (8 * i), 16 << i, operands);
    }
    instructions.write(0x80 | bits);
    instructions.writeBytes(operands.toByteArray());
    target.writeBytes(made);
    return this;
  }

  private static int operand(int value, int bit, ByteArrayOutputStream into) {
    if ((value & 0xff) == 0) {
      return 0;
    }
    into.write(value & 0xff);
    return bit;
  }

  RandomDelta insert(int... bytes) {
    byte[] all = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      all[i] = (byte) bytes[i];
    }
    return insert(all);
  }

  RandomDelta insert(byte[] bytes) {
    instructions.write(bytes.length);
    instructions.writeBytes(bytes);
    target.writeBytes(bytes);
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    size(base.length, out);
    size(target.size(), out);
    out.writeBytes(instructions.toByteArray());
    return out.toByteArray();
  }

  private static void size(int size, ByteArrayOutputStream out) {
    int left = size;
    while (left > 0x7f) {
      out.write((left & 0x7f) | 0x80);
      left >>>= 7;
    }
    out.write(left);
  }

  byte[] target() {
    return target.toByteArray();
  }
}
