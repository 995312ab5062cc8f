package pilothouse.evidence.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How senders prove that they know the secret; all in constant time. */
public final class Proof {
  private static final String BEARER = "bearer ";
  private static final String BASIC = "basic ";

  private Proof() {}

  /**
   * Whether the header {@code Authorization} holds the secret: as a bearer token, or as the
   * password of any name.
   */
  public static boolean authorized(Map<String, String> headers, String secret) {
    String given = headers.getOrDefault("authorization", "").strip();
    if (given.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return same(given.substring(BEARER.length()).strip(), secret);
    }
    if (given.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return same(password(given.substring(BASIC.length()).strip()), secret);
    }
    return false;
  }

  private static String password(String credentials) {
    try {
      String both = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
      return both.substring(both.indexOf(':') + 1);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Whether two texts are the same. */
  public static boolean same(String given, String secret) {
    return !secret.isEmpty()
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
  }

  /** The HMAC-SHA256 of the bytes under the secret, in lower-case hexadecimal. */
  public static String hmac(byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA256", e);
    }
  }

  /** What tells bytes from all others, in lower-case hexadecimal. */
  public static String digest(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
