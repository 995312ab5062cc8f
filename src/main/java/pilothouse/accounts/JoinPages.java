package pilothouse.accounts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Request;
import pilothouse.web.Route;

/** Where a link leads that works once: one chooses a password there. */
public final class JoinPages {
  private static final String PATH = "/invitations/";
  private final Supplier<Accounts> accounts;

  JoinPages(Supplier<Accounts> accounts) {
    this.accounts = accounts;
  }

  /** The path of a link. */
  static String path(String secret) {
    return PATH + secret;
  }

  List<Route> routes() {
    return List.of(
        new Route(Route.Method.GET, PATH + "{secret}", Permission.NONE, this::page),
        new Route(Route.Method.POST, PATH + "{secret}", Permission.NONE, this::take));
  }

  private Answer page(Request request) {
    Accounts here = accounts.get();
    String secret = request.part("secret");
    Invitation link = here.joining().link(secret);
    Optional<Account> meant = here.joining().meant(link);
    LinkShown shown =
        new LinkShown(
            link.email(),
            link.says(),
            meant.map(Account::name).orElse(""),
            way(link, meant, request.caller()));
    return Answer.page(
        "accounts/join",
        Texts.say("accounts.join-pages.invitation"),
        Map.of("link", shown, "address", path(secret)));
  }

  private static String way(Invitation link, Optional<Account> meant, Caller caller) {
    if (meant.isEmpty()) {
      return "make";
    }
    if (link.account() != null || link.byCommand()) {
      return "password";
    }
    return meant.get().id().equals(caller.account()) ? "accept" : "elsewhere";
  }

  private Answer take(Request request) {
    Accounts here = accounts.get();
    String secret = request.part("secret");
    if (request.isSent("accept")) {
      here.joining().take(secret, request.caller());
      return new Answer.Redirect("/account");
    }
    Joining.Typed typed =
        new Joining.Typed(
            request.typed("email"), request.typed("name"), Fields.passwordTwice(request));
    Account account = here.joining().take(secret, typed);
    return SecondPages.lead(here, account, null, request, "/account");
  }
}
