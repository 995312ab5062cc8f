package pilothouse.evidence.facts;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the commit of what was deployed as an artifact: in its own event, or in its chain's. */
final class Artifacts {
  private final Stock<Artifact> stock;
  private @Nullable Map<String, Artifact> known;

  Artifacts(Stock<Artifact> stock) {
    this.stock = stock;
  }

  /** Another number whenever any artifact differs; never 0. */
  long version() {
    long version = 1;
    for (Place place : new TreeSet<>(stock.places())) {
      version = 31 * version + place.hashCode();
      version = 31 * version + stock.version(place);
    }
    return version == 0 ? 1 : version;
  }

  /** The deployment with its commit and repository; as it is where nobody told them. */
  Deployment traced(Deployment it) {
    Artifact artifact = known().get(it.revision());
    Artifact chain =
        artifact == null || artifact.chain() == null ? null : known().get(artifact.chain());
    String revision = first(revision(artifact), revision(chain));
    return new Deployment(
        it.key(),
        it.saidAt(),
        it.service(),
        first(it.repository(), first(repository(artifact), repository(chain))),
        first(revision, it.revision()),
        it.branch(),
        it.environment(),
        it.production(),
        it.startedAt(),
        it.finishedAt(),
        it.outcome(),
        it.unplanned(),
        it.url());
  }

  private synchronized Map<String, Artifact> known() {
    Map<String, Artifact> all = known;
    if (all == null) {
      all = new HashMap<>();
      for (Place place : stock.places()) {
        for (Artifact artifact : stock.raw(place)) {
          all.put(artifact.key(), artifact);
        }
      }
      known = all;
    }
    return all;
  }

  private static @Nullable String revision(@Nullable Artifact artifact) {
    return artifact == null ? null : artifact.revision();
  }

  private static @Nullable String repository(@Nullable Artifact artifact) {
    return artifact == null ? null : artifact.repository();
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one == null ? other : one;
  }
}
