package pilothouse.metrics.delivery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.evidence.facts.Push;
import pilothouse.evidence.facts.ServiceFacts;
import pilothouse.metrics.delivery.Load.Brought;
import pilothouse.metrics.delivery.Load.Out;
import pilothouse.metrics.delivery.Rollout.Repositories;
import pilothouse.metrics.delivery.Story.Course;
import pilothouse.metrics.delivery.Story.Match;

/**
 * What deployments brought where no history is read: all that was merged or pushed to the branch
 * after what the previous deployment's revision stands for and up to what this one's does. An
 * approximation: it takes the order of merges for the order of commits, and cannot tell folders.
 */
final class OrderLoads {
  /** Digits that a short revision has at least. */
  static final int SHORTEST = 7;

  private final List<Step> steps = new ArrayList<>();
  private final Map<String, Integer> byRevision = new HashMap<>();

  /**
   * What reached a branch at once: a change request was merged, or commits were pushed.
   *
   * @param tip the revision that was pushed
   */
  private record Step(
      long at,
      String line,
      @Nullable ChangeRequest request,
      @Nullable String tip,
      List<CommitRef> commits) {

    List<Brought> changes() {
      Match match = request == null ? Match.NONE : Match.ORDER;
      List<Brought> changes = new ArrayList<>();
      for (CommitRef commit : commits) {
        long written = Requests.writtenAt(commit);
        changes.add(new Brought(-1, commit.revision(), request, match, written, false));
      }
      if (changes.isEmpty() && request != null) {
        String revision = request.mergeRevision();
        changes.add(new Brought(-1, revision, request, match, Brought.UNWRITTEN, false));
      }
      return changes;
    }

    /** The revisions that it is called by, as far as they are known. */
    void names(Consumer<String> each) {
      if (tip != null) {
        each.accept(tip);
      }
      if (request != null && request.mergeRevision() != null) {
        each.accept(request.mergeRevision());
      }
      if (request != null && request.headRevision() != null) {
        each.accept(request.headRevision());
      }
    }

    /** The revisions of its commits. */
    void inside(Consumer<String> each) {
      commits.forEach(commit -> each.accept(commit.revision()));
    }

    /** Tells steps of the same moment apart. */
    private String sign() {
      List<String> revisions = new ArrayList<>();
      names(revisions::add);
      inside(revisions::add);
      return revisions.toString();
    }
  }

  static OrderLoads of(Dossier dossier) {
    return new OrderLoads(
        dossier.facts, dossier.once(Requests.class, Requests::of), Heads.of(dossier));
  }

  private OrderLoads(ServiceFacts facts, Requests requests, Heads wanted) {
    Map<String, String> mainOf = mainLines(requests);
    Set<String> known = new HashSet<>();
    boolean pushed = !facts.pushes().isEmpty();
    for (int r = 0; r < requests.merged.size(); r++) {
      Step step = step(requests, r, mainOf);
      steps.add(step);
      if (pushed) {
        step.names(known::add);
        step.inside(known::add);
      }
    }
    for (Push push : facts.pushes()) {
      String repository = Repositories.name(push.repository());
      String main = mainOf.get(repository);
      boolean isMain = main == null ? Boolean.TRUE.equals(push.main()) : push.branch().equals(main);
      boolean isKnown =
          known.contains(push.after())
              || push.commits().stream().anyMatch(commit -> known.contains(commit.revision()));
      if (isMain && !isKnown) {
        steps.add(step(push, repository + '\n' + push.branch()));
      }
    }
    steps.sort(Comparator.comparingLong(Step::at).thenComparing(Step::sign));
    find(wanted);
  }

  /**
   * Looks the deployed revisions up: a step is what it is called by, and only where no step is
   * called so, the one that has it inside.
   */
  private void find(Heads wanted) {
    for (int i = 0; i < steps.size(); i++) {
      int step = i;
      steps.get(i).names(revision -> find(wanted, revision, step));
    }
    if (!byRevision.keySet().containsAll(wanted.revisions())) {
      for (int i = 0; i < steps.size(); i++) {
        int step = i;
        steps.get(i).inside(revision -> find(wanted, revision, step));
      }
    }
  }

