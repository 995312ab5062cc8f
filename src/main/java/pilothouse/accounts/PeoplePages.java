package pilothouse.accounts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;
import pilothouse.web.Where;

/** Who signs in: accounts, open links, and closed accounts. */
public final class PeoplePages {
  private static final String PATH = "/administration";
  private static final int SHOWN = 100;
  private final Supplier<Accounts> accounts;

  PeoplePages(Supplier<Accounts> accounts) {
    this.accounts = accounts;
  }

  List<Route> routes() {
    String one = PATH + "/people/{account}";
    return List.of(
        Route.administer(Route.Method.GET, PATH, request -> list(request, false)),
        Route.administer(Route.Method.GET, PATH + "/closed", request -> list(request, true)),
        Route.administer(Route.Method.GET, one, this::one),
        Route.administer(Route.Method.POST, one + "/close", this::close),
        Route.administer(Route.Method.POST, one + "/reopen", this::reopen),
        Route.administer(Route.Method.POST, one + "/name", this::rename),
        Route.administer(Route.Method.POST, one + "/password", this::password),
        Route.administer(
            Route.Method.POST, PATH + "/invitations/{invitation}/withdraw", this::withdraw),
        Route.administer(Route.Method.GET, "/api/v1/accounts", this::json)
            .telling(
                Telling.of("Who may sign in, by e-mail address, a hundred at a time")
                    .with("at", "the address that the list starts with")
                    .gives(Listed.class)));
  }

  /**
   * Accounts as JSON.
   *
   * @param next the address that the next hundred start with; empty at the end
   */
  public record Listed(List<One> accounts, String next) {

    /** One account. */
    public record One(String id, String email, String name, List<SelfAnswers.Self.Held> roles) {}
  }

  private record Page(List<AccountLine> rows, String next) {}

  private Page rows(Request request, boolean closed) {
    Accounts here = accounts.get();
    String at = request.query("at");
    List<Account> found =
        here.registry().page(at == null ? "" : Emails.plain(at), closed, SHOWN + 1);
    Map<String, List<Grant>> grants = here.registry().grants(found);
    return new Page(
        found.stream()
            .limit(SHOWN)
            .map(account -> new AccountLine(account, grants.getOrDefault(account.id(), List.of())))
            .toList(),
        found.size() > SHOWN ? found.get(SHOWN).email() : "");
  }

  private Answer list(Request request, boolean closed) {
    Accounts here = accounts.get();
    String at = request.query("at");
    Page page = rows(request, closed);
    Map<String, Object> values = new HashMap<>();
    values.put("rows", page.rows());
    values.put("next", page.next());
    values.put("at", at == null ? "" : at);
    values.put("closed", closed);
    values.put("count", here.registry().count(closed));
    values.put("links", closed ? List.of() : here.invitations().open());
    values.put("zone", here.zone());
    values.put("ready", here.hasAdministrator());
    return Answer.page(
        "accounts/people",
        closed
            ? Texts.say("accounts.people-pages.closed-accounts")
            : Texts.say("accounts.people-pages.people-who-sign-in"),
        values);
  }

  private Answer json(Request request) {
    Page page = rows(request, false);
    return new Answer.Json(
        new Listed(
            page.rows().stream()
                .map(row ->
                    new Listed.One(
                        row.account().id(),
                        row.account().email(),
                        row.account().name(),
                        SelfAnswers.held(row.grants())))
                .toList(),
            page.next()));
  }

  private Account account(Request request) {
    return accounts
        .get()
        .registry()
        .find(request.part("account"))
        .orElseThrow(() ->
            new NotFound(
                Texts.say("accounts.people-pages.there-is-no-such"),
                Texts.say("accounts.people-pages.see-for-those-there", PATH)));
  }

  private Answer one(Request request) {
    Accounts here = accounts.get();
    Account account = account(request);
    Map<String, Object> values = new HashMap<>();
    values.put("account", account);
    values.put("grants", here.registry().history(account.id()));
    values.put("sessions", here.sessions().of(account.id()).size());
    values.put("tokens", here.tokens().of(account.id()));
    values.put("zone", here.zone());
    return Answer.page("accounts/person", account.name(), values);
  }

  private Answer close(Request request) {
    Account account = account(request);
    if (account.id().equals(request.caller().account())) {
      throw Refused.conflict(
          Texts.say("accounts.people-pages.you-would-close-your"),
          Texts.say("accounts.people-pages.let-another-administrator-do"));
    }
    accounts.get().registry().close(account.id(), request.typed("why"), request.caller());
    return back(account);
  }

  private Answer reopen(Request request) {
    Account account = account(request);
    accounts.get().registry().reopen(account.id(), request.caller());
    return back(account);
  }

  private Answer rename(Request request) {
    Account account = account(request);
    accounts.get().registry().rename(account.id(), request.needed("name"), request.caller());
    return back(account);
  }

  /** A link by which somebody chooses a new password. */
  private Answer password(Request request) {
    Account account = account(request);
    if (!account.isOpen()) {
      throw Refused.conflict(
          Texts.say("accounts.people-pages.this-account-is-closed"),
          Texts.say("accounts.people-pages.open-it-again-first"));
    }
    String secret =
        accounts
            .get()
            .invitations()
            .make(
                new InvitationDraft(
                    account.email(), Role.READER, Where.ORGANISATION, account.id(), false, ""),
                By.of(request.caller()));
    return RolePages.linked(
        request, secret, Texts.say("accounts.people-pages.chooses-a-new-password", account.name()));
  }

  private Answer withdraw(Request request) {
    String id = request.part("invitation");
    if (!accounts.get().invitations().withdraw(id, By.of(request.caller()))) {
      throw new NotFound(
          Texts.say("accounts.people-pages.that-link-is-not"),
          Texts.say("accounts.people-pages.look-at-again", PATH));
    }
    return new Answer.Redirect(PATH);
  }

  private static Answer back(Account account) {
    return new Answer.Redirect(PATH + "/people/" + account.id());
  }
}
