package pilothouse.accounts;

import org.jspecify.annotations.Nullable;
import pilothouse.web.Request;

/** The token with which a program proves itself in the header of a request. */
final class Bearer {
  private Bearer() {}

  /** The token of ours that a request carries; what senders carry otherwise is not looked at. */
  static @Nullable String of(Request request) {
    String header = request.header("Authorization");
    return header != null && header.regionMatches(true, 0, "Bearer " + ApiTokens.PREFIX, 0, 11)
        ? header.substring("Bearer ".length()).strip()
        : null;
  }
}
