package pilothouse.accounts;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.accounts.passkeys.Site;
import pilothouse.text.Addresses;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Cookie;
import pilothouse.web.Json;
import pilothouse.web.NotFound;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;

/** The step after the password, and the keys of one's own account. */
final class SecondPages {
  private static final String STEP = "/sign-in/second";
  private static final String KEYS = "/account/keys";
  private static final int LARGEST = 32 * 1024;
  private final Supplier<Accounts> accounts;

  SecondPages(Supplier<Accounts> accounts) {
    this.accounts = accounts;
  }

  List<Route> routes() {
    return List.of(
        new Route(Route.Method.GET, STEP, Permission.NONE, this::step),
        new Route(Route.Method.POST, STEP, Permission.NONE, this::prove),
        Route.own(Route.Method.GET, KEYS, this::keys),
        Route.own(Route.Method.POST, KEYS, this::add),
        Route.own(Route.Method.POST, KEYS + "/codes", this::renew),
        Route.own(Route.Method.POST, KEYS + "/{key}/remove", this::remove),
        Route.administer(
            Route.Method.POST, "/administration/people/{account}/keys/forget", this::forget));
  }

  /**
   * Lets somebody in whose password was right, or asks for a key first.
   *
   * @param provider who proved the password; null where it is one of this house
   * @param to where to go afterwards
   */
  static Answer lead(
      Accounts here, Account account, @Nullable String provider, Request request, String to) {
    if (!here.second().isNeeded(account.id())) {
      return Entering.entered(here, account, provider, request, to);
    }
    String secret = here.second().begin(account, provider);
    String there = STEP + (to.equals("/") ? "" : "?to=" + Addresses.part(to));
    return new Answer.Keeping(
        new Answer.Redirect(there),
        new Cookie(name(request), secret, SecondStep.PATIENCE, request.isSecure()));
  }

  private static String name(Request request) {
    return request.isSecure() ? "__Host-pilothouse-second" : "pilothouse-second";
  }

  private static Optional<Site> site(Request request) {
    try {
      return Site.at(URI.create(Fields.whole(request, "/")));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static @Nullable String secret(Request request) {
    String kept = request.cookie(name(request));
    return kept == null || kept.isBlank() ? null : kept;
  }

  private Answer step(Request request) {
    String secret = secret(request);
    String to = Ways.to(request.query("to"));
    if (secret == null || !accounts.get().second().isAsked(secret)) {
      return new Answer.Redirect("/sign-in");
    }
    return asking(200, request, secret, to);
  }

  private Answer asking(int status, Request request, String secret, String to) {
    Optional<Map<String, Object>> asks =
        site(request).flatMap(site -> accounts.get().second().proving(site, secret));
    return new Answer.Page(
        status,
        "accounts/second",
        Texts.say("accounts.second-pages.one-more-step"),
        false,
        Map.of("to", to, "wrong", status != 200, "asks", asks.map(SecondPages::json).orElse("")));
  }

  private static String json(Map<String, Object> asks) {
    return new String(Json.bytes(asks), java.nio.charset.StandardCharsets.UTF_8);
  }

  private Answer prove(Request request) {
    SecondStep second = accounts.get().second();
    String secret = secret(request);
    String to = Ways.to(request.form("to"));
    if (secret == null) {
      return new Answer.Redirect("/sign-in");
    }
    String answer = request.text("answer", LARGEST);
    Optional<KeyRows.Asked> proven =
        answer == null
            ? second.byCode(secret, request.typed("code"))
            : site(request).flatMap(site -> second.byKey(site, secret, answer));
    Optional<Account> account =
        proven
            .flatMap(asked -> accounts.get().registry().find(asked.account()))
            .filter(Account::isOpen);
    if (account.isEmpty()) {
      return asking(401, request, secret, to);
    }
    return new Answer.Keeping(
        Entering.entered(accounts.get(), account.get(), proven.get().provider(), request, to),
        new Cookie(name(request), "", java.time.Duration.ZERO, request.isSecure()));
  }

  private Answer keys(Request request) {
    Accounts here = accounts.get();
    SignedIn who = OwnPages.signedIn(request);
    Account account = here.registry().find(who.account()).orElseThrow();
    boolean hasPassword =
        here.registry().hasPassword(account.id()) || here.elsewhere().isTyped(account.id());
    Map<String, Object> values = new HashMap<>();
    values.put("keys", here.second().keys(account.id()));
    values.put("codes", here.second().codes(account.id()));
    values.put("hasPassword", hasPassword);
    values.put("zone", here.zone());
    values.put(
        "asks",
        site(request)
            .filter(_ -> hasPassword)
            .map(site -> json(here.second().making(site, account, who.session())))
            .orElse(""));
    return Answer.page("accounts/keys", Texts.say("accounts.second-pages.your-keys"), values);
  }

  private Answer add(Request request) {
    Accounts here = accounts.get();
    SignedIn who = OwnPages.signedIn(request);
    Account account = here.registry().find(who.account()).orElseThrow();
    String answer = request.text("answer", LARGEST);
    Site site =
        site(request)
            .orElseThrow(() ->
                Refused.unfit(
                    Texts.say("accounts.second-pages.browsers-make-keys-for"),
                    Texts.say("accounts.second-pages.open-pilothouse-by-such")));
    List<String> codes =
        here.second()
            .made(
                site, account, who.session(), request.typed("name"), answer == null ? "" : answer);
    return codes.isEmpty() ? new Answer.Redirect(KEYS) : shown(codes);
  }

  private static Answer shown(List<String> codes) {
    return Answer.page(
        "accounts/codes",
        Texts.say("accounts.second-pages.recovery-codes"),
        Map.of("codes", codes));
  }

  private Answer renew(Request request) {
    return shown(accounts.get().second().renew(own(request)));
  }

  private Answer remove(Request request) {
    accounts.get().second().remove(own(request), request.part("key"));
    return new Answer.Redirect(KEYS);
  }

  private Account own(Request request) {
    return accounts.get().registry().find(OwnPages.signedIn(request).account()).orElseThrow();
  }

  private Answer forget(Request request) {
    Account account =
        accounts
            .get()
            .registry()
            .find(request.part("account"))
            .orElseThrow(() ->
                new NotFound(
                    Texts.say("accounts.second-pages.there-is-no-such"),
                    Texts.say("accounts.second-pages.see-administration-for-those")));
    accounts.get().second().forget(account, request.caller());
    return new Answer.Redirect("/administration/people/" + account.id());
  }
}
