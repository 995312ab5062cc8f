package pilothouse.metrics.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.Deployment;
import pilothouse.metrics.Ledger;

/**
 * The flow of one change through its stages, from its first commit to production: the change
 * requests that the window's deployments brought. A change's stages sum to its whole way.
 *
 * @param stages in the order of the way
 * @param whole the whole way
 * @param unknown why there is nothing to show; null when there is
 */
public record Stages(List<Stage> stages, Stage whole, @Nullable String unknown, Ledger ledger) {
  public Stages {
    stages = List.copyOf(stages);
  }

  /**
   * One stage.
   *
   * @param id kebab-case: {@code coding}, {@code waiting-for-review}, {@code review}, {@code
   *     merging}, {@code open-unreviewed} (only where there are such), {@code
   *     waiting-for-deployment}, {@code deploying}; {@code whole}
   * @param says from what to what
   * @param waits whether nobody works on the change in it
   * @param median seconds; null when no change is known to have passed
   * @param p90 seconds
   * @param n changes that passed
   * @param passages each change in it, the longest first
   */
  public record Stage(
      String id,
      String name,
      String says,
      boolean waits,
      @Nullable Double median,
      @Nullable Double p90,
      int n,
      List<Passage> passages) {
    public Stage {
      passages = List.copyOf(passages);
    }
  }

  /** How long one change took through a stage, and the deployment that brought it. */
  public record Passage(ChangeRequest change, Deployment deployment, double seconds) {}
}
