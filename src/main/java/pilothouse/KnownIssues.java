package pilothouse;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pilothouse.evidence.facts.Facts;
import pilothouse.evidence.facts.Merge;
import pilothouse.evidence.facts.WorkItem;
import pilothouse.evidence.work.Linked;
import pilothouse.promises.Tracker;

/** Issues as facts tell of them. */
record KnownIssues(Facts facts) implements Tracker {

  @Override
  public Optional<Named> named(String url) {
    return Linked.of(url)
        .filter(Linked.Named::isIssue)
        .map(issue -> new Named(issue.key(), issue.host(), issue.path(), issue.number()));
  }

  @Override
  public Map<String, State> states(Collection<String> issues) {
    Map<String, State> states = new HashMap<>();
    facts
        .told(WorkItem.class, issues)
        .forEach((issue, all) -> {
          List<WorkItem> said =
              all.stream()
                  .filter(WorkItem::isTold)
                  .sorted(Comparator.comparing(WorkItem::saidAt))
                  .toList();
          if (!said.isEmpty()) {
            states.put(issue, state(Merge.of(all), said));
          }
        });
    return states;
  }

  private static State state(WorkItem item, List<WorkItem> said) {
    boolean wasClosed = false;
    boolean reopened = false;
    Instant since = item.closedAt();
    for (WorkItem one : said) {
      if (Boolean.FALSE.equals(one.open())) {
        wasClosed = true;
        reopened = false;
      } else if (Boolean.TRUE.equals(one.open()) && wasClosed && !reopened) {
        reopened = true;
        since = one.saidAt();
      }
    }
    String title = item.title();
    boolean open = Boolean.TRUE.equals(item.open());
    return new State(
        title == null ? "" : title, item.open(), item.isDone(), since, open && reopened);
  }

  @Override
  public long version() {
    return facts.version();
  }
}
