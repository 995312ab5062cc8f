package pilothouse.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Words that nobody guesses, and what is kept of them. */
final class Secret {
  private static final int BYTES = 32;
  private static final int ID_BYTES = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secret() {}

  /** A new one of 256 bits. */
  static String make() {
    return random(BYTES);
  }

  /** A name of its own for a row. */
  static String id() {
    return random(ID_BYTES);
  }

  /** What is kept of a secret: with 256 bits in it, a plain hash tells nobody what it was. */
  static String hash(String secret) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
