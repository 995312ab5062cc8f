package pilothouse.accounts.passkeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

/** A key made of software, and the browser before it: signs as a real one does. */
public final class SoftKey {
  private static final JsonMapper JSON = new JsonMapper();
  private static final CBORMapper CBOR = new CBORMapper();
  private final KeyPair pair = pair();
  private final byte[] id;

  /** Where the browser is. */
  public String origin;

  /** For whom it signs. */
  public String site;

  /** How often it was used; stays 0 where it does not count. */
  public long count;

  /** Presence of a person, a key that was made, and whether it may be carried elsewhere. */
  public int flags = 1;

  public SoftKey(String site, String origin, String name) {
    this.site = site;
    this.origin = origin;
    this.id = (name + "-key-of-sixteen").getBytes(UTF_8);
  }

  public String id() {
    return coded(id);
  }

  /** What the browser gives back when a key is made. */
  public String made(String challenge) throws GeneralSecurityException {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes(head(flags | 0x40));
    data.writeBytes(new byte[16]);
    data.writeBytes(new byte[] {0, (byte) id.length});
    data.writeBytes(id);
    data.writeBytes(CBOR.writeValueAsBytes(cose()));
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("fmt", "none");
    object.put("attStmt", Map.of());
    object.put("authData", data.toByteArray());
    return answer(
        Map.of(
            "attestationObject", coded(CBOR.writeValueAsBytes(object)),
            "clientDataJSON", coded(client("webauthn.create", challenge))));
  }

  /** What the browser gives back when the key proves that it is there. */
  public String proven(String challenge) throws GeneralSecurityException {
    byte[] head = head(flags);
    byte[] client = client("webauthn.get", challenge);
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(pair.getPrivate());
    signature.update(head);
    signature.update(MessageDigest.getInstance("SHA-256").digest(client));
    return answer(
        Map.of(
            "authenticatorData", coded(head),
            "clientDataJSON", coded(client),
            "signature", coded(signature.sign())));
  }

  private String answer(Map<String, Object> response) {
    return JSON.writeValueAsString(
        Map.of(
            "id", id(),
            "rawId", id(),
            "type", "public-key",
            "clientExtensionResults", Map.of(),
            "response", response));
  }

  private byte[] head(int flag) throws GeneralSecurityException {
    return ByteBuffer.allocate(37)
        .put(MessageDigest.getInstance("SHA-256").digest(site.getBytes(UTF_8)))
        .put((byte) flag)
        .putInt((int) count)
        .array();
  }

  private byte[] client(String type, String challenge) {
    return JSON.writeValueAsBytes(
        Map.of("type", type, "challenge", challenge, "origin", origin, "crossOrigin", false));
  }

  private Map<Integer, Object> cose() {
    ECPublicKey key = (ECPublicKey) pair.getPublic();
    Map<Integer, Object> cose = new LinkedHashMap<>();
    cose.put(1, 2);
    cose.put(3, -7);
    cose.put(-1, 1);
    cose.put(-2, fixed(key.getW().getAffineX().toByteArray()));
    cose.put(-3, fixed(key.getW().getAffineY().toByteArray()));
    return cose;
  }

  private static byte[] fixed(byte[] number) {
    byte[] fixed = new byte[32];
    int length = Math.min(32, number.length);
    byte[] end = Arrays.copyOfRange(number, number.length - length, number.length);
    System.arraycopy(end, 0, fixed, 32 - length, length);
    return fixed;
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String coded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
