package pilothouse.evidence.forge;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Ways in which a sender shows that it knows a secret; all compare in constant time. */
public final class Proofs {
  private Proofs() {}

  /** Whether the text is {@code sha256=} and the body's HMAC-SHA-256 in hexadecimal. */
  public static boolean isSigned(@Nullable String signature, byte[] body, String secret) {
    if (signature == null || secret.isEmpty() || !signature.startsWith("sha256=")) {
      return false;
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return MessageDigest.isEqual(
          mac.doFinal(body), HexFormat.of().parseHex(signature.substring("sha256=".length())));
    } catch (IllegalArgumentException notHexadecimal) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HMAC-SHA-256.", e);
    }
  }

  /** Whether the token is the secret; says nothing of its length either. */
  public static boolean isSame(@Nullable String token, String secret) {
    return token != null
        && !secret.isEmpty()
        && MessageDigest.isEqual(
            digest(token.getBytes(StandardCharsets.UTF_8)),
            digest(secret.getBytes(StandardCharsets.UTF_8)));
  }

  /** The first half of the bytes' SHA-256 in hexadecimal: enough to tell them apart. */
  public static String print(byte[] bytes) {
    return HexFormat.of().formatHex(digest(bytes), 0, 16);
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
