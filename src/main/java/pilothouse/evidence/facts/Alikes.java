package pilothouse.evidence.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which commits do the same to the contents (patch-id), as far as that is known. Immutable.
 *
 * <p>A change request can have become a commit only around its merge: from its opening on, at most
 * a week before the merge and a day after it. The same content at another time is a cherry-pick or
 * was brought back after a revert.
 */
public final class Alikes {
  /** Nothing is known. */
  public static final Alikes NONE = new Alikes(List.of());

  /** So long before its merge a change may have been committed to where it went. */
  public static final Duration BEFORE = Duration.ofDays(7);

  /** So long after it, where a forge tells of a merge that somebody pushes later. */
  public static final Duration AFTER = Duration.ofDays(1);

  private final Map<String, String> byCommit = new HashMap<>();
  private final Map<String, List<String>> byHead = new HashMap<>();
  private final Map<String, List<String>> carriers = new HashMap<>();

  /**
   * The identity of one commit or one change.
   *
   * @param revision the commit, or the change's head
   * @param base empty for a commit against its parent, else where the change left the main line
   * @param identity empty for what has none
   */
  public record Known(String revision, String base, String identity) {}

  public Alikes(Collection<Known> all) {
    for (Known known : all) {
      if (known.identity.isEmpty()) {
        continue;
      }
      if (known.base.isEmpty()) {
        byCommit.put(known.revision, known.identity);
        add(carriers, known.identity, known.revision);
      } else {
        add(byHead, known.revision, known.identity);
      }
    }
  }

  private static void add(Map<String, List<String>> map, String key, String value) {
    map.computeIfAbsent(key, none -> new ArrayList<>(1)).add(value);
  }

  /** Whether nothing is known. */
  public boolean isEmpty() {
    return carriers.isEmpty();
  }

  /** All known commits that do what this commit does; itself among them when it is known. */
  public List<String> ofCommit(String revision) {
    String identity = byCommit.get(plain(revision));
    return identity == null ? List.of() : carriers.getOrDefault(identity, List.of());
  }

  /** All known commits of which each does alone what the whole change with that head does. */
  public List<String> ofChange(String head) {
    List<String> identities = byHead.get(plain(head));
    if (identities == null) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    identities.forEach(identity -> found.addAll(carriers.getOrDefault(identity, List.of())));
    return found;
  }

  /** Whether a commit of that time may be what the change became. */
  public static boolean isNear(ChangeRequest change, long committedAt) {
    Instant merged = change.mergedAt();
    return merged != null
        && committedAt >= first(change, merged)
        && committedAt <= merged.getEpochSecond() + AFTER.toSeconds();
  }

  private static long first(ChangeRequest change, Instant merged) {
    long first = merged.getEpochSecond() - BEFORE.toSeconds();
    Instant opened = change.openedAt();
    return opened == null ? first : Math.max(first, opened.getEpochSecond());
  }

  /** A revision as it stands here. */
  public static String plain(String revision) {
    return revision.strip().toLowerCase(Locale.ROOT);
  }

  /** The last commit of a change's branch, as far as it is told. */
  public static @Nullable String head(ChangeRequest change) {
    return change.headRevision() != null ? change.headRevision() : change.mergeRevision();
  }
}
