package pilothouse.accounts;

import java.lang.System.Logger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.accounts.passkeys.Ceremonies;
import pilothouse.accounts.passkeys.Key;
import pilothouse.accounts.passkeys.Site;
import pilothouse.storage.Storage;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;

/** What an account asks for after the password: a passkey, or a recovery code in its place. */
final class SecondStep {
  static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Logger LOG = System.getLogger(SecondStep.class.getName());
  private static final Duration MAKING = Duration.ofMinutes(30);
  private static final String MAKE = "make";
  private static final String PROVE = "prove";
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int TRIES = 5;
  private static final int MOST_KEYS = 20;
  private static final int CODES = 10;
  private static final int NAME = 60;

  private final Storage storage;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  SecondStep(Storage storage, InstantSource clock) {
    this.storage = storage;
    this.clock = clock;
  }

  /** Made when the first key is: most people sign in without one. */
  private static final class Known {
    static final Ceremonies CEREMONIES = new Ceremonies();
  }

  boolean isNeeded(String account) {
    return !keys(account).isEmpty();
  }

  List<KeyRow> keys(String account) {
    return storage.read(rows -> KeyRows.of(rows, account));
  }

  int codes(String account) {
    return storage.read(rows -> KeyRows.codes(rows, account));
  }

  /** What the browser of that session is asked for to make a key. */
  Map<String, Object> making(Site site, Account account, String session) {
    String challenge = Ceremonies.challenge(random);
    ask(making(session), account.id(), challenge, MAKE, null, MAKING);
    List<Key> there = keys(account.id()).stream().map(KeyRow::key).toList();
    return Ceremonies.making(site, challenge, account.id(), account.email(), account.name(), there);
  }

  /** What that session is asked under: not the name of the session itself. */
  private static String making(String session) {
    return Secret.hash("making " + session);
  }

  private void ask(
      String hash,
      String account,
      String challenge,
      String way,
      @Nullable String provider,
      Duration patience) {
    Instant now = clock.instant();
    storage.write(rows -> {
      KeyRows.forget(rows, hash, now);
      KeyRows.ask(rows, hash, account, challenge, way, provider, now.plus(patience));
      return true;
    });
  }

  /**
   * Keeps a key that was made.
   *
   * @return recovery codes, to be shown this once; none where there are some already
   * @throws Refused where it is none, or too many
   */
  List<String> made(Site site, Account account, String session, String name, String answer) {
    Instant now = clock.instant();
    String hash = making(session);
    KeyRows.Asked asked =
        storage.read(rows -> KeyRows.asked(rows, hash, MAKE, now)).orElseThrow(SecondStep::over);
    Key key = key(site, asked, answer);
    String called = name(name);
    return storage.writeDurably(rows -> {
      if (!KeyRows.forget(rows, hash, now) || !asked.account().equals(account.id())) {
        throw over();
      }
      if (KeyRows.isKnown(rows, key.id()) || KeyRows.of(rows, account.id()).size() >= MOST_KEYS) {
        throw Refused.conflict(
            Texts.say("accounts.second-step.this-key-is-known", MOST_KEYS),
            Texts.say("accounts.second-step.use-another-key-or"));
      }
      KeyRows.add(rows, account.id(), called, key, now);
      note(rows, account, now, "key added", Map.of("name", called));
      return KeyRows.codes(rows, account.id()) == 0 ? fresh(rows, account, now) : List.of();
    });
  }

  private static Key key(Site site, KeyRows.Asked asked, String answer) {
    try {
      return Known.CEREMONIES.made(site, asked.challenge(), answer);
    } catch (Ceremonies.Unproven e) {
      LOG.log(Logger.Level.WARNING, () -> "a key was not taken: " + plain(e));
      throw Refused.unfit(
          Texts.say("accounts.second-step.the-browser-made-no"),
          Texts.say("accounts.second-step.reload-the-page-and"));
    }
  }

  private static String name(String typed) {
    String name = typed.strip();
    if (name.length() > NAME || name.chars().anyMatch(Character::isISOControl)) {
      throw Refused.unfit(
          Texts.say("accounts.second-step.a-keys-name-has", NAME),
          Texts.say("accounts.second-step.shorten-it"));
    }
    return name.isEmpty() ? "Key" : name;
  }

  /** New recovery codes; the old ones hold no more. */
  List<String> renew(Account account) {
    Instant now = clock.instant();
    return storage.writeDurably(rows -> {
      if (KeyRows.of(rows, account.id()).isEmpty()) {
        throw Refused.conflict(
            Texts.say("accounts.second-step.there-is-no-key"),
            Texts.say("accounts.second-step.add-a-key-first"));
      }
      return fresh(rows, account, now);
    });
  }

  private List<String> fresh(Handle rows, Account account, Instant now) {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < CODES; i++) {
      StringBuilder code = new StringBuilder();
      for (int letter = 0; letter < 16; letter++) {
        code.append(letter > 0 && letter % 4 == 0 ? "-" : "");
        code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      codes.add(code.toString());
    }
    KeyRows.codes(rows, account.id(), codes, now);
    note(rows, account, now, "recovery codes made", Map.of());
    return codes;
  }

