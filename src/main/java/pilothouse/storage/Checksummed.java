package pilothouse.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A file that ends with the checksum of all before it. In a ZIP that is its comment, written as
 * {@link #COMMENT} and replaced here.
 */
final class Checksummed extends FilterOutputStream {
  private static final String NAME = "sha256:";
  private static final int BYTES = NAME.length() + 64;

  /** Stands where the checksum will be. */
  static final String COMMENT = NAME + "0".repeat(BYTES - NAME.length());

  private final MessageDigest digest = Tally.sha256();
  private byte[] back = new byte[0];
  private boolean closed;

  Checksummed(OutputStream to) {
    super(to);
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  /** The last bytes are held back, for they are not part of the sum. */
  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    byte[] all = Arrays.copyOf(back, back.length + length);
    System.arraycopy(bytes, offset, all, back.length, length);
    int pass = Math.max(0, all.length - BYTES);
    digest.update(all, 0, pass);
    out.write(all, 0, pass);
    back = Arrays.copyOfRange(all, pass, all.length);
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      out.write(sum(digest));
      out.close();
    }
  }

  private static byte[] sum(MessageDigest digest) {
    return (NAME + HexFormat.of().formatHex(digest.digest())).getBytes(US_ASCII);
  }

  /**
   * Reads all, and holds it against its end.
   *
   * @throws Broken where they differ
   */
  static void check(InputStream file) throws IOException {
    MessageDigest digest = Tally.sha256();
    byte[] back = new byte[0];
    byte[] bytes = new byte[64 << 10];
    for (int read = file.read(bytes); read >= 0; read = file.read(bytes)) {
      byte[] all = Arrays.copyOf(back, back.length + read);
      System.arraycopy(bytes, 0, all, back.length, read);
      int pass = Math.max(0, all.length - BYTES);
      digest.update(all, 0, pass);
      back = Arrays.copyOfRange(all, pass, all.length);
    }
    if (!Arrays.equals(back, sum(digest))) {
      throw Broken.changed();
    }
  }
}
