package pilothouse.accounts.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.accounts.proof.Wire;

/**
 * Believes an ID token only where all holds that OpenID Connect Core 3.1.3.7 asks for: signed with
 * a key that the provider publishes now, by one of its algorithms, from it, for us, for this very
 * try, and in time.
 */
final class IdTokens {
  private static final int LEEWAY_SECONDS = 60;
  private static final Duration OLDEST = Duration.ofMinutes(10);
  private static final Set<String> NEEDED = Set.of("sub", "iat", "exp", "nonce");

  private final OidcSettings settings;
  private final Wire wire;
  private final InstantSource clock;
  private @Nullable JWKSource<SecurityContext> keys;
  private @Nullable URI keysAt;

  IdTokens(OidcSettings settings, Wire wire, InstantSource clock) {
    this.settings = settings;
    this.wire = wire;
    this.clock = clock;
  }

  /** What it claims. */
  JWTClaimsSet believed(String token, String nonce, Discovery.Provider provider)
      throws IOException {
    try {
      SignedJWT signed = SignedJWT.parse(token);
      DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
      processor.setJWSKeySelector(
          new JWSVerificationKeySelector<>(provider.algorithms(), keys(provider.keys())));
      processor.setJWTClaimsSetVerifier(new InTime());
      JWTClaimsSet claims = processor.process(signed, null);
      check(claims, nonce);
      return claims;
    } catch (ParseException e) {
      throw new IOException("the ID token is no signed token", e);
    } catch (KeySourceException e) {
      throw new IOException("the provider's keys cannot be read: " + e.getMessage(), e);
    } catch (BadJOSEException | com.nimbusds.jose.JOSEException e) {
      throw new IOException("the ID token is not believed: " + e.getMessage(), e);
    }
  }

  private void check(JWTClaimsSet claims, String nonce) throws ParseException, BadJWTException {
    String given = claims.getStringClaim("nonce");
    if (!MessageDigest.isEqual(given.getBytes(UTF_8), nonce.getBytes(UTF_8))) {
      throw new BadJWTException("the nonce belongs to another try");
    }
    String party = claims.getStringClaim("azp");
    boolean ours = settings.client().equals(party);
    if ((party != null && !ours) || (claims.getAudience().size() > 1 && !ours)) {
      throw new BadJWTException("it was made out to another client");
    }
    Instant made = claims.getIssueTime().toInstant();
    Instant now = clock.instant();
    if (made.isAfter(now.plusSeconds(LEEWAY_SECONDS))
        || made.isBefore(now.minus(OLDEST).minusSeconds(LEEWAY_SECONDS))) {
      throw new BadJWTException("it was made at another time: compare the clocks");
    }
  }

  /** Kept for five minutes; asked again when a token names a key that is not among them. */
  private synchronized JWKSource<SecurityContext> keys(URI address) throws IOException {
    JWKSource<SecurityContext> there = keys;
    if (there == null || !address.equals(keysAt)) {
      there =
          JWKSourceBuilder.<SecurityContext>create(address.toURL(), this::fetched)
              .retrying(false)
              .build();
      keys = there;
      keysAt = address;
    }
    return there;
  }

  private Resource fetched(URL address) throws IOException {
    Wire.Reply reply = wire.fetch(URI.create(address.toString()), Map.of());
    if (reply.status() != 200) {
      throw new IOException(address + " answers with " + reply.status());
    }
    return new Resource(reply.body(), reply.type());
  }

  /** Looks at issuer, audience and times, by our clock. */
  private final class InTime extends DefaultJWTClaimsVerifier<SecurityContext> {
    InTime() {
      super(
          settings.client(),
          new JWTClaimsSet.Builder().issuer(settings.issuer().toString()).build(),
          NEEDED);
      setMaxClockSkew(LEEWAY_SECONDS);
    }

    @Override
    protected Date currentTime() {
      return Date.from(clock.instant());
    }
  }
}
