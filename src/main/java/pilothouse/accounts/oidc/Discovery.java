package pilothouse.accounts.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.accounts.proof.Wire;
import tools.jackson.databind.JsonNode;

/**
 * What a provider says of itself at the address where OpenID Connect Discovery wants it; kept for
 * an hour.
 */
final class Discovery {
  private static final Duration FRESH = Duration.ofHours(1);

  /**
   * Signatures with a key that only the provider has; never one with a shared secret, never none.
   */
  private static final List<JWSAlgorithm> ALGORITHMS =
      List.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private final URI issuer;
  private final Wire wire;
  private final InstantSource clock;
  private @Nullable Provider known;
  private Instant at = Instant.MIN;

  Discovery(URI issuer, Wire wire, InstantSource clock) {
    this.issuer = issuer;
    this.wire = wire;
    this.clock = clock;
  }

  /**
   * Where the provider's parts are.
   *
   * @param basic whether a client's secret goes into the header
   * @param namesItself whether it says who it is when it sends somebody back (RFC 9207)
   */
  record Provider(
      URI authorization,
      URI token,
      URI keys,
      @Nullable URI userinfo,
      @Nullable URI leave,
      Set<JWSAlgorithm> algorithms,
      boolean basic,
      boolean namesItself) {}

  /** Reads it, or gives what was read within the hour. */
  synchronized Provider provider() throws IOException {
    Provider there = known;
    Instant now = clock.instant();
    if (there == null || now.isAfter(at.plus(FRESH))) {
      there = read();
      known = there;
      at = now;
    }
    return there;
  }

  private Provider read() throws IOException {
    String base = issuer.toString().replaceFirst("/$", "");
    URI address = URI.create(base + "/.well-known/openid-configuration");
    Wire.Reply reply = wire.fetch(address, Map.of("Accept", "application/json"));
    if (reply.status() != 200) {
      throw new IOException(address + " answers with " + reply.status());
    }
    JsonNode says = Wire.object(reply.body());
    if (!issuer.toString().equals(says.path("issuer").asString(""))) {
      throw new IOException(address + " names another issuer than the settings");
    }
    return new Provider(
        must(says, "authorization_endpoint"),
        must(says, "token_endpoint"),
        must(says, "jwks_uri"),
        may(says, "userinfo_endpoint"),
        may(says, "end_session_endpoint"),
        algorithms(says.path("id_token_signing_alg_values_supported")),
        isBasic(says.path("token_endpoint_auth_methods_supported")),
        says.path("authorization_response_iss_parameter_supported").asBoolean(false));
  }

  /** Where nothing is said, the secret goes into the header. */
  private static boolean isBasic(JsonNode methods) {
    return !methods.isArray()
        || methods.valueStream().anyMatch(one -> one.asString("").equals("client_secret_basic"));
  }

  private static Set<JWSAlgorithm> algorithms(JsonNode said) throws IOException {
    Set<JWSAlgorithm> all = new LinkedHashSet<>(ALGORITHMS);
    if (said.isArray()) {
      List<String> names = said.valueStream().map(one -> one.asString("")).toList();
      all.removeIf(algorithm -> !names.contains(algorithm.getName()));
    }
    if (all.isEmpty()) {
      throw new IOException("the provider signs with no algorithm that is taken here");
    }
    return all;
  }

  private static URI must(JsonNode says, String name) throws IOException {
    URI address = may(says, name);
    if (address == null) {
      throw new IOException("the provider says no " + name);
    }
    return address;
  }

  private static @Nullable URI may(JsonNode says, String name) throws IOException {
    String text = says.path(name).asString("");
    if (text.isEmpty()) {
      return null;
    }
    try {
      URI address = new URI(text);
      if (Wire.isSafe(address)) {
        return address;
      }
    } catch (URISyntaxException _) {
      // said below
    }
    throw new IOException("the provider's " + name + " is no https:// address");
  }
}
