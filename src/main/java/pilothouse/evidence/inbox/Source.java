package pilothouse.evidence.inbox;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One kind of sender: how it proves itself, how its deliveries are told apart, and what they mean.
 * Pure: no clock, no database, no web inside.
 */
public interface Source {

  /** Its part of the address {@code /in/{name}}, and of the settings. */
  String name();

  /** What it is, as people say it: "GitHub webhooks". */
  String title();

  /** The headers that it needs to understand a delivery, in lower case. */
  Set<String> headers();

  /**
   * Whether the sender knows the secret. Compares in constant time, over the raw bytes.
   *
   * @param headers all of the request's, with names in lower case
   */
  boolean isProven(Map<String, String> headers, byte[] body, String secret);

  /**
   * What tells this delivery from others, the same when it is sent again; null where the sender
   * gives nothing of the kind: then each is its own.
   */
  @Nullable String idOf(Map<String, String> headers, byte[] body);

  /**
   * Whether the sender waits for an answer about what it sent: then a malformed delivery is refused
   * with the reason and not kept; else it is kept, and parked with the reason.
   */
  boolean answersAtOnce();

  /**
   * The answer that its protocol wants once a delivery is kept, as JSON; null for the usual one.
   * Only where it {@link #answersAtOnce}.
   */
  default @Nullable Map<String, Object> reply(Parsed parsed) {
    return null;
  }

  /**
   * Understands a delivery.
   *
   * @throws Malformed when it is not what the source sends
   */
  Parsed parse(Delivery delivery);
}
