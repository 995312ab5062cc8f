package pilothouse.evidence.files;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import pilothouse.text.Texts;

/**
 * The bytes of a file, unpacked when they are gzip, with a bound on how much they may grow. The
 * beginning can be looked at without being used up.
 */
public final class Unpacked extends FilterInputStream {
  /** How much of the beginning can be looked at. */
  public static final int HEAD = 256 * 1024;

  private static final int BUFFER = 64 * 1024;

  private Unpacked(InputStream in) {
    super(in);
  }

  /**
   * Opens what comes in; whoever made the stream closes it.
   *
   * @throws BadFile for an archive, which holds files and is none
   */
  public static Unpacked of(InputStream raw) throws IOException {
    Counted counted = new Counted(raw);
    BufferedInputStream packed = new BufferedInputStream(counted, BUFFER);
    byte[] magic = peek(packed, 4);
    if (magic.length >= 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b) {
      Grown grown = new Grown(new GZIPInputStream(packed, BUFFER), counted);
      return new Unpacked(new BufferedInputStream(grown, HEAD));
    }
    if (magic.length == 4 && magic[0] == 'P' && magic[1] == 'K' && magic[2] < 8) {
      throw new BadFile(
          Texts.kept("kept.unpacked.it-is-a-zip-archive"),
          Texts.kept("kept.unpacked.unpack-it-and-import-the"));
    }
    return new Unpacked(new BufferedInputStream(packed, HEAD));
  }

  /** The first bytes, which stay to be read. */
  public byte[] head() throws IOException {
    return peek(in, HEAD);
  }

  private static byte[] peek(InputStream in, int most) throws IOException {
    in.mark(most);
    byte[] bytes = in.readNBytes(most);
    in.reset();
    return bytes;
  }

  /** Counts what comes in. */
  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = in.read(into, from, length);
      count += Math.max(0, read);
      return read;
    }
  }

  /** Stops where so much comes out of so little that it can only be meant to fill a disk. */
  private static final class Grown extends FilterInputStream {
    private static final long FREE = 16L << 20;
    private static final int MOST = 200;
    private final Counted packed;
    private long out;

    Grown(InputStream in, Counted packed) {
      super(in);
      this.packed = packed;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = unpacked(into, from, length);
      out += Math.max(0, read);
      if (out > FREE && out / MOST > packed.count) {
        throw new BadFile(
            Texts.kept("kept.unpacked.it-unpacks-to-more-than", MOST),
            Texts.kept("kept.unpacked.unpack-it-yourself-look-at"));
      }
      return read;
    }

    private int unpacked(byte[] into, int from, int length) throws IOException {
      try {
        return in.read(into, from, length);
      } catch (ZipException e) {
        throw new BadFile(
            Texts.kept("kept.unpacked.it-is-damaged-gzip", e.getMessage()),
            Texts.kept("kept.unpacked.pack-it-again"));
      }
    }
  }
}
