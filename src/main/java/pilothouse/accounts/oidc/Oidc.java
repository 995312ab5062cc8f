package pilothouse.accounts.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilothouse.accounts.proof.Attempt;
import pilothouse.accounts.proof.Proven;
import pilothouse.accounts.proof.Wire;
import tools.jackson.databind.JsonNode;

/** One provider of OpenID Connect: sends people there, and believes what they bring back. */
public final class Oidc {
  private static final int LONGEST_CODE = 4_096;
  private final OidcSettings settings;
  private final Wire wire;
  private final Discovery discovery;
  private final IdTokens tokens;

  public Oidc(OidcSettings settings, Wire wire, InstantSource clock) {
    this.settings = settings;
    this.wire = wire;
    this.discovery = new Discovery(settings.issuer(), wire, clock);
    this.tokens = new IdTokens(settings, wire, clock);
  }

  /** Whether somebody chose at the provider not to sign in, or may not. */
  public static boolean isDeclined(String error) {
    return error.equals("access_denied") || error.equals("login_required");
  }

  /**
   * Where a browser goes to prove who sits before it.
   *
   * @param back where the provider sends it afterwards
   * @throws IOException in words for the log
   */
  public URI begin(Attempt attempt, URI back) throws IOException {
    Map<String, String> asks = new LinkedHashMap<>();
    asks.put("response_type", "code");
    asks.put("client_id", settings.client());
    asks.put("redirect_uri", back.toString());
    asks.put("scope", settings.scopes());
    asks.put("state", attempt.state());
    asks.put("nonce", attempt.nonce());
    asks.put("code_challenge", attempt.challenge());
    asks.put("code_challenge_method", "S256");
    return with(discovery.provider().authorization(), asks);
  }

  /**
   * Who it is.
   *
   * @param code what the browser brought back
   * @param issuer who says to have sent it back; null where nobody does
   * @throws IOException in words for the log, without anything secret
   */
  public Proven finish(Attempt attempt, String code, @Nullable String issuer, URI back)
      throws IOException {
    Discovery.Provider provider = discovery.provider();
    if (issuer == null ? provider.namesItself() : !issuer.equals(settings.issuer().toString())) {
      throw new IOException("the answer comes from another provider than the one that was asked");
    }
    if (code.length() > LONGEST_CODE) {
      throw new IOException("the code is too long");
    }
    JsonNode given = redeemed(provider, code, attempt, back);
    String token = given.path("id_token").asString("");
    if (token.isEmpty()) {
      throw new IOException("the provider gave no ID token");
    }
    Claims claims = new Claims(settings, tokens.believed(token, attempt.nonce(), provider));
    URI more = provider.userinfo();
    if (more != null && claims.lack()) {
      claims.add(told(more, given.path("access_token").asString("")));
    }
    return claims.proven();
  }

  /**
   * Looks at what the provider says of itself.
   *
   * @return null: when its keys end, it does not say
   * @throws IOException in words for who looks after it
   */
  public @Nullable Instant look() throws IOException {
    discovery.provider();
    return null;
  }

  /** Where a browser signs out at the provider too; empty where it has no such address. */
  public Optional<URI> leave(URI home) throws IOException {
    URI there = discovery.provider().leave();
    return there == null
        ? Optional.empty()
        : Optional.of(
            with(
                there,
                Map.of(
                    "client_id", settings.client(),
                    "post_logout_redirect_uri", home.toString())));
  }

  private JsonNode redeemed(Discovery.Provider provider, String code, Attempt attempt, URI back)
      throws IOException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", back.toString());
    form.put("code_verifier", attempt.verifier());
    Map<String, String> headers = new HashMap<>(Map.of("Accept", "application/json"));
    String secret = settings.secret();
    if (secret != null && provider.basic()) {
      String both = Wire.coded(settings.client()) + ":" + Wire.coded(secret);
      headers.put(
          "Authorization", "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8)));
    } else {
      form.put("client_id", settings.client());
      if (secret != null) {
        form.put("client_secret", secret);
      }
    }
    Wire.Reply reply = wire.post(provider.token(), headers, form);
    if (reply.status() != 200) {
      throw new IOException("the provider did not redeem the code: " + trouble(reply));
    }
    return Wire.object(reply.body());
  }

  /** The status, and the error's name where there is one; nothing else of what was sent. */
  private static String trouble(Wire.Reply reply) {
    String error = "";
    try {
      error = Wire.object(reply.body()).path("error").asString("");
    } catch (IOException _) {
      // the status alone has to do
    }
    return reply.status() + (error.matches("[a-z_]{1,60}") ? " " + error : "");
  }

  private JsonNode told(URI address, String token) throws IOException {
    Wire.Reply reply =
        wire.fetch(
            address, Map.of("Authorization", "Bearer " + token, "Accept", "application/json"));
    if (reply.status() != 200) {
      throw new IOException("the provider does not tell who it is: " + reply.status());
    }
    return Wire.object(reply.body());
  }

  private static URI with(URI address, Map<String, String> values) {
    String glue = address.getRawQuery() == null ? "?" : "&";
    return URI.create(address + glue + Wire.coded(values));
  }
}