  private void find(Heads wanted, String revision, int step) {
    if (wanted.has(revision)) {
      byRevision.putIfAbsent(Revisions.plain(revision), step);
    }
  }

  /** Where most requests of each repository are merged to. */
  private static Map<String, String> mainLines(Requests requests) {
    Map<String, Map<String, Integer>> counts = new HashMap<>();
    for (int r = 0; r < requests.merged.size(); r++) {
      String target = requests.merged.get(r).target();
      if (target != null) {
        counts
            .computeIfAbsent(requests.repository(r), name -> new TreeMap<>())
            .merge(target, 1, Integer::sum);
      }
    }
    Map<String, String> main = new HashMap<>();
    counts.forEach((repository, targets) -> {
      int most = targets.values().stream().mapToInt(Integer::intValue).max().orElse(0);
      targets.forEach((target, count) -> {
        if (count == most) {
          main.putIfAbsent(repository, target);
        }
      });
    });
    return main;
  }

  private Step step(Requests requests, int r, Map<String, String> mainOf) {
    ChangeRequest request = requests.merged.get(r);
    String repository = requests.repository(r);
    String target = request.target() == null ? mainOf.get(repository) : request.target();
    long at = request.mergedAt() == null ? 0 : request.mergedAt().toEpochMilli();
    return new Step(at, line(repository, target), request, null, requests.commits(r));
  }

  private static Step step(Push push, String line) {
    return new Step(push.at().toEpochMilli(), line, null, push.after(), push.commits());
  }

  /** The branch of a repository: mostly the same as before. */
  private String line(String repository, @Nullable String target) {
    String last = steps.isEmpty() ? "" : steps.getLast().line;
    int cut = repository.length();
    boolean same =
        target != null
            && last.length() == cut + 1 + target.length()
            && last.charAt(cut) == '\n'
            && last.startsWith(repository)
            && last.endsWith(target);
    return same ? last : repository + '\n' + target;
  }

  /** What a successful deployment brought. */
  Load of(Rollout rollout) {
    Rollout earlier = rollout.before;
    if (earlier == null) {
      return Load.none(Course.FIRST, Out.FIRST);
    }
    String revision = rollout.deployment.revision();
    if (revision == null) {
      return Load.none(Course.UNKNOWN, Out.UNNAMED);
    }
    if (revision.equals(earlier.deployment.revision())) {
      return Load.none(Course.AGAIN, Out.AGAIN);
    }
    int next = step(revision);
    int before = step(earlier.deployment.revision());
    if (next < 0 || before < 0) {
      return Load.none(Course.UNKNOWN, next < 0 ? Out.UNKNOWN : Out.BEFORE);
    }
    String line = steps.get(next).line;
    if (!steps.get(before).line.equals(line)) {
      return Load.none(Course.UNKNOWN, Out.BRANCH);
    }
    if (next <= before) {
      return next == before ? Load.none(Course.AGAIN, Out.AGAIN) : Load.none(Course.BACK, Out.BACK);
    }
    List<Brought> changes = new ArrayList<>();
    for (Step step : steps.subList(before + 1, next + 1)) {
      if (step.line.equals(line)) {
        changes.addAll(step.changes());
      }
    }
    return new Load(Course.FORWARD, changes, null, 0, true);
  }

  /** The step that a whole or a short revision stands for; -1 when none or several do. */
  private int step(@Nullable String revision) {
    if (revision == null) {
      return -1;
    }
    String plain = Revisions.plain(revision);
    Integer exact = byRevision.get(plain);
    if (exact != null || plain.length() < SHORTEST) {
      return exact == null ? -1 : exact;
    }
    int found = -1;
    for (Map.Entry<String, Integer> entry : byRevision.entrySet()) {
      if (entry.getKey().startsWith(plain) && found != entry.getValue()) {
        if (found >= 0) {
          return -1;
        }
        found = entry.getValue();
      }
    }
    return found;
  }
}
