package pilothouse.evidence.inbox;

import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Bodies, compressed. Few compressors, because each holds a quarter of a megabyte. */
final class Packing {
  private static final BlockingQueue<Deflater> DEFLATERS = deflaters();

  private Packing() {}

  private static BlockingQueue<Deflater> deflaters() {
    int count = Math.min(8, Runtime.getRuntime().availableProcessors());
    BlockingQueue<Deflater> deflaters = new ArrayBlockingQueue<>(count);
    for (int i = 0; i < count; i++) {
      deflaters.add(new Deflater(Deflater.BEST_SPEED, true));
    }
    return deflaters;
  }

  static byte[] pack(byte[] body) throws InterruptedException {
    Deflater deflater = DEFLATERS.take();
    try {
      deflater.setInput(body);
      deflater.finish();
      byte[] packed = new byte[body.length / 3 + 64];
      int length = 0;
      while (!deflater.finished()) {
        if (length == packed.length) {
          packed = Arrays.copyOf(packed, packed.length * 2);
        }
        length += deflater.deflate(packed, length, packed.length - length);
      }
      return Arrays.copyOf(packed, length);
    } finally {
      deflater.reset();
      DEFLATERS.add(deflater);
    }
  }

  /** What was packed, which had so many bytes. */
  static byte[] unpack(byte[] packed, int size) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed);
      byte[] body = new byte[size];
      int length = 0;
      while (length < size && !inflater.finished()) {
        int more = inflater.inflate(body, length, size - length);
        if (more == 0 && inflater.needsInput()) {
          break;
        }
        length += more;
      }
      if (length != size) {
        throw new IllegalStateException("a body of " + size + " bytes has only " + length);
      }
      return body;
    } catch (DataFormatException e) {
      throw new IllegalStateException("a stored body is damaged", e);
    } finally {
      inflater.end();
    }
  }
}
