package pilothouse.evidence.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pilothouse.LogLines;
import pilothouse.evidence.facts.Facts;
import pilothouse.storage.Databases;
import pilothouse.storage.Leases;
import pilothouse.storage.Storage;

/** What the log says of what came in: never a word of it. */
class DiscreetTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-02T09:00:00Z"));
  private static final Logger LOGGER = Logger.getLogger(Worker.class.getName());
  @TempDir Path folder;
  private final Lines lines = new Lines();

  /** The lines as they are written. */
  private static final class Lines extends Handler {
    private final Queue<String> written = new ConcurrentLinkedQueue<>();
    private final LogLines form = new LogLines();

    @Override
    public void publish(LogRecord line) {
      written.add(form.format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @BeforeEach
  void listens() {
    LOGGER.addHandler(lines);
  }

  @AfterEach
  void listensNoMore() {
    LOGGER.removeHandler(lines);
  }

  @Test
  void aParserThatFailsIsNamedWithoutWhatItRead() {
    try (Storage storage = Storage.open(Databases.usual().create(folder));
        Inbox inbox = inbox(storage, new Facts(storage, CLOCK)::addEach)) {
      sent(inbox, "fact x hunter2"); // no number
      inbox.finish();
      assertEquals(1, inbox.standing(State.PARKED).get("loud"));
    }
    assertEquals(1, lines.written.size());
    String line = lines.written.remove();
    assertTrue(line.contains("is parked: java.lang.NumberFormatException at "), line);
    assertFalse(line.contains("hunter2"), line);
  }

  @ParameterizedTest
  @EnumSource
  void aDatabaseThatFailsIsNotQuoted(Databases kind) {
    try (Storage storage = Storage.open(kind.create(folder));
        Inbox inbox =
            inbox(
                storage,
                (facts, source) ->
                    storage.read(rows -> {
                      rows.execute("select * from hunter2");
                      return List.of();
                    }))) {
      sent(inbox, "fact x 1");
      inbox.start();
      while (lines.written.isEmpty()) {
        Thread.onSpinWait();
      }
    }
    String line = lines.written.remove();
    assertTrue(line.contains("what came in waits: The database "), line);
    assertFalse(line.contains("hunter2"), line);
  }

  private static void sent(Inbox inbox, String body) {
    inbox.accept(new Delivery("loud", "1", CLOCK.instant(), Map.of(), body.getBytes(UTF_8)));
  }

  private static Inbox inbox(Storage storage, Keeping keeping) {
    return new Inbox(
        storage,
        List.of(new Script("loud")),
        keeping,
        CLOCK,
        Duration.ofDays(90),
        new Room(1_000, 64 << 20),
        new Leases(storage));
  }
}
