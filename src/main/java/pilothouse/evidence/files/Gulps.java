package pilothouse.evidence.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import pilothouse.text.Texts;

/** Bounds how much a reader may swallow before it gives anything: one name, text or element. */
public final class Gulps extends FilterInputStream {
  private static final long MOST = 16L << 20;
  private long since;

  public Gulps(InputStream in) {
    super(in);
  }

  /** The reader gave something; another piece begins. */
  public void swallowed() {
    since = 0;
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    count(1);
    return read;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read = in.read(into, from, length);
    count(read);
    return read;
  }

  private void count(int read) {
    since += Math.max(0, read);
    if (since > MOST) {
      throw new BadFile(
          Texts.kept("kept.gulps.one-piece-of-it-is", (MOST >> 20)),
          Texts.kept("kept.gulps.leave-out-what-was-printed"));
    }
  }
}
