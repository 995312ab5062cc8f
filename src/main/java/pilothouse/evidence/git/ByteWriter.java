package pilothouse.evidence.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Grows a byte array with numbers of variable width, raw longs and texts. */
final class ByteWriter {
  private byte[] bytes = new byte[1 << 12];
  private int size;

  /** Seven bits a byte, lowest first. */
  void number(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** Small whether positive or negative. */
  void signed(long value) {
    number((value << 1) ^ (value >> 63));
  }

  void eight(long value) {
    room(8);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  void one(byte value) {
    room(1);
    bytes[size++] = value;
  }

  void raw(byte[] value) {
    room(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
  }

  /** The lengths first, so that the texts are read in one go. */
  void texts(String[] texts) {
    number(texts.length);
    var encoded = new byte[texts.length][];
    for (int i = 0; i < texts.length; i++) {
      encoded[i] = texts[i].getBytes(UTF_8);
    }
    for (byte[] text : encoded) {
      number(text.length);
    }
    for (byte[] text : encoded) {
      raw(text);
    }
  }

  /** Each as the difference to the one before. */
  void deltas(int[] values) {
    number(values.length);
    int last = 0;
    for (int value : values) {
      signed((long) value - last);
      last = value;
    }
  }

  void deltas(long[] values) {
    number(values.length);
    long last = 0;
    for (long value : values) {
      signed(value - last);
      last = value;
    }
  }

  /** Each for itself. */
  void numbers(int[] values) {
    number(values.length);
    for (int value : values) {
      signed(value);
    }
  }

  void numbers(long[] values) {
    number(values.length);
    for (long value : values) {
      signed(value);
    }
  }

  void numbers(short[] values) {
    number(values.length);
    for (short value : values) {
      signed(value);
    }
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }

  int size() {
    return size;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }
}
