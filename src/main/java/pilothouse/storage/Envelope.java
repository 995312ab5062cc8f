package pilothouse.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Bytes that only who has the passphrase can read: AES-256-GCM over pieces of 64 KiB, under a key
 * made from the passphrase and a salt with PBKDF2. Each piece is bound to its place and to the
 * head, and the last one to being the last, so that nothing can be changed, exchanged or cut off.
 */
final class Envelope {
  private static final byte[] MAGIC = "pilothouse sealed backup 1\n".getBytes(US_ASCII);
  private static final int SALT_BYTES = 16;
  private static final int HEAD_BYTES = MAGIC.length + SALT_BYTES + Integer.BYTES;

  /** As OWASP asks for PBKDF2 with HMAC-SHA256. */
  private static final int ROUNDS = 600_000;

  private static final int MOST_ROUNDS = 10_000_000;

  private Envelope() {}

  /** Whether a file that begins with these bytes is one. */
  static boolean isOne(byte[] beginning) {
    return beginning.length >= MAGIC.length
        && Arrays.equals(beginning, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /** Encrypts what is written; closing writes the last piece. */
  static OutputStream out(OutputStream to, Passkey passkey) throws IOException {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    byte[] head = ByteBuffer.allocate(HEAD_BYTES).put(MAGIC).put(salt).putInt(ROUNDS).array();
    to.write(head);
    return new Sealing(to, new Pieces(passkey.key(salt, ROUNDS), head));
  }

  /**
   * Decrypts what is read.
   *
   * @throws StorageTrouble for another passphrase, or what was changed
   */
  static InputStream in(InputStream from, Passkey passkey) throws IOException {
    byte[] head = from.readNBytes(HEAD_BYTES);
    if (head.length < HEAD_BYTES || !isOne(head)) {
      throw Broken.cut();
    }
    ByteBuffer read = ByteBuffer.wrap(head, MAGIC.length, HEAD_BYTES - MAGIC.length);
    byte[] salt = new byte[SALT_BYTES];
    read.get(salt);
    int rounds = read.getInt();
    if (rounds < 1 || rounds > MOST_ROUNDS) {
      throw Broken.changed();
    }
    return new Opening(from, new Pieces(passkey.key(salt, rounds), head));
  }
}
