package pilothouse.evidence.pull;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One question to a forge.
 *
 * @param body JSON to send; null to get what is at the address
 * @param etag of an answer that is known already: the same again is told in a word
 */
public record Ask(URI at, @Nullable String body, @Nullable String etag) {

  /** Gets what is there. */
  public static Ask get(URI at) {
    return new Ask(at, null, null);
  }

  /** Asks by a body. */
  public static Ask post(URI at, String body) {
    return new Ask(at, body, null);
  }

  Ask knowing(@Nullable String known) {
    return body == null ? new Ask(at, null, known) : this;
  }

  Ask moved(URI to) {
    return new Ask(to, body, etag);
  }
}
