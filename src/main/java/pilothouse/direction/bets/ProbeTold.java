package pilothouse.direction.bets;

import java.util.List;

/**
 * A spike or an assumption as pages and programs see it.
 *
 * @param owner as people call whoever owes it
 * @param late whether its timebox is over without an answer
 */
public record ProbeTold(Probe probe, String owner, boolean late, String promise) {
  /** All spikes that somebody sees, those without an answer first. */
  public record All(List<ProbeTold> spikes) {}

  static ProbeTold of(Around around, Probe probe) {
    return new ProbeTold(
        probe,
        around.called(probe.owner()),
        probe.isOpen() && around.isPast(probe.due()),
        "/promises/" + probe.promise());
  }
}
