package pilothouse.evidence.inbox;

import java.util.HashMap;
import java.util.Map;

/**
 * The room in memory for what is being received: so many deliveries and so many bytes at once, and
 * half of both at most for one source, so that a flood of one leaves the other half to the others.
 */
public final class Room {
  private final int places;
  private final long bytes;
  private final Map<String, Share> taken = new HashMap<>();
  private final Share all = new Share();

  /** Room for so many deliveries and so many bytes at once. */
  public Room(int places, long bytes) {
    this.places = places;
    this.bytes = bytes;
  }

  /** As much as a program with so many bytes of memory can spare. */
  public static Room in(long memory) {
    return new Room(2_048, Math.clamp(memory / 3, 64L << 20, 1L << 30));
  }

  private static final class Share {
    private int places;
    private long bytes;
  }

  /** One delivery's part of the room; closing gives it back. */
  public final class Seat implements AutoCloseable {
    private final String source;
    private long held;
    private boolean open = true;

    private Seat(String source) {
      this.source = source;
    }

    /**
     * Takes room for more bytes.
     *
     * @throws Full when there is none
     */
    public void take(long more) {
      claim(source, 0, more);
      held += more;
    }

    @Override
    public void close() {
      if (open) {
        open = false;
        release(source, held);
      }
    }
  }

  /**
   * Room for one more delivery of the source.
   *
   * @throws Full when there is none
   */
  public Seat enter(String source) {
    claim(source, 1, 0);
    return new Seat(source);
  }

  private synchronized void claim(String source, int place, long more) {
    Share own = taken.computeIfAbsent(source, name -> new Share());
    boolean fits =
        all.places + place <= places
            && all.bytes + more <= bytes
            && own.places + place <= Math.max(1, places / 2)
            && own.bytes + more <= bytes / 2;
    if (!fits) {
      throw new Full(source);
    }
    for (Share share : new Share[] {all, own}) {
      share.places += place;
      share.bytes += more;
    }
  }

  private synchronized void release(String source, long held) {
    Share own = taken.getOrDefault(source, all);
    for (Share share : new Share[] {all, own}) {
      share.places--;
      share.bytes -= held;
    }
  }
}
