package pilothouse.accounts.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pilothouse.accounts.proof.Attempt;
import pilothouse.accounts.proof.Proven;
import pilothouse.accounts.proof.Wire;

class OidcTest {
  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
  private static final URI BACK = URI.create("https://pilot.example/sign-in/back/house");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final OidcHouse house = new OidcHouse(NOW);

  @AfterEach
  void ends() {
    house.close();
  }

  @Test
  void theCodeFlowProvesWhoItIs() throws Exception {
    Proven proven = signedIn();
    assertEquals(
        new Proven("house", "8c1f", "mara@ferry.example", true, "Mara Lind", List.of("crew")),
        proven);
    assertFalse(house.asked().contains("/userinfo"), "the token said all");
  }

  @Test
  void whatTheTokenDoesNotSayIsAskedFor() throws Exception {
    house.person.remove("groups");
    house.person.remove("name");
    house.more.put("groups", List.of("pilots"));
    house.more.put("name", "Mara");
    house.more.put("email", "other@ferry.example");
    Proven proven = signedIn();
    assertEquals(List.of("pilots"), proven.groups());
    assertEquals("Mara", proven.name());
    assertEquals("mara@ferry.example", proven.email(), "what the token said stays");
  }

  @Test
  void anotherPersonIsNotToldOf() {
    house.person.remove("groups");
    house.more.put("sub", "other");
    assertRefused("another person");
  }

  @Test
  void groupsMayLieDeeper() throws Exception {
    house.person.remove("groups");
    house.person.put("realm_access", Map.of("roles", List.of("pilots", "crew")));
    assertEquals(
        List.of("pilots", "crew"), signedIn(settings("realm_access.roles", false)).groups());
  }

  @Test
  void tooManyGroupsForATokenAreSaid() {
    house.person.remove("groups");
    house.person.put("_claim_names", Map.of("groups", "src1"));
    assertRefused("more groups");
  }

  @Test
  void anAddressIsVerifiedOnlyWhereSomebodyVouches() throws Exception {
    house.person.put("email_verified", false);
    assertFalse(signedIn().emailVerified());
    house.person.remove("email_verified");
    assertFalse(signedIn().emailVerified());
    assertTrue(signedIn(settings("groups", true)).emailVerified());
  }

  @Test
  void aNewKeyIsFetched() throws Exception {
    Oidc oidc = oidc(settings("groups", false));
    assertEquals("8c1f", signedIn(oidc).subject());
    house.rotate();
    assertEquals("8c1f", signedIn(oidc).subject());
    assertEquals(2, house.asked().stream().filter("/keys"::equals).count());
  }

  @Test
  void theSecretGoesIntoTheFormWhereTheProviderWantsIt() throws Exception {
    house.says.put("token_endpoint_auth_methods_supported", List.of("client_secret_post"));
    assertEquals("8c1f", signedIn().subject());
  }

  private static Stream<Bent> bentClaims() {
    return Stream.of(
        new Bent("nonce", claims -> claims.claim("nonce", "other")),
        new Bent("nonce", claims -> claims.claim("nonce", null)),
        new Bent("aud", claims -> claims.audience("another")),
        new Bent("another client", claims -> claims.claim("azp", "another")),
        new Bent("another client", claims -> claims.audience(List.of("pilothouse", "another"))),
        new Bent("iss", claims -> claims.issuer("https://evil.example")),
        new Bent("Expired", claims -> claims.expirationTime(Date.from(NOW.minusSeconds(61)))),
        new Bent("exp", claims -> claims.expirationTime(null)),
        new Bent("another time", claims -> claims.issueTime(Date.from(NOW.plusSeconds(3600)))),
        new Bent("another time", claims -> claims.issueTime(Date.from(NOW.minusSeconds(3600)))),
        new Bent("before use", claims -> claims.notBeforeTime(Date.from(NOW.plusSeconds(600)))),
        new Bent("sub", claims -> claims.subject(null)),
        new Bent("subject", claims -> claims.subject("x".repeat(300))),
        new Bent("no list", claims -> claims.claim("groups", Map.of("a", 1))),
        new Bent("more than names", claims -> claims.claim("groups", List.of(1, 2))));
  }

  record Bent(String says, Consumer<JWTClaimsSet.Builder> how) {}

  @ParameterizedTest
  @MethodSource("bentClaims")
  void bentClaimsAreNotBelieved(Bent bent) {
    house.bend =
        claims -> {
          bent.how.accept(claims);
          return claims;
        };
    assertRefused(bent.says);
  }

  @Test
  void onlyTheProvidersSignatureIsBelieved() throws Exception {
    Attempt attempt = Attempt.fresh(RANDOM);
    house.replace = _ -> new PlainJWT(house.claims(attempt.nonce())).serialize();
    assertRefused("no signed token", attempt);
    house.replace = _ -> byPublicKey(attempt);
    assertRefused("not believed", attempt);
    house.replace = _ -> house.byCurve(attempt.nonce());
    assertRefused("not believed", attempt);
    house.replace = token -> token.substring(0, token.lastIndexOf('.') + 1);
    assertRefused("", attempt);
    house.replace = token -> token;
    house.forge();
    assertRefused("not believed", attempt);
  }

