package pilothouse.notices;

import java.lang.System.Logger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.outgoing.Outgoing;
import pilothouse.outgoing.Reachable;
import pilothouse.storage.Storage;
import pilothouse.storage.Vault;
import pilothouse.web.Permission;
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
  private final SecureRandom random = new SecureRandom();
  private @Nullable ScheduledExecutorService behind;

  /** Notices of that journal. */
  public Notices(Storage storage, Vault vault, Journal journal, Owners owners, Setup setup) {
    this.storage = storage;
    this.vault = vault;
    this.journal = journal;
    this.owners = owners;
    this.setup = setup;
    this.outgoing = new Outgoing(setup.reachable(), PATIENCE);
    this.stopping = new Stopping(vault);
    this.sender = new Sender(storage, journal, owners, ways(), random::nextDouble);
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
    return new NoticePages(notices).routes();
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

  List<Subscription> all() {
    return storage.read(SubscriptionRows::all);
  }

  List<Subscription> of(String owner) {
    return storage.read(rows -> SubscriptionRows.of(rows, owner));
  }

  Optional<Subscription> find(String id) {
    return storage.read(rows -> SubscriptionRows.find(rows, id));
  }

  List<Notice> newest(Subscription one, Notice.State state, int most) {
    return storage.read(rows -> NoticeRows.newest(rows, one.id(), state, most));
  }

  long count(Subscription one, Notice.State state) {
    return storage.read(rows -> NoticeRows.count(rows, one.id(), state));
  }

  /** Keeps a subscription; the secret of a webhook, which is shown this once, else nothing. */
  String add(Subscription made, Who who) {
    if (made.way() == Subscription.Way.EMAIL) {
      storage.write(rows -> {
        SubscriptionRows.add(rows, made);
        Journal.write(rows, entry(made, who, "subscription made", made.madeAt()));
        return true;
      });
      return "";
    }
    String secret = Webhook.secret(random);
    vault.seal(
        made.secretName(),
        secret,
        rows -> {
          SubscriptionRows.add(rows, made);
          Journal.write(rows, entry(made, who, "subscription made", made.madeAt()));
        });
    return secret;
  }

  /** Ends it; whether it was there. */
  boolean end(Subscription one, Who who) {
    Instant now = setup.clock().instant();
    boolean ended =
        storage.write(rows -> {
          boolean was = SubscriptionRows.end(rows, one.id(), now);
          if (was) {
            Journal.write(rows, entry(one, who, "subscription ended", now));
          }
          return was;
        });
    vault.forget(one.secretName(), _ -> {});
    return ended;
  }

  /** Pauses it, or lets it go on. */
  void pause(Subscription one, boolean pause, Who who) {
    Instant now = setup.clock().instant();
    storage.write(rows -> {
      boolean changed =
          pause
              ? SubscriptionRows.pause(rows, one.id(), now, "")
              : SubscriptionRows.resume(rows, one.id());
      if (changed) {
        String what = pause ? "subscription paused" : "subscription resumed";
        Journal.write(rows, entry(one, who, what, now));
      }
      return changed;
    });
  }

  /** Sends a dead message again; whether it was one of this subscription. */
  boolean again(Subscription one, String notice, Who who) {
    Instant now = setup.clock().instant();
    return storage.write(rows -> {
      boolean ours =
          NoticeRows.find(rows, notice)
              .filter(found -> found.subscription().equals(one.id()))
              .isPresent();
      boolean again = ours && NoticeRows.again(rows, notice, now);
      if (again) {
        Journal.write(rows, entry(one, who, "message sent again", now));
      }
      return again;
    });
  }

  /** The one that a link out of a mail ends; empty where the link is not ours. */
  Optional<Subscription> stopped(String id, String proof) {
    return id.length() <= 40 && stopping.isProven(id, proof) ? find(id) : Optional.empty();
  }

  /** The target is told by its machine alone: what stands behind it may be a secret. */
  private static Entry entry(Subscription one, Who who, String what, Instant at) {
    String name =
        one.way() == Subscription.Way.EMAIL
            ? "mails " + one.id().substring(0, 8)
            : "webhook to " + java.net.URI.create(one.target()).getHost();
    Subject subject =
        Subject.of("subscription", name, "/notices/" + one.id()).needing(Permission.ADMINISTER);
    return Entry.of(at, who, what, subject, "")
        .with(Map.of("tells", one.says(), "when", one.when()));
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
