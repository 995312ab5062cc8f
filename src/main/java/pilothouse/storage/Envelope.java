package pilothouse.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Bytes that only who has the passphrase can read: AES-256-GCM over pieces of 64 KiB, under a key
 * made from the passphrase and a salt with PBKDF2. Each piece is bound to its place and to the
 * head, and the last one to being the last, so that nothing can be changed, exchanged or cut off.
 */
final class Envelope {
  private static final byte[] MAGIC = "pilothouse sealed backup 1\n".getBytes(US_ASCII);
  private static final int SALT_BYTES = 16;
  private static final int HEAD_BYTES = MAGIC.length + SALT_BYTES + Integer.BYTES;
  private static final int PIECE_BYTES = 64 << 10;
  private static final int TAG_BYTES = 16;
  private static final int NONCE_BYTES = 12;

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

  /** Seals and opens pieces, one after the other. */
  private static final class Pieces {
    private final SecretKey key;
    private final byte[] head;
    private long number;

    Pieces(SecretKey key, byte[] head) {
      this.key = key;
      this.head = head;
    }

    byte[] next(int mode, byte[] piece, int length, boolean isLast)
        throws GeneralSecurityException {
      byte[] nonce =
          ByteBuffer.allocate(NONCE_BYTES).putLong(number).putInt(isLast ? 1 : 0).array();
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

  private static final class Sealing extends OutputStream {
    private final OutputStream to;
    private final Pieces pieces;
    private final byte[] piece = new byte[PIECE_BYTES];
    private int filled;
    private boolean closed;

    Sealing(OutputStream to, Pieces pieces) {
      this.to = to;
      this.pieces = pieces;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    /** A full piece waits: it may be the last. */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      for (int done = 0; done < length; ) {
        if (filled == PIECE_BYTES) {
          put(false);
        }
        int part = Math.min(length - done, PIECE_BYTES - filled);
        System.arraycopy(bytes, offset + done, piece, filled, part);
        filled += part;
        done += part;
      }
    }

    private void put(boolean isLast) throws IOException {
      try {
        to.write(pieces.next(Cipher.ENCRYPT_MODE, piece, filled, isLast));
        filled = 0;
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every JDK has AES-GCM", e);
      }
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        put(true);
        to.close();
      }
    }
  }

  private static final class Opening extends InputStream {
    private final DataInputStream from;
    private final Pieces pieces;
    private byte[] ahead;
    private byte[] plain = new byte[0];
    private int at;
    private boolean isOver;

    Opening(InputStream from, Pieces pieces) throws IOException {
      this.from = new DataInputStream(from);
      this.pieces = pieces;
      this.ahead = from.readNBytes(PIECE_BYTES + TAG_BYTES);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      while (at == plain.length) {
        if (isOver) {
          return -1;
        }
        next();
      }
      int part = Math.min(length, plain.length - at);
      System.arraycopy(plain, at, bytes, offset, part);
      at += part;
      return part;
    }

    private void next() throws IOException {
      byte[] piece = ahead;
      ahead = from.readNBytes(PIECE_BYTES + TAG_BYTES);
      isOver = ahead.length == 0;
      try {
        plain = pieces.next(Cipher.DECRYPT_MODE, piece, piece.length, isOver);
        at = 0;
      } catch (GeneralSecurityException e) {
        throw pieces.isFirst() ? Broken.passphrase(e) : Broken.changed();
      }
    }

    @Override
    public void close() throws IOException {
      from.close();
    }
  }
}
