package pilothouse.accounts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Where;

/** One's own account: what one may do, where one is signed in, the password, the tokens. */
final class OwnPages {
  private static final int USUAL_DAYS = 90;
  private final Supplier<Accounts> accounts;

  OwnPages(Supplier<Accounts> accounts) {
    this.accounts = accounts;
  }

  List<Route> routes() {
    return List.of(
        Route.own(Route.Method.GET, "/account", this::page),
        Route.own(Route.Method.POST, "/account/first", this::first),
        Route.own(Route.Method.POST, "/account/password", this::password),
        Route.own(Route.Method.POST, "/account/name", this::rename),
        Route.own(Route.Method.POST, "/account/sessions/{session}/end", this::end),
        Route.own(Route.Method.POST, "/account/tokens", this::token),
        Route.own(Route.Method.POST, "/account/tokens/{token}/end", this::endToken));
  }

  private Answer page(Request request) {
    Accounts here = accounts.get();
    if (!(request.caller() instanceof SignedIn who)) {
      return Answer.page("accounts/only_you", Texts.say("accounts.own-pages.only-you"), Map.of());
    }
    Map<String, Object> values = new HashMap<>();
    values.put("account", account(who));
    values.put("grants", here.registry().held(who.account()));
    values.put("roles", List.of(Role.values()));
    values.put("sessions", here.sessions().of(who.account()));
    values.put("current", who.session());
    values.put("tokens", here.tokens().of(who.account()));
    values.put("permissions", offered(who));
    values.put("places", places(who));
    values.put("hasPassword", here.registry().hasPassword(who.account()));
    values.put("isTyped", here.elsewhere().isTyped(who.account()));
    values.put("links", here.linking().shown(who));
    values.put("days", USUAL_DAYS);
    values.put("zone", here.zone());
    values.put("now", here.clock().instant());
    return Answer.page("accounts/account", Texts.say("accounts.own-pages.your-account"), values);
  }

  private static List<String> offered(SignedIn who) {
    return TokenWords.PERMISSIONS.stream()
        .filter(permission -> who.may(permission, Where.ANYWHERE))
        .map(TokenWords::word)
        .toList();
  }

  /** Where a token is first meant to be used: all that one sees. */
  private String places(SignedIn who) {
    return who.sees(Where.ORGANISATION)
        ? Places.line(Where.ORGANISATION)
        : accounts.get().registry().held(who.account()).stream()
            .map(grant -> Places.line(grant.where()))
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
  }

  private Account account(SignedIn who) {
    return accounts.get().registry().find(who.account()).orElseThrow();
  }

  /** Somebody who signed in; the only person has nothing to look after yet. */
  static SignedIn signedIn(Request request) {
    if (request.caller() instanceof SignedIn who) {
      return who;
    }
    throw Refused.conflict(
        Texts.say("accounts.own-pages.there-is-no-account"),
        Texts.say("accounts.own-pages.make-the-first-one"));
  }

  private Answer first(Request request) {
    Accounts here = accounts.get();
    if (!request.caller().equals(pilothouse.web.Caller.onlyYou())) {
      throw Refused.conflict(
          Texts.say("accounts.own-pages.there-is-an-administrator"),
          Texts.say("accounts.own-pages.sign-in-at-sign"));
    }
    Account account =
        here.joining()
            .first(
                new Joining.Typed(
                    request.typed("email"), request.typed("name"), Fields.passwordTwice(request)));
    String session = here.sessions().begin(account, Fields.agent(request), request.peer(), null);
    return Cookies.keeping(new Answer.Redirect("/account"), request, session);
  }

  private Answer password(Request request) {
    SignedIn who = signedIn(request);
    accounts
        .get()
        .signingIn()
        .change(
            who, request.peer(), Fields.password(request, "old"), Fields.passwordTwice(request));
    return new Answer.Redirect("/account");
  }

  private Answer rename(Request request) {
    SignedIn who = signedIn(request);
    accounts.get().registry().rename(who.account(), request.needed("name"), who);
    return new Answer.Redirect("/account");
  }

  private Answer end(Request request) {
    SignedIn who = signedIn(request);
    String session = request.part("session");
    if (!accounts.get().sessions().end(who.account(), session)) {
      throw new NotFound(
          Texts.say("accounts.own-pages.you-have-no-such"),
          Texts.say("accounts.own-pages.look-at-account-again"));
    }
    Answer back = new Answer.Redirect("/account");
    return session.equals(who.session()) ? Cookies.forgetting(back, request) : back;
  }

  private Answer token(Request request) {
    SignedIn who = signedIn(request);
    String secret = accounts.get().tokens().make(TokenPages.draft(request, USUAL_DAYS), who, false);
    return TokenPages.made(secret, "/account");
  }

  private Answer endToken(Request request) {
    SignedIn who = signedIn(request);
    if (!accounts.get().tokens().end(request.part("token"), who.account(), who)) {
      throw new NotFound(
          Texts.say("accounts.own-pages.you-have-no-such-2"),
          Texts.say("accounts.own-pages.look-at-account-again"));
    }
    return new Answer.Redirect("/account");
  }
}
