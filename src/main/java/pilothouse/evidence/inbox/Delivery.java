package pilothouse.evidence.inbox;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One request or file as it came, before anybody understood it.
 *
 * @param source the name of the source: {@code github}, {@code deployment}
 * @param id idempotency: a second delivery of a source with this id is the same one
 * @param headers with names in lower case; only those that the source asked to keep
 * @param body the raw bytes
 */
public record Delivery(
    String source, String id, Instant receivedAt, Map<String, String> headers, byte[] body) {
  public Delivery {
    headers =
        headers.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    entry -> entry.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
  }

  /** A header's value; the name in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }
}
