package pilothouse.accounts;

import java.lang.System.Logger;
import java.net.URI;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.accounts.oidc.Oidc;
import pilothouse.accounts.proof.Attempt;
import pilothouse.accounts.proof.Proven;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;

/** The way to a provider, and back. */
final class ElsewherePages {
  private static final Logger LOG = System.getLogger(ElsewherePages.class.getName());
  private static final String WITH = "/sign-in/with/";
  private static final String BACK = "/sign-in/back/";
  private final Supplier<Accounts> accounts;
  private final SecureRandom random = new SecureRandom();

  ElsewherePages(Supplier<Accounts> accounts) {
    this.accounts = accounts;
  }

  List<Route> routes() {
    return List.of(
        new Route(Route.Method.GET, WITH + "{provider}", Permission.NONE, this::begin),
        new Route(Route.Method.GET, BACK + "{provider}", Permission.NONE, this::back));
  }

  private Answer begin(Request request) {
    Elsewhere elsewhere = accounts.get().elsewhere();
    Provider provider = elsewhere.provider(request.part("provider"));
    Trying trying =
        new Trying(provider.name(), Attempt.fresh(random), Ways.to(request.query("to")));
    URI there = elsewhere.begin(provider, trying.attempt(), address(request, provider));
    return trying.keeping(new Answer.Redirect(there.toString()), request);
  }

  private static URI address(Request request, Provider provider) {
    return URI.create(Fields.whole(request, BACK + provider.name()));
  }

  private Answer back(Request request) {
    Elsewhere elsewhere = accounts.get().elsewhere();
    Provider provider = elsewhere.provider(request.part("provider"));
    Trying trying = begun(request, provider, request.query("state"));
    String error = request.query("error");
    String code = request.query("code");
    if (error != null || code == null) {
      throw declined(provider, error == null ? "no code" : error);
    }
    Proven proven =
        elsewhere.redeemed(
            provider, trying.attempt(), code, request.query("iss"), address(request, provider));
    return entered(request, provider, proven, trying.to());
  }

  /** Signs in, and leads to where the person wanted to go. */
  private Answer entered(Request request, Provider provider, Proven proven, String to) {
    Elsewhere.Entered entered =
        accounts
            .get()
            .elsewhere()
            .enter(
                provider,
                proven,
                new Elsewhere.Browser(Fields.agent(request), request.peer(), Cookies.of(request)));
    String way = entered.sees() ? to : "/account";
    Answer there = Cookies.keeping(new Answer.Redirect(way), request, entered.session());
    return Trying.forgetting(there, request);
  }

  /** The try that this browser began, which the state names. */
  private static Trying begun(Request request, Provider provider, @Nullable String state) {
    Trying trying = Trying.of(request);
    boolean same =
        trying != null
            && state != null
            && trying.provider().equals(provider.name())
            && MessageDigest.isEqual(
                trying.attempt().state().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                state.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    if (trying == null || !same) {
      throw Refused.unproven(
          Texts.say("accounts.elsewhere-pages.this-sign-in-was"),
          Texts.say("accounts.elsewhere-pages.begin-again-at-sign"));
    }
    return trying;
  }

  private static Refused declined(Provider provider, String error) {
    if (Oidc.isDeclined(error)) {
      return Refused.unproven(
          Texts.say("accounts.elsewhere-pages.you-did-not-sign", provider.title()),
          Texts.say("accounts.elsewhere-pages.begin-again-at-sign"));
    }
    LOG.log(
        Logger.Level.WARNING,
        () ->
            "signing in with "
                + provider.name()
                + " failed: the provider says "
                + (error.matches("[a-z_]{1,60}") ? error : "an error"));
    return Refused.unproven(
        Texts.say("accounts.elsewhere-pages.signing-in-with-did", provider.title()),
        Texts.say("accounts.elsewhere-pages.try-again-if-it"));
  }
}
