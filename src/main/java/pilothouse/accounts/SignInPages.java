package pilothouse.accounts;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.accounts.proof.Proven;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Permission;
import pilothouse.web.Request;
import pilothouse.web.Route;

/** Signing in and out. */
final class SignInPages {
  private static final int UNPROVEN = 401;
  private final Supplier<Accounts> accounts;

  SignInPages(Supplier<Accounts> accounts) {
    this.accounts = accounts;
  }

  List<Route> routes() {
    return List.of(
        new Route(Route.Method.GET, "/sign-in", Permission.NONE, this::page),
        new Route(Route.Method.POST, "/sign-in", Permission.NONE, this::enter),
        Route.own(Route.Method.POST, "/sign-out", this::leave));
  }

  private Answer page(Request request) {
    String to = Ways.to(request.query("to"));
    return request.caller().isKnown()
        ? new Answer.Redirect(to)
        : asking(200, to, "", List.of(), request.query("left"));
  }

  private Answer enter(Request request) {
    Accounts here = accounts.get();
    String to = Ways.to(request.form("to"));
    String email = request.typed("email");
    SigningIn.Found found =
        here.signingIn()
            .with(new SigningIn.Try(email, Fields.password(request, "password"), request.peer()));
    Account own = found.account();
    Proven proven = found.proven();
    if (own != null) {
      return SecondPages.lead(here, own, null, request, to);
    }
    return proven == null
        ? asking(UNPROVEN, to, email, found.silent(), null)
        : SecondPages.lead(here, here.elsewhere().meant(proven), proven.provider(), request, to);
  }

  private Answer asking(
      int status, String to, String email, List<String> silent, @Nullable String left) {
    Accounts here = accounts.get();
    return new Answer.Page(
        status,
        "accounts/sign_in",
        Texts.say("accounts.sign-in-pages.sign-in"),
        false,
        Map.of(
            "to",
            to,
            "email",
            email,
            "wrong",
            status == UNPROVEN,
            "ready",
            here.hasAdministrator(),
            "offers",
            here.elsewhere().offers(),
            "typed",
            here.directories().titles(),
            "silent",
            silent,
            "left",
            here.elsewhere().signingOut().left(left)));
  }

  private Answer leave(Request request) {
    Accounts here = accounts.get();
    String left = "";
    if (request.caller() instanceof SignedIn who) {
      left =
          here.sessions()
              .provider(who.account(), who.session())
              .filter(here.elsewhere().signingOut()::isLeft)
              .map(name -> "?left=" + name)
              .orElse("");
      here.sessions().end(who.account(), who.session());
    }
    return Cookies.forgetting(new Answer.Redirect("/sign-in" + left), request);
  }
}
