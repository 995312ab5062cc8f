package pilothouse.accounts.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One try to prove who one is at a provider, bound to one browser: all that must not be guessed
 * comes out of a secret that only the browser keeps. What a provider sends back is of use in that
 * browser alone.
 *
 * @param state names the try; goes to the provider and comes back
 * @param secret kept by the browser in a cookie
 */
public record Attempt(String state, String secret) {
  private static final int BYTES = 32;

  /** A new one. */
  public static Attempt fresh(SecureRandom random) {
    return new Attempt(text(random), text(random));
  }

  /** What an ID token must repeat. */
  public String nonce() {
    return derived("nonce");
  }

  /** What PKCE keeps back until the code is redeemed. */
  public String verifier() {
    return derived("verifier");
  }

  /** What the provider is shown of the verifier beforehand. */
  public String challenge() {
    return hash(verifier());
  }

  /** What is kept of the browser's secret, so that who reads the database cannot use it. */
  public String browser() {
    return hash(secret);
  }

  private String derived(String what) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(US_ASCII), "HmacSHA256"));
      return coded(mac.doFinal((what + " " + state).getBytes(US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }

  private static String hash(String text) {
    try {
      return coded(MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String text(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return coded(bytes);
  }

  private static String coded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "Attempt[" + state + "]";
  }
}
