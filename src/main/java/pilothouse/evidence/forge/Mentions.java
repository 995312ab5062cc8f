package pilothouse.evidence.forge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.WorkItem;
import pilothouse.evidence.work.Reference;
import pilothouse.evidence.work.References;

/** What the description of a change names: facts about those work items, each that it is named. */
public final class Mentions {
  private static final int MOST = 20;

  private Mentions() {}

  /**
   * The work items that are named.
   *
   * @param change its key
   * @param body its description; null for none
   */
  public static List<WorkItem> of(String change, Instant saidAt, @Nullable String body, Home home) {
    List<WorkItem> named = new ArrayList<>();
    for (Reference one : body == null ? List.<Reference>of() : References.said(body)) {
      String key = one.key(home.key());
      boolean isWord = one.isTrackers() && !one.closes();
      if (!isWord && named.size() < MOST) {
        String repository = one.isTrackers() ? null : key.substring(0, key.indexOf('#'));
        boolean isHere = home.key().equals(repository);
        named.add(
            WorkItem.named(key, saidAt, isHere ? home.name() : repository, one.number(), change));
      }
    }
    return named;
  }
}
