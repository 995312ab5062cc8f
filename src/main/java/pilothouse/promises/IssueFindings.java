package pilothouse.promises;

import static pilothouse.findings.Finding.Severity.LOOK;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.findings.Finding;
import pilothouse.findings.Source;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/** Where an issue and its promise do not say the same: closed and owed, or open again and ended. */
final class IssueFindings implements Source {
  private final IssueLinks links;
  private volatile @Nullable Kept kept;

  IssueFindings(IssueLinks links) {
    this.links = links;
  }

  /** Good until a promise, a fact or the language is another. */
  private record Kept(long promises, long facts, String language, List<Finding> found) {}

  @Override
  public List<Finding> found(Instant now) {
    String language = Texts.now().tag();
    long promises = links.version();
    long facts = links.tracker().version();
    Kept before = kept;
    if (before == null
        || before.promises() != promises
        || before.facts() != facts
        || !before.language().equals(language)) {
      before = new Kept(promises, facts, language, fresh());
      kept = before;
    }
    return before.found();
  }

  private List<Finding> fresh() {
    List<IssueLink> all = links.all();
    Map<String, Promise> promises = links.linked();
    Map<String, Tracker.State> states =
        links.tracker().states(all.stream().map(IssueLink::issue).toList());
    List<Finding> found = new ArrayList<>();
    for (IssueLink link : all) {
      Tracker.State state = states.get(link.issue());
      Promise promise = promises.get(link.promise());
      if (state != null && state.open() != null && promise != null) {
        Finding one = of(link, state, promise);
        if (one != null) {
          found.add(one);
        }
      }
    }
    return List.copyOf(found);
  }

  private static @Nullable Finding of(IssueLink link, Tracker.State state, Promise promise) {
    boolean open = Boolean.TRUE.equals(state.open());
    String what = PromiseWords.shortened(promise.what());
    if (promise.isOpen() && !open) {
      String says =
          Texts.say(
              state.done() ? "promises.issues.found.done" : "promises.issues.found.closed",
              link.name(),
              what);
      return finding("promise-issue-closed", says, link, state, promise);
    }
    if (!promise.isOpen() && open && state.reopened()) {
      String says = Texts.say("promises.issues.found.reopened", link.name(), what);
      return finding("promise-issue-reopened", says, link, state, promise);
    }
    return null;
  }

  private static Finding finding(
      String kind, String says, IssueLink link, Tracker.State state, Promise promise) {
    String page = promise.address() + "/issues";
    boolean isTeams = promise.owner().startsWith(Owner.TEAM);
    Where place =
        isTeams ? Where.team(promise.owner().substring(Owner.TEAM.length())) : promise.place();
    Finding one =
        Finding.of(kind, LOOK, says, link.id(), place, page)
            .owed(isTeams ? "" : promise.owner())
            .costing(promise.costPerWeek());
    Instant since = state.since();
    return since == null ? one : one.begun(since);
  }
}
