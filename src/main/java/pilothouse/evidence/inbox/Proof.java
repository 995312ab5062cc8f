package pilothouse.evidence.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The ways in which senders prove that they know a secret; compared in constant time. */
public final class Proof {
  private static final String BEARER = "bearer ";

  private Proof() {}

  /** Whether the header {@code authorization} carries the secret as a bearer's token. */
  public static boolean isBearer(Map<String, String> headers, String secret) {
    String given = headers.get("authorization");
    return given != null
        && given.regionMatches(true, 0, BEARER, 0, BEARER.length())
        && isSame(given.substring(BEARER.length()).strip(), secret);
  }

  /** Whether what was given is the secret. */
  public static boolean isSame(@Nullable String given, String secret) {
    return given != null && MessageDigest.isEqual(given.getBytes(UTF_8), secret.getBytes(UTF_8));
  }

  /** Whether what was given is HMAC-SHA256 of the bytes, in hex of either case. */
  public static boolean isHmac(@Nullable String given, byte[] bytes, String secret) {
    if (given == null || given.length() != 64) {
      return false;
    }
    try {
      return MessageDigest.isEqual(HexFormat.of().parseHex(given), hmac(bytes, secret));
    } catch (IllegalArgumentException noHex) {
      return false;
    }
  }

  private static byte[] hmac(byte[] bytes, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK knows HmacSHA256", e);
    }
  }
}
