package pilothouse.accounts;

import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import pilothouse.accounts.proof.Attempt;
import pilothouse.accounts.proof.Proven;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Request;
import pilothouse.web.Route;

/** Linking a provider to one's own account, and unlinking it. */
final class LinkPages {
  private static final String PATH = "/account/identities/";
  private static final String BACK = "/account#ways";
  private final Supplier<Accounts> accounts;
  private final SecureRandom random = new SecureRandom();

  LinkPages(Supplier<Accounts> accounts) {
    this.accounts = accounts;
  }

  List<Route> routes() {
    return List.of(
        Route.own(Route.Method.POST, PATH + "{provider}/link", this::link),
        Route.own(Route.Method.POST, PATH + "{identity}/end", this::end));
  }

  /** Begins: at a directory by what is typed, at another provider by going there. */
  private Answer link(Request request) {
    Accounts here = accounts.get();
    SignedIn who = OwnPages.signedIn(request);
    Provider provider = here.linking().provider(request.part("provider"));
    here.linking().confirm(who, Fields.password(request, "confirm"), request.peer());
    if (!Protocols.leadsAway(provider)) {
      SigningIn.Try tried =
          new SigningIn.Try(
              request.needed("login"), Fields.password(request, "secret"), request.peer());
      here.linking().typed(who, provider, tried);
      return new Answer.Redirect(BACK);
    }
    Attempt attempt = Attempt.fresh(random);
    URI there = here.elsewhere().begin(provider, attempt, ElsewherePages.here(request, provider));
    // A page with a link: browsers let no form of ours lead to another server.
    Answer page =
        Answer.page(
            "accounts/leave",
            Texts.say("accounts.link-pages.go-on-at", provider.title()),
            Map.of("title", provider.title(), "there", there.toString()));
    return Trying.linking(provider.name(), attempt, request).keeping(page, request);
  }

  /** Who comes back, in the session that began it. */
  static Answer back(Accounts here, Request request, Trying trying, Proven proven) {
    if (!(request.caller() instanceof SignedIn who) || !trying.isLinkedBy(request)) {
      throw ElsewherePages.foreign();
    }
    here.linking().link(who, proven);
    return Trying.forgetting(new Answer.Redirect(BACK), request);
  }

  private Answer end(Request request) {
    Linking linking = accounts.get().linking();
    SignedIn who = OwnPages.signedIn(request);
    linking.confirm(who, Fields.password(request, "confirm"), request.peer());
    linking.unlink(who, request.part("identity"));
    return new Answer.Redirect(BACK);
  }
}
