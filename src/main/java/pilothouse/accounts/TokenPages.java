package pilothouse.accounts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.NotFound;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;

/** The tokens of the organisation's programs, and those that people made. */
final class TokenPages {
  private static final String PATH = "/administration/tokens";
  private static final int USUAL_DAYS = 90;
  private static final int SHOWN = 100;
  private final Supplier<Accounts> accounts;

  TokenPages(Supplier<Accounts> accounts) {
    this.accounts = accounts;
  }

  List<Route> routes() {
    return List.of(
        Route.administer(Route.Method.GET, PATH, this::page),
        Route.administer(Route.Method.POST, PATH, this::make),
        Route.administer(Route.Method.POST, PATH + "/{token}/end", this::end));
  }

  /** What the form asks for. */
  static TokenDraft draft(Request request, int usualDays) {
    List<String> permissions =
        TokenWords.PERMISSIONS.stream()
            .map(TokenWords::word)
            .filter(word -> request.form(word) != null)
            .toList();
    return new TokenDraft(
        request.needed("name"),
        TokenWords.permissions(permissions),
        TokenWords.places(List.of(request.typed("places"))),
        days(request.typed("days"), usualDays));
  }

  private static int days(String typed, int usual) {
    try {
      return typed.isEmpty() ? usual : Integer.parseInt(typed);
    } catch (NumberFormatException _) {
      throw Refused.bad(
              Texts.say("accounts.token-pages.is-no-number-of", typed),
              Texts.say("accounts.token-pages.write-a-number-such"))
          .at("days");
    }
  }

  /** The page that shows a token, once. */
  static Answer made(String secret, String back) {
    return Answer.page(
        "accounts/token_made",
        Texts.say("accounts.token-pages.your-token"),
        Map.of("secret", secret, "back", back));
  }

  private Answer page(Request request) {
    Accounts here = accounts.get();
    String at = request.query("at");
    List<ApiToken> people = here.tokens().ofAccounts(at == null ? "" : at, SHOWN + 1);
    Map<String, String> owners = new HashMap<>();
    for (ApiToken token : people) {
      String owner = token.account();
      if (owner != null) {
        here.registry().find(owner).ifPresent(account -> owners.put(owner, account.name()));
      }
    }
    Map<String, Object> values = new HashMap<>();
    values.put("programs", here.tokens().of(null));
    values.put("people", people.stream().limit(SHOWN).toList());
    values.put("owners", owners);
    values.put("next", people.size() > SHOWN ? people.get(SHOWN).id() : "");
    values.put(
        "permissions",
        TokenWords.PERMISSIONS.stream()
            .filter(permission -> permission != Permission.NOTICES)
            .map(TokenWords::word)
            .toList());
    values.put("days", USUAL_DAYS);
    values.put("zone", here.zone());
    return Answer.page("accounts/tokens", Texts.say("accounts.token-pages.tokens"), values);
  }

  private Answer make(Request request) {
    String secret =
        accounts.get().tokens().make(draft(request, USUAL_DAYS), request.caller(), true);
    return made(secret, PATH);
  }

  private Answer end(Request request) {
    if (!accounts.get().tokens().end(request.part("token"), null, request.caller())) {
      throw new NotFound(
          Texts.say("accounts.token-pages.there-is-no-such"),
          Texts.say("accounts.token-pages.look-at-again", PATH));
    }
    return new Answer.Redirect(PATH);
  }
}
