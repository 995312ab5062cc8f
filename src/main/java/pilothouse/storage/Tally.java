package pilothouse.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How many rows there are, and a sum over what stands in them: the SHA-256 of each, added up. It is
 * the same on both databases and in any order.
 */
final class Tally {
  private static final BigInteger BOUND = BigInteger.ONE.shiftLeft(128);
  private static final int USED_BYTES = 16;

  private final MessageDigest digest = sha256();
  private final ByteBuffer number = ByteBuffer.allocate(1 + Long.BYTES);
  private long rows;
  private long high;
  private long low;

  /** Adds a row. */
  void add(@Nullable Object[] values) {
    for (Object value : values) {
      switch (value) {
        case null -> head('-', 0);
        case Long whole -> head('i', whole);
        case Double real -> head('r', Double.doubleToLongBits(real));
        case String text -> body('t', text.getBytes(UTF_8));
        case byte[] bytes -> body('b', bytes);
        default -> throw new IllegalArgumentException(value.getClass().getName());
      }
    }
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    long before = low;
    high += hash.getLong();
    low += hash.getLong();
    if (Long.compareUnsigned(low, before) < 0) {
      high++;
    }
    rows++;
  }

  private void body(char kind, byte[] bytes) {
    head(kind, bytes.length);
    digest.update(bytes);
  }

  private void head(char kind, long value) {
    number.clear();
    number.put((byte) kind).putLong(value);
    digest.update(number.array());
  }

  long rows() {
    return rows;
  }

  /** The sum in hexadecimal. */
  String sum() {
    byte[] both = ByteBuffer.allocate(USED_BYTES).putLong(high).putLong(low).array();
    return BOUND.add(new BigInteger(1, both)).toString(16).substring(1);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Tally tally
        && rows == tally.rows
        && high == tally.high
        && low == tally.low;
  }

  @Override
  public int hashCode() {
    return Objects.hash(rows, high, low);
  }

  @Override
  public String toString() {
    return rows + " rows, " + sum();
  }
}
