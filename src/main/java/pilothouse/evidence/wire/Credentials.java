package pilothouse.evidence.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import pilothouse.evidence.inbox.Proof;

/** The proofs and ids of senders that have none of their own. */
public final class Credentials {
  private static final String BASIC = "basic ";

  private Credentials() {}

  /**
   * Whether the header {@code authorization} holds the secret: as a bearer's token, or as the
   * password of any name, for senders that know no tokens.
   */
  public static boolean fit(Map<String, String> headers, String secret) {
    return !secret.isEmpty()
        && (Proof.isBearer(headers, secret)
            || Proof.isSame(password(headers.getOrDefault("authorization", "")), secret));
  }

  private static String password(String given) {
    if (!given.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return "";
    }
    try {
      byte[] both = Base64.getDecoder().decode(given.substring(BASIC.length()).strip());
      String text = new String(both, StandardCharsets.UTF_8);
      return text.substring(text.indexOf(':') + 1);
    } catch (IllegalArgumentException noBase64) {
      return "";
    }
  }

  /** What tells bytes from all others: for senders that name no ids, and repeat themselves. */
  public static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK knows SHA-256", e);
    }
  }
}
