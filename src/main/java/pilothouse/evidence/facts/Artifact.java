package pilothouse.evidence.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was built, and of which commit: deployments that name a package find their commit here.
 *
 * @param key a package URL without its qualifiers, {@code pkg:oci/shop@sha256:…}; or {@code
 *     chain:…} for all that one chain of events is about
 * @param repository that it was built from, as the source names it
 * @param revision the commit that it was built from
 * @param change the key of the change request that it was built from
 * @param chain the key of the chain of events that it belongs to, {@code chain:…}
 */
public record Artifact(
    String key,
    Instant saidAt,
    @Nullable String repository,
    @Nullable String revision,
    @Nullable String change,
    @Nullable String chain)
    implements Fact {
  private static final String PACKAGE = "pkg:";
  private static final String CHAIN = "chain:";

  /** The key of the chain of events with that id. */
  public static String chain(String id) {
    return CHAIN + id;
  }

  /** Whether a deployment's revision is no commit but an artifact's key. */
  public static boolean isKey(@Nullable String revision) {
    return revision != null && (revision.startsWith(PACKAGE) || revision.startsWith(CHAIN));
  }
}
