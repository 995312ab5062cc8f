package pilothouse.evidence.facts;

import java.time.Duration;
import java.time.Instant;

/**
 * What one source said about one thing. Facts about the same thing share a kind and a key; what is
 * known of the thing is a function of the set of its facts, so that neither their order nor their
 * repetition matters. A component is null where the source did not speak of it.
 */
public sealed interface Fact
    permits Deployment,
        ChangeRequest,
        Review,
        Build,
        Incident,
        Measurement,
        TestCase,
        Push,
        Artifact,
        WorkItem {

  /**
   * How far a time may lie ahead of our clock, whatever road it comes by: clocks and zones differ,
   * and what lies further ahead is a mistake.
   */
  Duration AHEAD = Duration.ofDays(1);

  /** Names the thing among all of its kind, the same way for whatever is said about it. */
  String key();

  /**
   * When the source said so: among contradicting statements the later holds. Sources without a time
   * of their own speak when they are heard.
   */
  Instant saidAt();
}