  /** Removes a key; with the last one the recovery codes go. */
  void remove(Account account, String id) {
    Instant now = clock.instant();
    storage.writeDurably(rows -> {
      List<KeyRow> before = KeyRows.of(rows, account.id());
      if (!KeyRows.remove(rows, account.id(), id, now)) {
        throw new NotFound(
            Texts.say("accounts.second-step.you-have-no-such"),
            Texts.say("accounts.second-step.look-at-account-keys"));
      }
      List<KeyRow> left = KeyRows.of(rows, account.id());
      if (left.isEmpty()) {
        KeyRows.codes(rows, account.id(), List.of(), now);
      }
      List<String> gone = new ArrayList<>(KeyRows.names(before));
      KeyRows.names(left).forEach(gone::remove);
      note(rows, account, now, "key removed", Map.of("name", String.join(", ", gone)));
      return true;
    });
  }

  /** Takes all keys and codes of somebody away who lost them: the password is enough again. */
  void forget(Account account, Caller by) {
    Instant now = clock.instant();
    storage.writeDurably(rows -> {
      for (KeyRow key : KeyRows.of(rows, account.id())) {
        KeyRows.remove(rows, account.id(), key.key().id(), now);
      }
      KeyRows.codes(rows, account.id(), List.of(), now);
      Told.note(rows, now, By.of(by), "keys forgotten", Told.About.account(account), "", Map.of());
      return true;
    });
  }

  /**
   * Begins to ask somebody whose password was right; what the browser keeps meanwhile.
   *
   * @param provider who proved the password; null where it is one of this house
   */
  String begin(Account account, @Nullable String provider) {
    String secret = Secret.make();
    String challenge = Ceremonies.challenge(random);
    ask(Secret.hash(secret), account.id(), challenge, PROVE, provider, PATIENCE);
    return secret;
  }

  /** What the browser is asked for to prove that a key is there; empty where that is over. */
  Optional<Map<String, Object>> proving(Site site, String secret) {
    Instant now = clock.instant();
    return storage
        .read(rows -> KeyRows.asked(rows, Secret.hash(secret), PROVE, now))
        .map(asked ->
            Ceremonies.proving(
                site, asked.challenge(), keys(asked.account()).stream().map(KeyRow::key).toList()));
  }

  /** Whether somebody whose password was right is asked. */
  boolean isAsked(String secret) {
    Instant now = clock.instant();
    return storage.read(rows -> KeyRows.asked(rows, Secret.hash(secret), PROVE, now)).isPresent();
  }

  /** Whoever proves a key: what was asked; empty where the key does not prove itself. */
  Optional<KeyRows.Asked> byKey(Site site, String secret, String answer) {
    Instant now = clock.instant();
    String hash = Secret.hash(secret);
    KeyRows.Asked asked = tried(hash, now);
    try {
      String id = Known.CEREMONIES.named(answer);
      Optional<KeyRow> key =
          keys(asked.account()).stream().filter(one -> one.key().id().equals(id)).findFirst();
      if (key.isEmpty()) {
        return Optional.empty();
      }
      long count = Known.CEREMONIES.proven(site, asked.challenge(), key.get().key(), answer);
      return storage.writeDurably(rows ->
          KeyRows.used(rows, key.get(), count, now) && KeyRows.forget(rows, hash, now)
              ? Optional.of(asked)
              : Optional.empty());
    } catch (Ceremonies.Unproven e) {
      LOG.log(Logger.Level.WARNING, () -> "a key did not prove itself: " + plain(e));
      return Optional.empty();
    }
  }

  /** Whoever knows a recovery code that was not used yet: what was asked. */
  Optional<KeyRows.Asked> byCode(String secret, String code) {
    Instant now = clock.instant();
    String hash = Secret.hash(secret);
    KeyRows.Asked asked = tried(hash, now);
    return storage.writeDurably(rows -> {
      if (!KeyRows.use(rows, asked.account(), code, now) || !KeyRows.forget(rows, hash, now)) {
        return Optional.empty();
      }
      Account account = AccountRows.find(rows, asked.account()).orElseThrow();
      String left = String.valueOf(KeyRows.codes(rows, account.id()));
      note(rows, account, now, "recovery code used", Map.of("left", left));
      return Optional.of(asked);
    });
  }

  private KeyRows.Asked tried(String hash, Instant now) {
    return storage.write(rows -> {
      Optional<KeyRows.Asked> asked = KeyRows.asked(rows, hash, PROVE, now);
      if (asked.isEmpty() || !KeyRows.tried(rows, hash, TRIES)) {
        throw over();
      }
      return asked.get();
    });
  }

  private static void note(
      Handle rows, Account account, Instant now, String what, Map<String, String> fields) {
    Told.note(rows, now, By.of(account), what, Told.About.account(account), "", fields);
  }

  private static Refused over() {
    return Refused.unproven(
        Texts.say("accounts.second-step.that-took-too-long"),
        Texts.say("accounts.second-step.begin-again-with-the"));
  }

  private static String plain(Exception why) {
    return String.valueOf(why.getMessage()).replaceAll("\\p{Cntrl}+", " ");
  }
}
