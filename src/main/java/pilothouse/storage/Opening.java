package pilothouse.storage;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/** Decrypts what is read, a piece after the other. */
final class Opening extends InputStream {
  private final DataInputStream from;
  private final Pieces pieces;
  private byte[] ahead;
  private byte[] plain = new byte[0];
  private int at;
  private boolean isOver;

  Opening(InputStream from, Pieces pieces) throws IOException {
    this.from = new DataInputStream(from);
    this.pieces = pieces;
    this.ahead = from.readNBytes(Pieces.BYTES + Pieces.TAG_BYTES);
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
    ahead = from.readNBytes(Pieces.BYTES + Pieces.TAG_BYTES);
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
