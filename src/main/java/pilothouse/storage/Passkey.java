package pilothouse.storage;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A passphrase and the key that was made from it, which is slow on purpose. */
final class Passkey {
  private static final int KEY_BITS = 256;

  private final String passphrase;
  private byte[] salt = new byte[0];
  private @Nullable SecretKey key;

  Passkey(String passphrase) {
    this.passphrase = passphrase;
  }

  /** The key for that salt; worked out once where the same is asked for again. */
  SecretKey key(byte[] salt, int rounds) {
    SecretKey known = key;
    if (known == null || !Arrays.equals(this.salt, salt)) {
      known = made(salt, rounds);
      this.salt = salt.clone();
      key = known;
    }
    return known;
  }

  private SecretKey made(byte[] salt, int rounds) {
    PBEKeySpec asked = new PBEKeySpec(passphrase.toCharArray(), salt, rounds, KEY_BITS);
    try {
      byte[] bytes =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(asked).getEncoded();
      return new SecretKeySpec(bytes, "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has PBKDF2", e);
    } finally {
      asked.clearPassword();
    }
  }
}
