package pilothouse.git;

import java.lang.foreign.MemorySegment;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates objects; one for each thread. */
final class Inflation implements AutoCloseable {
  private static final int WINDOW = 1 << 30;
  private final Inflater inflater = new Inflater();

  /** Fills {@code into} with exactly {@code size} bytes, inflated from the data at an offset. */
  void inflate(MemorySegment data, long at, byte[] into, int size) throws Damage {
    inflater.reset();
    long next = at;
    int done = 0;
    try {
      while (!inflater.finished()) {
        if (inflater.needsInput()) {
          long length = Math.min(WINDOW, data.byteSize() - next);
          if (length <= 0) {
            throw new Damage("the compressed data ends too early");
          }
          inflater.setInput(data.asSlice(next, length).asByteBuffer());
          next += length;
        }
        int more = inflater.inflate(into, done, size - done);
        done += more;
        if (more == 0 && !inflater.finished() && !inflater.needsInput()) {
          throw new Damage("the compressed data is longer than it says");
        }
      }
    } catch (DataFormatException broken) {
      throw new Damage("the compressed data is broken", broken);
    }
    if (done != size) {
      throw new Damage("the compressed data is shorter than it says");
    }
  }

  /** Fills {@code into} with the first bytes of what is longer than that. */
  void begin(MemorySegment data, long at, byte[] into, int size) throws Damage {
    inflater.reset();
    inflater.setInput(data.asSlice(at, Math.min(WINDOW, data.byteSize() - at)).asByteBuffer());
    try {
      int done = 0;
      while (done < size) {
        int more = inflater.inflate(into, done, size - done);
        if (more == 0) {
          throw new Damage("the compressed data is shorter than it says");
        }
        done += more;
      }
    } catch (DataFormatException broken) {
      throw new Damage("the compressed data is broken", broken);
    }
  }

  @Override
  public void close() {
    inflater.close();
  }
}
