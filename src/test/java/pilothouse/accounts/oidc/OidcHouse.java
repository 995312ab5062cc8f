package pilothouse.accounts.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/**
 * A provider of OpenID Connect on this machine: real HTTP, real signatures, and PKCE that is
 * checked. It lets everybody in as the person that stands before it; what it claims can be bent.
 */
public final class OidcHouse implements AutoCloseable {
  public static final String CLIENT = "pilothouse";
  public static final String SECRET = "a+secret&of=the client";
  private static final JsonMapper JSON = new JsonMapper();

  /** Made once: a key takes a while. */
  private static final RSAKey FIRST = rsa();

  private final HttpServer server;
  private final Instant now;
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private final List<String> asked = new ArrayList<>();
  private RSAKey key = FIRST;
  private RSAKey signing = key;

  /** What the token says of the person. */
  public final Map<String, Object> person = new HashMap<>();

  /** What is said only to whoever asks. */
  public final Map<String, Object> more = new HashMap<>();

  /** Bends what it says of itself. */
  public final Map<String, Object> says = new LinkedHashMap<>();

  /** Bends the claims of the next token. */
  public UnaryOperator<JWTClaimsSet.Builder> bend = claims -> claims;

  /** Puts another token in the place of the next one. */
  public UnaryOperator<String> replace = token -> token;

  public OidcHouse(Instant now) {
    this.now = now;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
    person.putAll(
        Map.of(
            "sub",
            "8c1f",
            "email",
            "mara@ferry.example",
            "email_verified",
            true,
            "name",
            "Mara Lind",
            "groups",
            List.of("crew")));
    for (String part : List.of("authorization", "token", "userinfo", "end_session")) {
      says.put(part + "_endpoint", issuer() + "/" + part);
    }
    says.put("issuer", issuer());
    says.put("jwks_uri", issuer() + "/keys");
    says.put("id_token_signing_alg_values_supported", List.of("RS256", "ES256", "none"));
  }

  public String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Signs with a new key from now on, which it publishes. */
  public void rotate() {
    key = rsa();
    signing = key;
  }

  /** Signs with a key that it does not publish, under the name of one that it does. */
  public void forge() {
    signing = rsa(key.getKeyID());
  }

  /** What was asked, in order. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** The public key as text, which a forger may take for a shared secret. */
  public byte[] publicKey() {
    try {
      return key.toRSAPublicKey().getEncoded();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The claims of a token for that nonce. */
  public JWTClaimsSet claims(String nonce) {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience(CLIENT)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)))
            .claim("nonce", nonce);
    person.forEach(claims::claim);
    return bend.apply(claims).build();
  }

  /** The same claims, signed by a curve. */
  public String byCurve(String nonce) {
    try {
      ECKey curve = new ECKeyGenerator(Curve.P_256).keyID("curve").generate();
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("curve").build(), claims(nonce));
      token.sign(new ECDSASigner(curve));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    try (exchange) {
      switch (path) {
        case "/.well-known/openid-configuration" -> send(exchange, 200, says);
        case "/keys" -> send(exchange, 200, new JWKSet(key.toPublicJWK()).toJSONObject());
        case "/authorization" -> authorize(exchange);
        case "/token" -> redeem(exchange);
        case "/userinfo" -> {
          boolean known =
              "Bearer at-1".equals(exchange.getRequestHeaders().getFirst("Authorization"));
          Map<String, Object> told = new HashMap<>(person);
          told.putAll(more);
          send(exchange, known ? 200 : 401, told);
        }
        default -> send(exchange, 404, Map.of());
      }
    }
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asks = form(exchange.getRequestURI().getRawQuery());
    boolean fine =
        CLIENT.equals(asks.get("client_id"))
            && "code".equals(asks.get("response_type"))
            && "S256".equals(asks.get("code_challenge_method"));
    String code = UUID.randomUUID().toString();
    codes.put(code, asks);
    String back = asks.get("redirect_uri") + "?state=" + asks.get("state");
    exchange
        .getResponseHeaders()
        .set("Location", back + (fine ? "&code=" + code : "&error=invalid_request"));
    exchange.sendResponseHeaders(302, -1);
  }

  private void redeem(HttpExchange exchange) throws IOException {
    Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    Map<String, String> asks = codes.remove(form.getOrDefault("code", ""));
    String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    String expected = CLIENT + ":" + java.net.URLEncoder.encode(SECRET, UTF_8);
    boolean proven =
        given.equals("Basic " + Base64.getEncoder().encodeToString(expected.getBytes(UTF_8)))
            || SECRET.equals(form.get("client_secret"));
    if (asks == null
        || !proven
        || !Objects.equals(asks.get("redirect_uri"), form.get("redirect_uri"))
        || !challenge(form.getOrDefault("code_verifier", "")).equals(asks.get("code_challenge"))) {
      send(exchange, 400, Map.of("error", "invalid_grant", "error_description", "secret words"));
      return;
    }
    String token = replace.apply(token(asks.getOrDefault("nonce", "")));
    send(exchange, 200, Map.of("access_token", "at-1", "token_type", "Bearer", "id_token", token));
  }

  private String token(String nonce) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(signing.getKeyID()).build(),
              claims(nonce));
      token.sign(new RSASSASigner(signing));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void send(HttpExchange exchange, int status, Object value) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(value);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** A query or a form as it was written. */
  public static Map<String, String> form(String text) {
    Map<String, String> form = new HashMap<>();
    for (String part : text.split("&", -1)) {
      int at = part.indexOf('=');
      form.put(
          URLDecoder.decode(part.substring(0, at), UTF_8),
          URLDecoder.decode(part.substring(at + 1), UTF_8));
    }
    return form;
  }

  /** Where this address leads. */
  public static Map<String, String> asks(URI address) {
    return form(address.getRawQuery());
  }

  private static RSAKey rsa() {
    return rsa(UUID.randomUUID().toString());
  }

  private static RSAKey rsa(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
