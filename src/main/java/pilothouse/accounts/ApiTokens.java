package pilothouse.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;
import pilothouse.storage.Storage;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Refused;

/** What programs prove themselves with. */
final class ApiTokens {
  /** What each begins with, so that people and programs that look for leaked secrets know it. */
  static final String PREFIX = "pht_";

  private static final int MOST = 50;

  private final Storage storage;
  private final InstantSource clock;
  private final Realm realm;

  ApiTokens(Storage storage, InstantSource clock, Realm realm) {
    this.storage = storage;
    this.clock = clock;
    this.realm = realm;
  }

  /**
   * Makes a token for whoever asks, or for the organisation.
   *
   * @return the secret, for this once
   * @throws Refused where it would be allowed more than who makes it
   */
  String make(TokenDraft draft, Caller by, boolean ofOrganisation) {
    draft.refuse(by);
    refuseTold(draft, ofOrganisation);
    Instant now = clock.instant();
    String account = ofOrganisation ? null : by.account();
    String secret = PREFIX + Secret.make();
    storage.write(rows -> {
      refuseMany(rows, account);
      add(rows, draft, secret, account, by.name(), now);
      Told.note(
          rows,
          now,
          By.of(by),
          "token made",
          Told.About.token(draft.name()),
          "",
          Map.of("may", draft.may(), "where", draft.where()));
      return true;
    });
    return secret;
  }

  private static void add(
      Handle rows,
      TokenDraft draft,
      String secret,
      @Nullable String account,
      String by,
      Instant now) {
    rows.execute(
        """
        insert into api_token
          (id, hash, account, name, permissions, places, made_at, made_by, ends_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        Secret.id(),
        Secret.hash(secret),
        account,
        draft.name(),
        draft.may(),
        draft.where(),
        Instants.text(now),
        by,
        Instants.text(now.plus(Duration.ofDays(draft.days()))));
  }

  private static void refuseTold(TokenDraft draft, boolean ofOrganisation) {
    if (ofOrganisation && draft.permissions().contains(Permission.NOTICES)) {
      throw Refused.unfit(
          Texts.say("accounts.api-tokens.an-organisation-is-told"),
          Texts.say("accounts.api-tokens.make-it-at-account"));
    }
  }

  private void refuseMany(Handle rows, @Nullable String account) {
    if (ApiTokenRows.open(rows, account, clock.instant()).size() >= MOST) {
      throw Refused.conflict(
          Texts.say("accounts.api-tokens.there-are-tokens-already", MOST),
          Texts.say("accounts.api-tokens.end-those-that-nobody"));
    }
  }

  /**
   * The program that sends that secret.
   *
   * @throws Refused where no token is so, or not any more
   */
  Caller caller(String secret) {
    Instant now = clock.instant();
    ApiToken token =
        storage
            .read(rows -> ApiTokenRows.called(rows, secret, now))
            .orElseThrow(ApiTokens::unknown);
    Caller owner = null;
    String account = token.account();
    if (account != null) {
      owner = storage.read(rows -> owner(rows, account)).orElseThrow(ApiTokens::unknown);
    }
    used(token, LocalDate.ofInstant(now, ZoneOffset.UTC));
    return new Program(
        Who.TOKEN + token.id(),
        token.name(),
        token.permissions(),
        token.places(),
        owner,
        realm.view());
  }

  private Optional<Caller> owner(Handle rows, String account) {
    return AccountRows.find(rows, account)
        .filter(Account::isOpen)
        .map(found -> new SignedIn(found, "", GrantRows.held(rows, account), realm));
  }

  private void used(ApiToken token, LocalDate today) {
    if (!today.equals(token.used())) {
      storage.write(rows -> ApiTokenRows.used(rows, token.id(), today));
    }
  }

  static Refused unknown() {
    return Refused.unproven(
        Texts.say("accounts.api-tokens.the-token-is-not"),
        Texts.say("accounts.api-tokens.make-a-new-one"));
  }

  /** What a program proved itself with. */
  Optional<ApiToken> find(Program program) {
    return storage.read(
        rows -> ApiTokenRows.find(rows, program.id().substring(Who.TOKEN.length())));
  }

  /** Those that hold now: of an account, or of the organisation. */
  List<ApiToken> of(@Nullable String account) {
    return storage.read(rows -> ApiTokenRows.open(rows, account, clock.instant()));
  }

  /** Those of accounts that hold now, for administrators, from the id that is given. */
  List<ApiToken> ofAccounts(String at, int most) {
    return storage.read(rows -> ApiTokenRows.ofAccounts(rows, at, most, clock.instant()));
  }

  /**
   * Ends a token.
   *
   * @param account whose it must be; null for any
   * @return whether there was one
   */
  boolean end(String id, @Nullable String account, Caller by) {
    Instant now = clock.instant();
    return storage.write(rows -> {
      Optional<ApiToken> found =
          ApiTokenRows.find(rows, id)
              .filter(token -> account == null || account.equals(token.account()));
      found.ifPresent(token -> {
        ApiTokenRows.end(rows, id, By.of(by), now);
        Told.note(
            rows, now, By.of(by), "token ended", Told.About.token(token.name()), "", Map.of());
      });
      return found.isPresent();
    });
  }
}
