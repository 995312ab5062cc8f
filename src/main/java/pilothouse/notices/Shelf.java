package pilothouse.notices;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.storage.Storage;
import pilothouse.storage.Vault;
import pilothouse.text.Texts;
import pilothouse.web.Permission;

/** What people subscribed to, and what became of it; each change with its entry. */
final class Shelf {
  private final Storage storage;
  private final Vault vault;
  private final InstantSource clock;
  private final SecureRandom random;

  Shelf(Storage storage, Vault vault, InstantSource clock, SecureRandom random) {
    this.storage = storage;
    this.vault = vault;
    this.clock = clock;
    this.random = random;
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
    Instant now = clock.instant();
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
    Instant now = clock.instant();
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
    Instant now = clock.instant();
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

  /** The target is told by its machine alone: what stands behind it may be a secret. */
  private static Entry entry(Subscription one, Who who, String what, Instant at) {
    String name =
        one.way() == Subscription.Way.EMAIL
            ? Texts.kept("kept.notices.mails", one.id().substring(0, 8))
            : Texts.kept("kept.notices.webhook-to", java.net.URI.create(one.target()).getHost());
    Subject subject =
        Subject.of("subscription", name, "/notices/" + one.id()).needing(Permission.ADMINISTER);
    return Entry.of(at, who, what, subject, "")
        .with(Texts.english().saying(() -> Map.of("tells", one.says(), "when", one.when())));
  }
}
