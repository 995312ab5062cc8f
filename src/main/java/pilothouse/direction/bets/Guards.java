package pilothouse.direction.bets;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import pilothouse.findings.Finding;
import pilothouse.text.Texts;

/** Tells of guardrails that are broken while their experiments run. */
final class Guards {
  /** So long what was read is told again: numbers move slowly. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  private record Kept(Instant at, String tongue, Guarding.Read read) {
    boolean holds(Instant now) {
      return tongue.equals(Texts.now().tag()) && !now.isBefore(at) && now.isBefore(at.plus(FRESH));
    }
  }

  /** Those that are broken at that moment. */
  List<Finding> found(Around around, Instant now) {
    List<Finding> found = new ArrayList<>();
    Set<String> running = new HashSet<>();
    for (Guard guard : around.storage().read(GuardRows::running)) {
      running.add(guard.experiment());
      Optional<Experiment> of =
          around.storage().read(rows -> ExperimentRows.find(rows, guard.experiment()));
      of.map(one -> finding(one, guard, read(around, guard, one, now))).ifPresent(found::add);
    }
    kept.keySet().retainAll(running);
    return found;
  }

  private Guarding.Read read(Around around, Guard guard, Experiment one, Instant now) {
    Kept before = kept.get(one.id());
    if (before != null && before.holds(now)) {
      return before.read();
    }
    Guarding.Read read = new Guarding(around).now(guard, one.madeAt());
    kept.put(one.id(), new Kept(now, Texts.now().tag(), read));
    return read;
  }

  /** Whoever sees the experiment may not see a number of elsewhere. */
  private static @Nullable Finding finding(Experiment one, Guard guard, Guarding.Read read) {
    Double value = read.value();
    if (!read.held().equals("no") || value == null) {
      return null;
    }
    String says =
        guard.gauged().isElsewhere(one.where())
            ? Texts.say("bets.guard.found-elsewhere", one.hypothesis())
            : Texts.say(
                "bets.guard.found",
                one.hypothesis(),
                read.gauged().name(),
                read.gauged().says(value),
                GuardTold.limit(guard, read));
    return Finding.of(
            "experiment-guardrail-broken",
            Finding.Severity.ACT,
            says,
            one.id(),
            one.where(),
            one.page())
        .weighing(0.8)
        .owed(one.owner());
  }
}
