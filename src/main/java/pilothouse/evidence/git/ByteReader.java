package pilothouse.evidence.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Reads what {@link ByteWriter} wrote. An array index out of bounds means that the bytes are not
 * what they seem; {@link ScanCodec} turns it into {@link DamagedScan}.
 */
final class ByteReader {
  private final byte[] bytes;
  private int at;

  ByteReader(byte[] bytes) {
    this.bytes = bytes;
  }

  long number() {
    byte first = bytes[at++];
    if (first >= 0) {
      return first;
    }
    long value = first & 0x7f;
    for (int shift = 7; shift < 70; shift += 7) {
      byte next = bytes[at++];
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new ArrayIndexOutOfBoundsException("a number without an end");
  }

  long signed() {
    long value = number();
    return (value >>> 1) ^ -(value & 1);
  }

  /** A count of things that take at least {@code width} bytes each. */
  int count(int width) {
    long count = number();
    if (count < 0 || count * width > bytes.length - at) {
      throw new ArrayIndexOutOfBoundsException("more than there is: " + count);
    }
    return (int) count;
  }

  long eight() {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = value << 8 | (bytes[at++] & 0xff);
    }
    return value;
  }

  byte one() {
    return bytes[at++];
  }

  byte[] raw(int length) {
    if (length < 0 || length > bytes.length - at) {
      throw new ArrayIndexOutOfBoundsException("shorter than " + length);
    }
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  String[] texts() {
    var texts = new String[count(1)];
    var lengths = new int[texts.length];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = count(1);
    }
    for (int i = 0; i < texts.length; i++) {
      texts[i] = text(lengths[i]);
    }
    return texts;
  }

  private String text(int length) {
    if (length > bytes.length - at) {
      throw new ArrayIndexOutOfBoundsException("shorter than " + length);
    }
    at += length;
    return length == 0 ? "" : new String(bytes, at - length, length, UTF_8);
  }

  int[] deltas() {
    var values = new int[count(1)];
    long last = 0;
    for (int i = 0; i < values.length; i++) {
      last += signed();
      values[i] = (int) last;
    }
    return values;
  }

  long[] longDeltas() {
    var values = new long[count(1)];
    long last = 0;
    for (int i = 0; i < values.length; i++) {
      last += signed();
      values[i] = last;
    }
    return values;
  }

  int[] numbers() {
    var values = new int[count(1)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (int) signed();
    }
    return values;
  }

  long[] longNumbers() {
    var values = new long[count(1)];
    for (int i = 0; i < values.length; i++) {
      values[i] = signed();
    }
    return values;
  }

  short[] shorts() {
    var values = new short[count(1)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) signed();
    }
    return values;
  }

  boolean isAtEnd() {
    return at == bytes.length;
  }
}
