package pilothouse.accounts;

import com.password4j.Argon2Function;
import com.password4j.HashingFunction;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;
import pilothouse.web.Refused;

/**
 * What becomes of passwords: Argon2id with 19 MiB and two passes, as OWASP advises, a few at a time
 * so that many who sign in leave room for those who read.
 */
final class Passwords {
  private static final int SHORTEST = 12;
  private static final int LONGEST = 200;
  private static final int KIBIBYTES = 19_456;
  private static final int PASSES = 2;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int NAME_COUNTS = 4;
  private static final long PATIENCE_SECONDS = 10;

  /**
   * Long enough, and still among the first that anybody tries; compared without digits at the ends.
   */
  private static final Set<String> COMMON =
      Set.of(
          "password",
          "passwordpassword",
          "passwort",
          "letmein",
          "letmeinletmein",
          "welcome",
          "iloveyou",
          "iloveyouiloveyou",
          "qwertyuiop",
          "qwertyuiopasdf",
          "qwertyqwerty",
          "asdfghjkl",
          "qwertzuiop",
          "administrator",
          "adminadmin",
          "adminadminadmin",
          "changeme",
          "changemechangeme",
          "trustno",
          "football",
          "baseball",
          "superman",
          "sunshine",
          "princess",
          "dragondragon",
          "monkeymonkey",
          "pilothouse",
          "pilothousepilothouse",
          "pqssword",
          "passw",
          "opensesame",
          "correcthorsebatterystaple",
          "startrek",
          "starwars",
          "whatever",
          "computer",
          "internet",
          "secretsecret",
          "default",
          "defaultpassword");

  private final HashingFunction function;
  private final Semaphore turns =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

  private @Nullable String nobody;

  Passwords() {
    this(Argon2Function.getInstance(KIBIBYTES, PASSES, 1, HASH_BYTES, Argon2.ID));
  }

  Passwords(HashingFunction function) {
    this.function = function;
  }

  /**
   * What stands in for the password of an account that is not there: it takes the same time. It is
   * made when somebody first tries one, whether there is an account or not, so that commands which
   * let nobody in start without it.
   */
  private synchronized String nobody() {
    String made = nobody;
    if (made == null) {
      made = work("nobody has this password " + Secret.make());
      nobody = made;
    }
    return made;
  }

  /** What is wrong with a password for that account, each in a sentence. */
  static List<String> problems(String password, String email, String name) {
    List<String> problems = new ArrayList<>();
    String plain = plain(password);
    int length = plain.codePointCount(0, plain.length());
    if (length < SHORTEST) {
      problems.add(Texts.say("accounts.passwords.a-password-has-at", SHORTEST, length));
    }
    if (length > LONGEST) {
      problems.add(Texts.say("accounts.passwords.a-password-has-at-2", LONGEST));
    }
    String bare = plain.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    if (names(bare, email.replaceAll("@.*", "")) || names(bare, name)) {
      problems.add(Texts.say("accounts.passwords.the-password-has-the"));
    }
    if (isCommon(bare)) {
      problems.add(Texts.say("accounts.passwords.that-password-is-among"));
    }
    return problems;
  }

  /** Works a password into what is kept of it. */
  String hash(String password) {
    return inTurn(() -> work(password));
  }

  /** Whether that is the password; takes as long where there is none to compare with. */
  boolean fits(String password, @Nullable String hash) {
    boolean fits =
        inTurn(() -> {
          String none = nobody();
          return Password.check(plain(cut(password)), hash == null ? none : hash).with(function);
        });
    return fits && hash != null;
  }

  private String work(String password) {
    return Password.hash(plain(password)).addRandomSalt(SALT_BYTES).with(function).getResult();
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw Refused.later(
            Texts.say("accounts.passwords.too-many-sign-in"),
            Texts.say("accounts.passwords.try-again-in-a"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refused.later(
          Texts.say("accounts.passwords.pilothouse-is-stopping"),
          Texts.say("accounts.passwords.try-again-in-a"));
    }
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }

  private static boolean names(String bare, String given) {
    String name = given.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    return name.length() >= NAME_COUNTS && bare.contains(name);
  }

  private static boolean isCommon(String bare) {
    String letters = bare.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    return (letters.isEmpty() && bare.chars().allMatch(Character::isDigit))
        || COMMON.contains(letters)
        || bare.chars().distinct().count() <= 3;
  }

  private static String cut(String password) {
    return password.length() <= 4 * LONGEST ? password : password.substring(0, 4 * LONGEST);
  }

  /** The same letters written in two ways are one password. */
  private static String plain(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }
}
