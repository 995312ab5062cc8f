package pilothouse.accounts;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import pilothouse.web.Answer;
import pilothouse.web.Cookie;
import pilothouse.web.Request;

/** The cookie of a session: over TLS its name lets no other server of the domain set it. */
final class Cookies {
  private static final String PLAIN = "pilothouse";
  private static final String STRICT = "__Host-pilothouse";

  private Cookies() {}

  /** What the browser keeps, or null. */
  static @Nullable String of(Request request) {
    String kept = request.cookie(name(request));
    return kept == null || kept.isBlank() ? null : kept;
  }

  /** The answer, with which the browser keeps the session. */
  static Answer keeping(Answer answer, Request request, String secret) {
    return new Answer.Keeping(
        answer, new Cookie(name(request), secret, Sessions.LONGEST, request.isSecure()));
  }

  /** The answer, with which the browser forgets the session. */
  static Answer forgetting(Answer answer, Request request) {
    return new Answer.Keeping(
        answer, new Cookie(name(request), "", Duration.ZERO, request.isSecure()));
  }

  private static String name(Request request) {
    return request.isSecure() ? STRICT : PLAIN;
  }
}
