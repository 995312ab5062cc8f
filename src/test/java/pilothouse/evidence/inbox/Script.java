package pilothouse.evidence.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Measurement;

/**
 * A source for tests: its bodies say what shall become of them. {@code fact NAME VALUE} tells a
 * measurement, {@code ignore WHY} is ignored, {@code refuse} is malformed until it is mended, and
 * {@code break} fails as no parser should.
 */
record Script(String name, boolean[] mended) implements Source {
  Script(String name) {
    this(name, new boolean[1]);
  }

  @Override
  public String title() {
    return "Script " + name;
  }

  @Override
  public Set<String> headers() {
    return Set.of("x-kept");
  }

  @Override
  public boolean isProven(Map<String, String> headers, byte[] body, String secret) {
    return true;
  }

  @Override
  public @Nullable String idOf(Map<String, String> headers, byte[] body) {
    return null;
  }

  @Override
  public boolean answersAtOnce() {
    return false;
  }

  @Override
  public Parsed parse(Delivery delivery) {
    String[] words = new String(delivery.body(), UTF_8).split(" ", 3);
    return switch (words[0]) {
      case "ignore" -> new Parsed.Ignored(words[1]);
      case "refuse" -> {
        if (!mended[0]) {
          throw new Malformed("“size” is missing.", "Send it.");
        }
        yield told("mended", "1");
      }
      case "break" -> throw new IllegalStateException("a fault \u001b[31m");
      case "nested" -> throw new StackOverflowError();
      default -> told(words[1], words[2]);
    };
  }

  private Parsed told(String metric, String value) {
    Instant at = Instant.parse("2026-03-01T00:00:00Z");
    return Parsed.of(
        new Measurement(
            metric + " organisation " + at,
            at,
            metric,
            "organisation",
            at,
            Double.parseDouble(value),
            null));
  }
}
