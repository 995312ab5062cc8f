package pilothouse.evidence;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.inbox.Delivery;
import pilothouse.evidence.inbox.Malformed;
import pilothouse.evidence.inbox.Parsed;
import pilothouse.evidence.inbox.Source;

/** Lets a source read what a test writes, received at noon of 1 May 2026. */
public final class Said {
  /** When everything is received. */
  public static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  private final Source source;
  private final Map<String, String> headers;

  private Said(Source source, Map<String, String> headers) {
    this.source = source;
    this.headers = headers;
  }

  public static Said to(Source source) {
    return new Said(source, Map.of());
  }

  public Said with(Map<String, String> headers) {
    return new Said(source, headers);
  }

  public Parsed parsed(String body) {
    return parsed(body.getBytes(StandardCharsets.UTF_8));
  }

  public Parsed parsed(byte[] body) {
    return source.parse(new Delivery(source.name(), "1", NOON, headers, body));
  }

  public List<Fact> facts(String body) {
    return assertInstanceOf(Parsed.Facts.class, parsed(body)).facts();
  }

  public Parsed.Left left(String body) {
    return assertInstanceOf(Parsed.Facts.class, parsed(body)).left();
  }

  /** The only fact of that kind. */
  public <F extends Fact> F fact(Class<F> type, String body) {
    List<F> all = facts(body).stream().filter(type::isInstance).map(type::cast).toList();
    if (all.size() != 1) {
      throw new AssertionError(type.getSimpleName() + ": " + all);
    }
    return all.getFirst();
  }

  public String ignored(String body) {
    return assertInstanceOf(Parsed.Ignored.class, parsed(body)).why();
  }

  public Malformed malformed(String body) {
    return assertThrows(Malformed.class, () -> parsed(body));
  }
}
