package pilothouse.notices;

import java.lang.System.Logger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Journal;
import pilothouse.outgoing.Outgoing;
import pilothouse.outgoing.Reachable;
import pilothouse.storage.Leases;
import pilothouse.storage.Storage;
import pilothouse.storage.Vault;
import pilothouse.web.Route;

/** The door to what people and programs are told of the journal. */
public final class Notices implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Notices.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Storage storage;
  private final Vault vault;
  private final Journal journal;
  private final Owners owners;
  private final Setup setup;
  private final Outgoing outgoing;
  private final Stopping stopping;
  private final Sender sender;
  private final Shelf shelf;
  private @Nullable ScheduledExecutorService behind;

  /** Notices of that journal. */
  public Notices(
      Storage storage, Vault vault, Journal journal, Owners owners, Setup setup, Leases leases) {
    this.storage = storage;
    this.vault = vault;
    this.journal = journal;
    this.owners = owners;
    this.setup = setup;
    this.outgoing = new Outgoing(setup.reachable(), PATIENCE);
    this.stopping = new Stopping(vault);
    SecureRandom random = new SecureRandom();
    this.shelf = new Shelf(storage, vault, setup.clock(), random);
    this.sender = new Sender(storage, journal, owners, ways(), random::nextDouble, leases);
  }

  /**
   * What notices need to know of the surroundings.
   *
   * @param zone what a subscription has that names none
   * @param home where people reach the program, without a slash at the end
   * @param mailbox null where no mails can be sent
   */
  public record Setup(
      InstantSource clock,
      ZoneId zone,
      String home,
      Reachable reachable,
      @Nullable Mailbox mailbox) {}

  /** Their addresses. */
  public static List<Route> routes(Supplier<Notices> notices) {
    List<Route> routes = new ArrayList<>(new NoticePages(notices).routes());
    routes.addAll(new NoticeAnswers(notices).routes());
    return routes;
  }

  private Map<Subscription.Way, Sending> ways() {
    Map<Subscription.Way, Sending> ways = new EnumMap<>(Subscription.Way.class);
    ways.put(Subscription.Way.WEBHOOK, new Webhook(outgoing, vault));
    Mailbox mailbox = setup.mailbox();
    if (mailbox != null) {
      ways.put(Subscription.Way.EMAIL, new Mail(mailbox, setup.home(), stopping));
    }
    return ways;
  }

  /** Begins to send in the background. */
  public synchronized void start() {
    behind =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("notices").factory());
    var _ =
        behind.scheduleWithFixedDelay(
            this::turnQuietly, PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
  }

  private void turnQuietly() {
    try {
      sender.turn(setup.clock().instant());
    } catch (RuntimeException e) {
      LOG.log(Logger.Level.ERROR, "notices could not be looked after", e);
    }
  }

  /** How many messages could not be delivered, however often they were tried. */
  public long dead() {
    return storage.read(NoticeRows::dead);
  }

  Sender sender() {
    return sender;
  }

  Setup setup() {
    return setup;
  }

  Outgoing outgoing() {
    return outgoing;
  }

  Owners owners() {
    return owners;
  }

  long head() {
    return journal.head().seq();
  }

  Shelf shelf() {
    return shelf;
  }

  /** The one that a link out of a mail ends; empty where the link is not ours. */
  Optional<Subscription> stopped(String id, String proof) {
    return id.length() <= 40 && stopping.isProven(id, proof) ? shelf.find(id) : Optional.empty();
  }

  @Override
  public void close() {
    ScheduledExecutorService running;
    synchronized (this) {
      running = behind;
    }
    if (running != null) {
      running.shutdownNow();
      running.close();
    }
    outgoing.close();
  }
}
