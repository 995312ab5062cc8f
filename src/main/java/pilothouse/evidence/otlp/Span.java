package pilothouse.evidence.otlp;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.wire.Json;
import pilothouse.evidence.wire.RepositoryName;
import pilothouse.evidence.wire.Revision;

/**
 * One span.
 *
 * @param own its own attributes
 * @param all its own, and those of the resource that it does not have itself
 * @param server whether its kind is SERVER, as that of a pipeline's run is
 */
record Span(
    String trace,
    Map<String, String> own,
    Map<String, String> all,
    boolean server,
    Instant start,
    Instant end,
    @Nullable String status) {
  private static final long NANOS = 1_000_000_000L;

  static Span of(Json span, Map<String, String> around) {
    Map<String, String> own = Attributes.of(span);
    Map<String, String> all = new HashMap<>(around);
    all.putAll(own);
    String kind = span.text("kind");
    return new Span(
        span.need("traceId"),
        own,
        all,
        "2".equals(kind) || "SPAN_KIND_SERVER".equals(kind),
        time(span, "startTimeUnixNano"),
        time(span, "endTimeUnixNano"),
        span.maybe("status").text("code"));
  }

  private static Instant time(Json span, String name) {
    String nanos = span.need(name);
    try {
      long value = Long.parseLong(nanos);
      return span.bounded(name, Instant.ofEpochSecond(value / NANOS, value % NANOS));
    } catch (NumberFormatException | DateTimeException e) {
      throw Json.wrong(
          span.at(name),
          "is no time in nanoseconds since 1970",
          "Send %s as a whole number in quotes.");
    }
  }

  @Nullable String text(String name) {
    return all.get(name);
  }

  /** The first that is there. */
  @Nullable String text(String name, String before) {
    String value = all.get(name);
    return value == null ? all.get(before) : value;
  }

  @Nullable String repository() {
    String url = text("vcs.repository.url.full");
    String name = RepositoryName.of(url);
    return name == null ? url : name;
  }

  @Nullable String revision() {
    return Revision.of(text("vcs.ref.head.revision", "vcs.repository.ref.revision"));
  }

  @Nullable String branch() {
    return text("vcs.ref.head.name", "vcs.repository.ref.name");
  }
}
