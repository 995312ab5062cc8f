package pilothouse.evidence.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.storage.Leases;
import pilothouse.storage.Storage;
import pilothouse.storage.StorageTrouble;
import pilothouse.text.Texts;

/**
 * The one way in for what others tell: a delivery is kept on the disk first and understood later,
 * in the background, by the source that it came from. What cannot be understood is parked with the
 * reason and can be run again.
 */
public final class Inbox implements AutoCloseable {
  private static final int LONGEST_ID = 255;

  private final Storage storage;
  private final InstantSource clock;
  private final Map<String, Source> sources = new LinkedHashMap<>();
  private final Room room;
  private final Writer writer;
  private final Worker worker;

  /**
   * An inbox in that storage.
   *
   * @param sources every kind of sender that may deliver
   * @param keeping where the facts go
   * @param keep for how long bodies are kept; what is known of a delivery stays
   * @param room for what is being received
   * @param leases of this process: one understands what a source tells at a time
   */
  public Inbox(
      Storage storage,
      Collection<Source> sources,
      Keeping keeping,
      InstantSource clock,
      Duration keep,
      Room room,
      Leases leases) {
    this.storage = storage;
    this.clock = clock;
    this.room = room;
    for (Source source : sources) {
      if (this.sources.put(source.name(), source) != null) {
        throw new IllegalArgumentException("two sources are called " + source.name());
      }
    }
    this.writer = new Writer(storage);
    String version = Inbox.class.getPackage().getImplementationVersion();
    this.worker =
        new Worker(
            storage,
            this.sources,
            keeping,
            clock,
            keep,
            version == null ? "unknown" : version,
            leases);
  }

  /** Begins to understand in the background what waits and what comes in. */
  public void start() {
    worker.start();
  }

  /** Understands now what waits now; how many deliveries were looked at. */
  public long finish() {
    return worker.finish();
  }

  /** Every source that may deliver, in the order in which they are shown. */
  public Collection<Source> sources() {
    return List.copyOf(sources.values());
  }

  /** The source of that name. */
  public Optional<Source> source(String name) {
    return Optional.ofNullable(sources.get(name));
  }

  /** For what is being received. */
  public Room room() {
    return room;
  }

  /**
   * Keeps a delivery, and returns when it lies on the disk. One that is known changes nothing.
   *
   * @throws Malformed when its id is none
   * @throws StorageTrouble when it could not be kept
   */
  public Accepted accept(Delivery delivery) {
    String id = delivery.id();
    if (id.isBlank() || id.length() > LONGEST_ID || id.chars().anyMatch(Character::isISOControl)) {
      throw new Malformed(
          Texts.kept("kept.inbox.the-delivery-id-is-blank", LONGEST_ID),
          Texts.kept("kept.inbox.send-a-short-id-or"));
    }
    try {
      long number = writer.write(new Rows.Packed(delivery, Packing.pack(delivery.body())));
      if (number > 0) {
        worker.wake();
      }
      return new Accepted(Math.abs(number), number < 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StorageTrouble("Pilothouse is stopping; send it again when it runs.", e);
    }
  }

  /**
   * Lets deliveries wait again, as far as their bodies are still there; how many.
   *
   * @param who asks for it
   */
  public int replay(Replay what, Who who) {
    int again =
        storage.write(rows -> {
          int some = Rows.again(rows, what);
          if (some > 0) {
            Journal.write(
                rows,
                Entry.of(clock.instant(), who, "deliveries replayed", subject(what), "")
                    .with(Map.of("deliveries", String.valueOf(some))));
          }
          return some;
        });
    worker.wake();
    return again;
  }

  private static Subject subject(Replay what) {
    if (what.id() > 0) {
      return Subject.of("delivery", String.valueOf(what.id()), "/sources/deliveries/" + what.id());
    }
    return Subject.of("source", what.source().isEmpty() ? "all" : what.source(), "/sources");
  }

  /** What is known of the delivery of that number. */
  public Optional<Kept> find(long id) {
    return storage.read(rows -> Known.find(rows, id));
  }

  /** The delivery of that number as it came in; empty when its body was kept long enough. */
  public Optional<Delivery> delivery(long id) {
    return storage.read(rows -> Rows.load(rows, id));
  }

  /**
   * The newest deliveries, the newest first.
   *
   * @param source null for all
   * @param state null for all
   * @param below only those of a smaller number
   */
  public List<Kept> newest(@Nullable String source, @Nullable State state, long below, int most) {
    return storage.read(rows -> Known.page(rows, source, state, below, most));
  }

  /** When the last delivery of a source came in; empty when there never was one. */
  public Optional<Instant> last(String source) {
    return storage.read(rows -> Known.newest(rows, source));
  }

  /** How many deliveries of a source came in since then. */
  public Tally tally(String source, Instant since) {
    return storage.read(rows -> Known.tally(rows, source, since));
  }

  /** How many deliveries stand so, by source. */
  public Map<String, Long> standing(State state) {
    return storage.read(rows -> Known.standing(rows, state));
  }

  /** Removes the bodies that were kept long enough; how many. */
  public int forget() {
    return IntStream.generate(worker::forget).takeWhile(some -> some > 0).sum();
  }

  /** Keeps what is under way and ends; what is not yet understood waits for the next start. */
  @Override
  public void close() {
    writer.close();
    worker.close();
  }
}
