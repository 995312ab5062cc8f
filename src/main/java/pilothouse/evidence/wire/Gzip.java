package pilothouse.evidence.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import pilothouse.evidence.inbox.Malformed;

/** Packed bodies, unpacked as far as an unpacked one may be large. */
public final class Gzip {
  private static final int MOST = 25 << 20;

  private Gzip() {}

  /** The bytes that were packed. */
  public static byte[] unpacked(byte[] packed) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] bytes = in.readNBytes(MOST + 1);
      if (bytes.length > MOST) {
        throw new Malformed(
            "The body is larger than 25 MB when it is unpacked.", "Send smaller batches.");
      }
      return bytes;
    } catch (IOException e) {
      throw new Malformed(
          "The body is no gzip, though its Content-Encoding says so.",
          "Pack the body, or leave the header out.");
    }
  }
}
