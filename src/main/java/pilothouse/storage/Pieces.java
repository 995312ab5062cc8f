package pilothouse.storage;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Seals and opens pieces, one after the other. */
final class Pieces {
  static final int BYTES = 64 << 10;
  static final int TAG_BYTES = 16;
  private static final int NONCE_BYTES = 12;

  private final SecretKey key;
  private final byte[] head;
  private long number;

  Pieces(SecretKey key, byte[] head) {
    this.key = key;
    this.head = head;
  }

  byte[] next(int mode, byte[] piece, int length, boolean isLast) throws GeneralSecurityException {
    byte[] nonce = ByteBuffer.allocate(NONCE_BYTES).putLong(number).putInt(isLast ? 1 : 0).array();
    number++;
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
    cipher.updateAAD(head);
    return cipher.doFinal(piece, 0, length);
  }

  boolean isFirst() {
    return number == 1;
  }
}
