package pilothouse.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
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
  private static final String WITH = "/sign-in/with/";
  private static final String BACK = "/sign-in/back/";
  private static final String METADATA = "/sign-in/metadata/";
  private static final int LONGEST = 60_000;
  private final Supplier<Accounts> accounts;
  private final SecureRandom random = new SecureRandom();

  ElsewherePages(Supplier<Accounts> accounts) {
    this.accounts = accounts;
  }

  List<Route> routes() {
    return List.of(
        new Route(Route.Method.GET, WITH + "{provider}", Permission.NONE, this::begin),
        new Route(Route.Method.GET, BACK + "{provider}", Permission.NONE, this::back),
        new Route(Route.Method.POST, BACK + "{provider}", Permission.NONE, this::brought)
            .fromElsewhere(),
        new Route(Route.Method.GET, "/sign-in/leave/{provider}", Permission.NONE, this::leave),
        new Route(Route.Method.GET, METADATA + "{provider}", Permission.NONE, this::metadata));
  }

  private Answer begin(Request request) {
    Elsewhere elsewhere = accounts.get().elsewhere();
    Provider provider = elsewhere.provider(request.part("provider"));
    Trying trying =
        new Trying(provider.name(), Attempt.fresh(random), Ways.to(request.query("to")));
    URI there = elsewhere.begin(provider, trying.attempt(), here(request, provider));
    return trying.keeping(new Answer.Redirect(there.toString()), request);
  }

  static Protocols.Here here(Request request, Provider provider) {
    return new Protocols.Here(
        URI.create(Fields.whole(request, BACK + provider.name())),
        URI.create(Fields.whole(request, METADATA + provider.name())));
  }

  private Answer leave(Request request) {
    Elsewhere elsewhere = accounts.get().elsewhere();
    Provider provider = elsewhere.provider(request.part("provider"));
    URI home = URI.create(Fields.whole(request, "/sign-in"));
    return new Answer.Redirect(elsewhere.signingOut().leave(provider, home).toString());
  }

  /** What a provider of SAML reads to know us. */
  private Answer metadata(Request request) {
    Elsewhere elsewhere = accounts.get().elsewhere();
    Provider provider = elsewhere.provider(request.part("provider"));
    String text = elsewhere.metadata(provider, here(request, provider));
    return new Answer.Data("application/samlmetadata+xml", "", text.getBytes(UTF_8));
  }

  /**
   * What a page of the provider lets the browser bring by a form. As it comes from elsewhere, no
   * cookie is with it: who brings it shows when the browser fetches what was proved.
   */
  private Answer brought(Request request) {
    Elsewhere elsewhere = accounts.get().elsewhere();
    Provider provider = elsewhere.provider(request.part("provider"));
    String sent = request.text("SAMLResponse", LONGEST);
    if (sent == null) {
      throw Refused.bad(
          Texts.say("accounts.elsewhere-pages.the-form-has-no"),
          Texts.say("accounts.elsewhere-pages.begin-again-at-sign-2"));
    }
    String answer = elsewhere.taken(provider, sent, here(request, provider));
    return new Answer.Redirect(BACK + provider.name() + "?answer=" + answer);
  }

  private Answer back(Request request) {
    Elsewhere elsewhere = accounts.get().elsewhere();
    Provider provider = elsewhere.provider(request.part("provider"));
    if (Protocols.isSaml(provider)) {
      return fetched(request, provider);
    }
    Trying trying = begun(request, provider, request.query("state"));
    String error = request.query("error");
    String code = request.query("code");
    if (error != null || code == null) {
      throw declined(provider, error == null ? "no code" : error);
    }
    Proven proven =
        elsewhere.redeemed(
            provider, trying.attempt(), code, request.query("iss"), here(request, provider));
    return entered(request, proven, trying);
  }

  private Answer fetched(Request request, Provider provider) {
    Trying trying = Trying.of(request);
    String answer = request.query("answer");
    if (trying == null || answer == null || !trying.provider().equals(provider.name())) {
      throw foreign();
    }
    Proven proven =
        accounts
            .get()
            .elsewhere()
            .fetched(provider, trying.attempt(), answer)
            .orElseThrow(ElsewherePages::foreign);
    return entered(request, proven, trying);
  }

  /** Signs in, and leads to where the person wanted to go; or links what was proven. */
  private Answer entered(Request request, Proven proven, Trying trying) {
    Accounts here = accounts.get();
    if (trying.isLinking()) {
      return LinkPages.back(here, request, trying, proven);
    }
    Account account = here.elsewhere().meant(proven);
    return Trying.forgetting(
        Entering.entered(here, account, proven.provider(), request, trying.to()), request);
  }

  /** The try that this browser began, which the state names. */
  private static Trying begun(Request request, Provider provider, @Nullable String state) {
    Trying trying = Trying.of(request);
    boolean same =
        trying != null
            && state != null
            && trying.provider().equals(provider.name())
            && MessageDigest.isEqual(
                trying.attempt().state().getBytes(UTF_8), state.getBytes(UTF_8));
    if (trying == null || !same) {
      throw foreign();
    }
    return trying;
  }

  static Refused foreign() {
    return Refused.unproven(
        Texts.say("accounts.elsewhere-pages.this-sign-in-was-2"),
        Texts.say("accounts.elsewhere-pages.begin-again-at-sign-2"));
  }

  private static Refused declined(Provider provider, String error) {
    if (Oidc.isDeclined(error)) {
      return Elsewhere.declined(provider);
    }
    String why = "the provider says " + (error.matches("[a-z_]{1,60}") ? error : "an error");
    return Elsewhere.failed(provider, new IOException(why));
  }
}
