package pilothouse.metrics.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Outcome;
import pilothouse.metrics.Notes;
import pilothouse.text.Texts;

/**
 * The service's deployments, sorted into those that count and those that do not.
 *
 * @param all production deployments that ended with success or failure, by finish
 * @param inWindow those that finished in the window
 * @param leftOut the other deployments of the window, each with the reason, by time
 * @param begin the second from which deployments are known; the window's end when none is
 */
record Rollouts(
    List<Rollout> all,
    List<Rollout> inWindow,
    List<Ignored> leftOut,
    long begin,
    boolean anyProduction) {

  /** Why a deployment does not count. */
  enum LeftOut {
    ELSEWHERE,
    NOWHERE,
    RUNNING,
    CANCELLED,
    UNDATED;

    String says() {
      return Texts.say("delivery.left-out." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }

  /** A deployment that does not count. */
  record Ignored(Deployment deployment, LeftOut why) {}

  static Rollouts of(Dossier dossier) {
    return of(dossier, dossier.facts.deployments(), false);
  }

  /** All environments count where {@code anywhere}. */
  static Rollouts of(Dossier dossier, List<Deployment> deployments, boolean anywhere) {
    List<Rollout> all = new ArrayList<>();
    List<Ignored> out = new ArrayList<>();
    long begin = dossier.window.to().getEpochSecond();
    boolean production = false;
    for (Deployment deployment : deployments) {
      long at = time(deployment);
      begin = Math.min(begin, Math.floorDiv(at, 1000L));
      production |= Boolean.TRUE.equals(deployment.production());
      LeftOut why = why(deployment, anywhere);
      if (why == null) {
        all.add(new Rollout(deployment, at));
      } else if (dossier.holds(at)) {
        out.add(new Ignored(deployment, why));
      }
    }
    all.sort(
        Comparator.<Rollout>comparingLong(rollout -> rollout.at)
            .thenComparingLong(rollout -> rollout.began)
            .thenComparing(Rollout::key));
    link(all);
    List<Rollout> in = all.stream().filter(rollout -> dossier.holds(rollout.at)).toList();
    return new Rollouts(all, in, out, begin, production);
  }

  /** When it is: its finish or, for what never finished, when it began or was told of. */
  static long time(Deployment deployment) {
    Instant at = deployment.finishedAt();
    at = at == null ? deployment.startedAt() : at;
    return (at == null ? deployment.saidAt() : at).toEpochMilli();
  }

  private static @Nullable LeftOut why(Deployment deployment, boolean anywhere) {
    if (!anywhere && !Boolean.TRUE.equals(deployment.production())) {
      return deployment.environment() == null ? LeftOut.NOWHERE : LeftOut.ELSEWHERE;
    }
    Outcome outcome = deployment.outcome();
    if (outcome == null || !outcome.isOver()) {
      return LeftOut.RUNNING;
    }
    if (outcome == Outcome.CANCELLED) {
      return LeftOut.CANCELLED;
    }
    return deployment.finishedAt() == null ? LeftOut.UNDATED : null;
  }

  private static void link(List<Rollout> sorted) {
    // Revisions of several repositories cannot be told older or newer; one that is not named is it.
    Set<String> repositories = new HashSet<>();
    sorted.forEach(rollout -> repositories.add(rollout.repository()));
    boolean several = repositories.size() > 1 && !repositories.contains("");
    Map<String, Rollout> lastOf = new HashMap<>();
    Map<String, Rollout> successOf = new HashMap<>();
    boolean places = sorted.stream().map(Rollout::environment).distinct().count() > 1;
    for (Rollout rollout : sorted) {
      rollout.where =
          (several
                  ? " " + Texts.say("delivery.out.repository", rollout.deployment.repository())
                  : "")
              + (places
                  ? " " + Texts.say("delivery.out.environment", rollout.deployment.environment())
                  : "");
      String chain = rollout.environment() + (several ? '\n' + rollout.repository() : "");
      rollout.before = successOf.get(chain);
      Rollout last = lastOf.put(chain, rollout);
      if (last != null) {
        last.next = rollout;
        rollout.previous = last;
      }
      if (rollout.succeeded()) {
        successOf.put(chain, rollout);
      }
    }
    for (int i = sorted.size() - 1; i >= 0; i--) {
      Rollout rollout = sorted.get(i);
      Rollout next = rollout.next;
      rollout.nextSuccess = next == null || next.succeeded() ? next : next.nextSuccess;
    }
  }

  List<Rollout> successes() {
    return inWindow.stream().filter(Rollout::succeeded).toList();
  }

  /** How many deployments of the window do not count, by reason, into a ledger. */
  void note(Notes notes) {
    Map<LeftOut, Integer> counts = new EnumMap<>(LeftOut.class);
    leftOut.forEach(one -> counts.merge(one.why(), 1, Integer::sum));
    counts.forEach((why, count) -> notes.leave(why.says(), count));
  }
}
