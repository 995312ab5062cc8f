package pilothouse.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import pilothouse.accounts.proof.Attempt;
import pilothouse.web.Answer;
import pilothouse.web.Cookie;
import pilothouse.web.Request;

/**
 * A try to sign in elsewhere, as the browser keeps it for ten minutes.
 *
 * @param to where the person wanted to go
 * @param mark of the session that links; empty where somebody signs in
 */
record Trying(String provider, Attempt attempt, String to, String mark) {
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final String PLAIN = "pilothouse-trying";
  private static final String STRICT = "__Host-pilothouse-trying";

  /** Signs in. */
  Trying(String provider, Attempt attempt, String to) {
    this(provider, attempt, to, "");
  }

  /** Links a provider to the account that is signed in: only the same session ends it. */
  static Trying linking(String provider, Attempt attempt, Request request) {
    return new Trying(provider, attempt, "/account", mark(attempt, request));
  }

  private static String mark(Attempt attempt, Request request) {
    return Secret.hash("linking " + attempt.state() + " by " + Cookies.of(request));
  }

  boolean isLinking() {
    return !mark.isEmpty();
  }

  /** Whether this very session began it. */
  boolean isLinkedBy(Request request) {
    return isLinking()
        && MessageDigest.isEqual(mark.getBytes(UTF_8), mark(attempt, request).getBytes(UTF_8));
  }

  /** What the browser keeps; null where it keeps none, or something else. */
  static @Nullable Trying of(Request request) {
    String kept = request.cookie(name(request));
    String[] parts = kept == null ? new String[0] : kept.split("\\.", -1);
    if (parts.length != 5) {
      return null;
    }
    try {
      String to = new String(Base64.getUrlDecoder().decode(parts[3]), UTF_8);
      return new Trying(parts[0], new Attempt(parts[1], parts[2]), Ways.to(to), parts[4]);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  /** The answer, with which the browser keeps it. */
  Answer keeping(Answer answer, Request request) {
    String coded = Base64.getUrlEncoder().withoutPadding().encodeToString(to.getBytes(UTF_8));
    String value = String.join(".", provider, attempt.state(), attempt.secret(), coded, mark);
    return new Answer.Keeping(
        answer, new Cookie(name(request), value, LONGEST, request.isSecure()));
  }

  /** The answer, with which the browser forgets it. */
  static Answer forgetting(Answer answer, Request request) {
    return new Answer.Keeping(
        answer, new Cookie(name(request), "", Duration.ZERO, request.isSecure()));
  }

  private static String name(Request request) {
    return request.isSecure() ? STRICT : PLAIN;
  }
}
