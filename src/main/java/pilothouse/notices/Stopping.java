package pilothouse.notices;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import pilothouse.storage.Vault;

/** Links that end a subscription without signing in: signed, so that nobody can make one up. */
final class Stopping {
  private static final String NAME = "notices/stopping";
  private static final int KEY_BYTES = 32;

  private final Vault vault;

  Stopping(Vault vault) {
    this.vault = vault;
  }

  /** The path of the link. */
  String path(String subscription) {
    return "/notices/stop?id=" + subscription + "&proof=" + proof(subscription);
  }

  /** Whether the link is one of ours. */
  boolean isProven(String subscription, String proof) {
    return MessageDigest.isEqual(proof.getBytes(UTF_8), proof(subscription).getBytes(UTF_8));
  }

  private String proof(String subscription) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(key()), "HmacSHA256"));
      byte[] proof = mac.doFinal(("stop " + subscription).getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(proof);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }

  /** Made when it is first needed; whoever made one meanwhile has made it for all. */
  private String key() {
    return vault.openOr(NAME, Stopping::fresh);
  }

  private static String fresh() {
    byte[] fresh = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(fresh);
    return Base64.getEncoder().encodeToString(fresh);
  }
}
