package pilothouse.evidence.own;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.inbox.Delivery;
import pilothouse.evidence.inbox.Parsed;
import pilothouse.evidence.inbox.Proof;
import pilothouse.evidence.inbox.Source;

/** Takes records of one shape: a single one, a list of them, or one a line. */
record OwnSource(Shape shape) implements Source {
  @Override
  public String name() {
    return shape.name();
  }

  @Override
  public String title() {
    return shape.title();
  }

  @Override
  public Set<String> headers() {
    return Set.of();
  }

  @Override
  public boolean isProven(Map<String, String> headers, byte[] body, String secret) {
    return Proof.isBearer(headers, secret);
  }

  @Override
  public @Nullable String idOf(Map<String, String> headers, byte[] body) {
    return headers.get("idempotency-key");
  }

  @Override
  public boolean answersAtOnce() {
    return true;
  }

  @Override
  public Parsed parse(Delivery delivery) {
    return new Parsed.Facts(Records.read(shape, delivery));
  }
}
