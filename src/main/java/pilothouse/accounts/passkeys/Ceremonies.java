package pilothouse.accounts.passkeys;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The two ceremonies of WebAuthn: a key is made, and a key proves that it is there. Which maker a
 * key has is not asked: people use what they have.
 */
public final class Ceremonies {
  private static final int MILLIS = 120_000;
  private static final int CHALLENGE_BYTES = 32;
  private static final int LARGEST = 32 * 1024;
  private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
      List.of(
          COSEAlgorithmIdentifier.ES256,
          COSEAlgorithmIdentifier.EdDSA,
          COSEAlgorithmIdentifier.RS256);

  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
  private final AttestedCredentialDataConverter data =
      new AttestedCredentialDataConverter(converter);

  /** A key, a browser or a page does not prove what it should; the message is for the log. */
  public static final class Unproven extends Exception {
    private static final long serialVersionUID = 1L;

    Unproven(String why) {
      super(why);
    }
  }

  /** Something that no key was asked to sign before. */
  public static String challenge(SecureRandom random) {
    byte[] bytes = new byte[CHALLENGE_BYTES];
    random.nextBytes(bytes);
    return coded(bytes);
  }

  /**
   * What a browser is asked for to make a key.
   *
   * @param user an id of the account that says nothing about the person
   * @param there the ids of the keys that the account has: none is made twice on one device
   */
  public static Map<String, Object> making(
      Site site, String challenge, String user, String email, String name, List<Key> there) {
    Map<String, Object> asks = new LinkedHashMap<>();
    asks.put("rp", Map.of("id", site.id(), "name", "Pilothouse"));
    asks.put(
        "user",
        Map.of(
            "id",
            coded(user.getBytes(StandardCharsets.UTF_8)),
            "name",
            email,
            "displayName",
            name.isEmpty() ? email : name));
    asks.put("challenge", challenge);
    asks.put(
        "pubKeyCredParams",
        ALGORITHMS.stream()
            .map(algorithm -> Map.of("type", "public-key", "alg", algorithm.getValue()))
            .toList());
    asks.put("timeout", MILLIS);
    asks.put("excludeCredentials", named(there));
    asks.put(
        "authenticatorSelection",
        Map.of("residentKey", "discouraged", "userVerification", "discouraged"));
    asks.put("attestation", "none");
    return asks;
  }

  /** What a browser is asked for to prove that one of these keys is there. */
  public static Map<String, Object> proving(Site site, String challenge, List<Key> keys) {
    Map<String, Object> asks = new LinkedHashMap<>();
    asks.put("rpId", site.id());
    asks.put("challenge", challenge);
    asks.put("timeout", MILLIS);
    asks.put("allowCredentials", named(keys));
    asks.put("userVerification", "discouraged");
    return asks;
  }

  /**
   * The key that was made.
   *
   * @param answer what the browser gave back, as it writes it
   */
  public Key made(Site site, String challenge, String answer) throws Unproven {
    try {
      RegistrationData made =
          manager.verifyRegistrationResponseJSON(
              bounded(answer),
              new RegistrationParameters(server(site, challenge), parameters(), false, true));
      AuthenticatorData<?> told =
          must(must(made.getAttestationObject(), "a key").getAuthenticatorData(), "a key");
      AttestedCredentialData key = must(told.getAttestedCredentialData(), "a key");
      return new Key(
          coded(must(key.getCredentialId(), "an id")),
          coded(data.convert(key)),
          told.getSignCount(),
          told.isFlagBE(),
          ways(made.getTransports()));
    } catch (RuntimeException e) {
      throw unproven(e);
    }
  }

  /** The id of the key that an answer speaks of. */
  public String named(String answer) throws Unproven {
    try {
      AuthenticationData said = manager.parseAuthenticationResponseJSON(bounded(answer));
      return coded(must(id(said), "an id"));
    } catch (RuntimeException e) {
      throw unproven(e);
    }
  }

  /** The library's word for "may be null" stands before the bytes, and means the array. */
  @SuppressWarnings("NullAway")
  private static byte @Nullable [] id(AuthenticationData said) {
    return said.getCredentialId();
  }

  /**
   * Looks whether the key is there.
   *
   * @return how often it was used now, where it counts
   */
  public long proven(Site site, String challenge, Key key, String answer) throws Unproven {
    CredentialRecord record =
        new CredentialRecordImpl(
            new NoneAttestationStatement(),
            false,
            key.synced(),
            false,
            key.count(),
            data.convert(Base64.getUrlDecoder().decode(key.data())),
            null,
            null,
            null,
            null);
    try {
      AuthenticationData proven =
          manager.verifyAuthenticationResponseJSON(
              bounded(answer),
              new AuthenticationParameters(
                  server(site, challenge),
                  record,
                  List.of(Base64.getUrlDecoder().decode(key.id())),
                  false,
                  true));
      return must(proven.getAuthenticatorData(), "what the key says").getSignCount();
    } catch (RuntimeException e) {
      throw unproven(e);
    }
  }

  /**
   * The library answers what is no answer at all with whatever breaks inside it; what that says may
   * repeat what was sent.
   */
  private static Unproven unproven(RuntimeException why) {
    return new Unproven(why.getClass().getSimpleName());
  }

  private static <T> T must(@Nullable T value, String what) throws Unproven {
    if (value == null) {
      throw new Unproven("the answer lacks " + what);
    }
    return value;
  }

  private static String bounded(String answer) throws Unproven {
    if (answer.length() > LARGEST) {
      throw new Unproven("the answer is too long");
    }
    return answer;
  }

  private static ServerProperty server(Site site, String challenge) {
    return ServerProperty.builder()
        .origin(new Origin(site.origin()))
        .rpId(site.id())
        .challenge(new DefaultChallenge(Base64.getUrlDecoder().decode(challenge)))
        .build();
  }

  private static List<PublicKeyCredentialParameters> parameters() {
    return ALGORITHMS.stream()
        .map(algorithm ->
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
        .toList();
  }

  private static List<Map<String, Object>> named(List<Key> keys) {
    return keys.stream()
        .map(key ->
            Map.<String, Object>of("type", "public-key", "id", key.id(), "transports", key.ways()))
        .toList();
  }

  private static List<String> ways(@Nullable Set<AuthenticatorTransport> ways) {
    return ways == null
        ? List.of()
        : ways.stream()
            .map(AuthenticatorTransport::getValue)
            .filter(way -> way.matches("[a-z-]{1,20}"))
            .sorted()
            .collect(Collectors.toList());
  }

  private static String coded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
