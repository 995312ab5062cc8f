package pilothouse.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/** Encrypts what is written, a piece after the other; closing writes the last one. */
final class Sealing extends OutputStream {
  private final OutputStream to;
  private final Pieces pieces;
  private final byte[] piece = new byte[Pieces.BYTES];
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
      if (filled == Pieces.BYTES) {
        put(false);
      }
      int part = Math.min(length - done, Pieces.BYTES - filled);
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