  /** The public key as a shared secret: the classic confusion. */
  private String byPublicKey(Attempt attempt) {
    try {
      SignedJWT token =
          new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), house.claims(attempt.nonce()));
      token.sign(new MACSigner(house.publicKey()));
      return token.serialize();
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aCodeIsOfUseInOneBrowserOnly() throws Exception {
    Oidc oidc = oidc(settings("groups", false));
    Attempt attempt = Attempt.fresh(RANDOM);
    Map<String, String> back = back(oidc.begin(attempt, BACK));
    Attempt stolen = new Attempt(attempt.state(), Attempt.fresh(RANDOM).secret());
    String code = String.valueOf(back.get("code"));
    IOException refused =
        assertThrows(IOException.class, () -> oidc.finish(stolen, code, null, BACK));
    assertTrue(String.valueOf(refused.getMessage()).contains("invalid_grant"), refused.toString());
    assertFalse(String.valueOf(refused.getMessage()).contains("secret words"));
  }

  @Test
  void whoSendsBackIsTheOneWhoWasAsked() throws Exception {
    assertEquals("8c1f", finished(Attempt.fresh(RANDOM), house.issuer()).subject());
    IOException other =
        assertThrows(
            IOException.class, () -> finished(Attempt.fresh(RANDOM), "https://evil.example"));
    assertTrue(String.valueOf(other.getMessage()).contains("another provider"));
    house.says.put("authorization_response_iss_parameter_supported", true);
    assertThrows(IOException.class, () -> finished(Attempt.fresh(RANDOM), null));
  }

  private static Stream<Bent2> bentSayings() {
    return Stream.of(
        new Bent2("another issuer", "issuer", "https://evil.example"),
        new Bent2("no https://", "token_endpoint", "http://10.0.0.1/token"),
        new Bent2("no https://", "token_endpoint", "file:///etc/passwd"),
        new Bent2("no token_endpoint", "token_endpoint", ""),
        new Bent2("no algorithm", "id_token_signing_alg_values_supported", List.of("none")),
        new Bent2("no algorithm", "id_token_signing_alg_values_supported", List.of("HS256")));
  }

  record Bent2(String says, String name, Object value) {}

  @ParameterizedTest
  @MethodSource("bentSayings")
  void whatAProviderSaysOfItselfIsLookedAt(Bent2 bent) {
    house.says.put(bent.name, bent.value);
    assertRefused(bent.says);
  }

  @Test
  void oneSignsOutAtTheProviderToo() throws Exception {
    URI home = URI.create("https://pilot.example/");
    URI there = oidc(settings("groups", false)).leave(home).orElseThrow();
    assertEquals(home.toString(), OidcHouse.asks(there).get("post_logout_redirect_uri"));
    house.says.remove("end_session_endpoint");
    assertTrue(oidc(settings("groups", false)).leave(home).isEmpty());
  }

  private OidcSettings settings(String groups, boolean vouches) {
    return new OidcSettings(
        "house",
        URI.create(house.issuer()),
        OidcHouse.CLIENT,
        OidcHouse.SECRET,
        "openid",
        groups,
        vouches);
  }

  private static Oidc oidc(OidcSettings settings) {
    return new Oidc(settings, new Wire(), InstantSource.fixed(NOW));
  }

  private Proven signedIn() throws Exception {
    return signedIn(settings("groups", false));
  }

  private Proven signedIn(OidcSettings settings) throws Exception {
    return signedIn(oidc(settings));
  }

  private Proven signedIn(Oidc oidc) throws Exception {
    Attempt attempt = Attempt.fresh(RANDOM);
    return finished(oidc, attempt, null);
  }

  private Proven finished(Attempt attempt, @Nullable String issuer) throws Exception {
    return finished(oidc(settings("groups", false)), attempt, issuer);
  }

  private Proven finished(Oidc oidc, Attempt attempt, @Nullable String issuer) throws Exception {
    Map<String, String> back = back(oidc.begin(attempt, BACK));
    assertEquals(attempt.state(), back.get("state"));
    return oidc.finish(attempt, String.valueOf(back.get("code")), issuer, BACK);
  }

  /** What the browser brings back. */
  private static Map<String, String> back(URI there) throws Exception {
    try (HttpClient browser = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          browser.send(HttpRequest.newBuilder(there).build(), HttpResponse.BodyHandlers.ofString());
      String location = answer.headers().firstValue("Location").orElseThrow();
      assertTrue(location.startsWith(BACK.toString()), location);
      return OidcHouse.asks(URI.create(location));
    }
  }

  private void assertRefused(String says) {
    assertRefused(says, Attempt.fresh(RANDOM));
  }

  private void assertRefused(String says, Attempt attempt) {
    IOException refused = assertThrows(IOException.class, () -> finished(attempt, null));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains(says), message);
    assertFalse(message.contains("eyJ"), "no token stands in a message: " + message);
  }
}
