package pilothouse.evidence.prometheus;

import java.util.List;
import pilothouse.evidence.facts.Measurement;

/**
 * What a Prometheus answered.
 *
 * @param left how many points had a value that is no number
 */
public record Answers(List<Measurement> measurements, int left) {
  public Answers {
    measurements = List.copyOf(measurements);
  }
}
