package pilothouse.decisions;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.web.Where;

/** What lies in a place: its systems, what is told of them, and the work that is open there. */
public interface Ground {
  /** The names of the systems of a place, by name. */
  List<String> systems(Where place);

  /** The work that is open at a place, what is being rolled out first. */
  List<Open> open(Where place);

  /** What was told of a system, of one kind of {@link #KINDS}. */
  Told told(String system, String kind);

  /** The kinds of facts that can be counted of a system. */
  List<String> KINDS =
      List.of(
          "deployments", "changes", "reviews", "builds", "tests", "pushes", "incidents", "work");

  /**
   * A piece of open work.
   *
   * @param kind {@code rollout}, {@code change}, {@code milestone}, {@code bet} or {@code work}
   * @param name as people call it, with its number where it has one
   * @param page where it stands here; empty for nowhere
   * @param places whose it is: who may look at one of them may see it; none for the organisation's
   */
  record Open(String kind, String name, String page, List<Where> places) {
    public Open {
      places = List.copyOf(places);
    }
  }

  /**
   * When things of a kind happened, as far as anybody told.
   *
   * @param newest when anything at all of the system was told last; null for never
   * @param page where the things stand; empty for nowhere
   */
  record Told(List<Instant> at, @Nullable Instant newest, String page) {
    public Told {
      at = List.copyOf(at);
    }
  }
}
