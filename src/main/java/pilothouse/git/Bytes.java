package pilothouse.git;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Words read from byte arrays. */
final class Bytes {
  private static final VarHandle BIG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LITTLE =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Bytes() {}

  /** Eight bytes as git orders ids: the first byte weighs most. */
  static long big(byte[] bytes, int at) {
    return (long) BIG.get(bytes, at);
  }

  /** Eight bytes, the first one lowest. */
  static long little(byte[] bytes, int at) {
    return (long) LITTLE.get(bytes, at);
  }

  /** Index of the byte from {@code from}, or {@code end} when it is not there. */
  static int find(byte[] bytes, int from, int end, char wanted) {
    int at = from;
    while (at < end && bytes[at] != wanted) {
      at++;
    }
    return at;
  }

  /** Whether the text stands at the place. */
  static boolean startsWith(byte[] bytes, int at, int end, String text) {
    if (end - at < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (bytes[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
