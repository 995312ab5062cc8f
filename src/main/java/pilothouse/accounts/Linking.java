package pilothouse.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import pilothouse.accounts.proof.Proven;
import pilothouse.storage.Storage;
import pilothouse.text.Texts;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;

/** By what else somebody signs in, as that one says: providers are linked, and unlinked. */
final class Linking {
  /** Who signed in within this time need not prove it again. */
  private static final Duration RECENT = Duration.ofMinutes(10);

  private final Storage storage;
  private final InstantSource clock;
  private final Registry registry;
  private final Sessions sessions;
  private final SigningIn signingIn;
  private final Groups groups;
  private final Providers providers;

  Linking(
      Storage storage,
      InstantSource clock,
      Registry registry,
      Sessions sessions,
      SigningIn signingIn,
      Groups groups,
      Providers providers) {
    this.storage = storage;
    this.clock = clock;
    this.registry = registry;
    this.sessions = sessions;
    this.signingIn = signingIn;
    this.groups = groups;
    this.providers = providers;
  }

  /** What one's own page shows. */
  LinksShown shown(SignedIn who) {
    List<IdentityRows.Known> known = known(who.account());
    return new LinksShown(
        known.stream()
            .map(one ->
                new LinksShown.Linked(
                    one.id(),
                    providers.find(one.provider()).map(Provider::title).orElse(one.provider()),
                    one.since(),
                    one.seen()))
            .toList(),
        providers.all().stream()
            .filter(provider -> known.stream().noneMatch(isOf(provider)))
            .map(provider ->
                new LinksShown.Offered(
                    provider.name(), provider.title(), !Protocols.leadsAway(provider)))
            .toList(),
        isRecent(who),
        registry.hasPassword(who.account()));
  }

  /** By what an account is known elsewhere. */
  List<IdentityRows.Known> known(String account) {
    return storage.read(rows -> IdentityRows.of(rows, account));
  }

  private static java.util.function.Predicate<IdentityRows.Known> isOf(Provider provider) {
    return one -> one.provider().equals(provider.name());
  }

  /** A provider of any kind. */
  Provider provider(String name) {
    return providers
        .find(name)
        .orElseThrow(() ->
            new NotFound(
                Texts.say("accounts.elsewhere.nobody-signs-in-with"),
                Texts.say("accounts.own-pages.look-at-account-again")));
  }

  private boolean isRecent(SignedIn who) {
    Instant earliest = clock.instant().minus(RECENT);
    return sessions.of(who.account()).stream()
        .anyMatch(one -> one.id().equals(who.session()) && !one.at().isBefore(earliest));
  }

  /**
   * Lets pass who signed in just now, or knows the password.
   *
   * @throws Refused for anybody else
   */
  void confirm(SignedIn who, String password, String address) {
    if (isRecent(who)) {
      return;
    }
    if (!registry.hasPassword(who.account())) {
      throw Refused.conflict(
          Texts.say("accounts.linking.you-signed-in-too"),
          Texts.say("accounts.linking.sign-out-and-in"));
    }
    signingIn.confirm(who, address, password, "confirm");
  }

  /**
   * Links what a provider proved to the account of whoever asked for that.
   *
   * @throws Refused where it means another account, or another one of that provider is linked
   */
  void link(SignedIn who, Proven proven) {
    Provider provider = provider(proven.provider());
    Instant now = clock.instant();
    storage.writeDurably(rows -> {
      IdentityRows.hold(rows, who.account());
      Account account = open(rows, who);
      Optional<Account> meant = IdentityRows.account(rows, proven, now);
      if (meant.isEmpty()) {
        refuseSecond(rows, account, provider);
        Recognition.add(rows, provider, proven, account, "linked by whose account it is", now);
      } else if (!meant.get().id().equals(account.id())) {
        throw Refused.conflict(
            Texts.say("accounts.linking.it-is-linked-elsewhere", provider.title()),
            Texts.say("accounts.linking.unlink-it-there"));
      }
      Groups.set(rows, account, provider.name(), proven.groups(), now);
      return true;
    });
    groups.follow(who.account());
  }

  private static Account open(Handle rows, SignedIn who) {
    return AccountRows.find(rows, who.account()).filter(Account::isOpen).orElseThrow();
  }

  private static void refuseSecond(Handle rows, Account account, Provider provider) {
    if (IdentityRows.of(rows, account.id()).stream().anyMatch(isOf(provider))) {
      throw Refused.conflict(
          Texts.say("accounts.linking.another-one-is-linked", provider.title()),
          Texts.say("accounts.linking.unlink-that-first"));
    }
  }

  /** Links what a directory knows by a name and a password that are typed here. */
  void typed(SignedIn who, Provider provider, SigningIn.Try tried) {
    Proven proven =
        signingIn
            .proven(provider, tried)
            .orElseThrow(() ->
                Refused.unfit(
                        Texts.say("accounts.linking.the-directory-knows-no", provider.title()),
                        Texts.say("accounts.linking.type-them-as"))
                    .at("login"));
    link(who, proven);
  }

  /**
   * Unlinks one; sessions that it began end, but the one that asks.
   *
   * @throws Refused where nothing would be left to sign in with
   */
  void unlink(SignedIn who, String id) {
    Instant now = clock.instant();
    storage.writeDurably(rows -> {
      IdentityRows.hold(rows, who.account());
      Account account = open(rows, who);
      List<IdentityRows.Known> known = IdentityRows.of(rows, account.id());
      IdentityRows.Known one =
          known.stream()
              .filter(each -> each.id().equals(id))
              .findFirst()
              .orElseThrow(() ->
                  new NotFound(
                      Texts.say("accounts.linking.there-is-no-such"),
                      Texts.say("accounts.own-pages.look-at-account-again")));
      boolean others =
          known.stream()
              .anyMatch(
                  each -> !each.id().equals(id) && providers.find(each.provider()).isPresent());
      if (!others && AccountRows.hash(rows, account.id()).isEmpty()) {
        throw Refused.conflict(
            Texts.say("accounts.linking.it-is-the-last"),
            Texts.say("accounts.linking.link-another-one-first"));
      }
      unlinked(rows, account, one, who.session(), now);
      return true;
    });
    groups.follow(who.account());
  }

  private static void unlinked(
      Handle rows, Account account, IdentityRows.Known one, String session, Instant now) {
    IdentityRows.remove(rows, one.id());
    Sessions.endOf(rows, account.id(), one.provider(), session);
    Groups.set(rows, account, one.provider(), List.of(), now);
    Told.note(
        rows,
        now,
        By.of(account),
        "identity unlinked",
        Told.About.account(account),
        "",
        Map.of("provider", one.provider()));
  }
}
