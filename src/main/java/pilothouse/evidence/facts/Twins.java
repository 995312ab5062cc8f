package pilothouse.evidence.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Deployments of one system that two senders told. Those of the same job or run of a forge are the
 * same where each of the two senders told exactly one: they become one, under the forge's own key.
 * Those that only look alike stay two.
 *
 * @param all what is left, in the order of deployments
 * @param names the keys that went, each with the one in its place
 */
record Twins(List<Deployment> all, Map<String, String> names) {
  private static final Pattern PAGE =
      Pattern.compile(
          "https?://(?<home>[^/]+/.+?)(?:/actions/runs/(?<run>\\d+)(?:/attempts/(?<attempt>\\d+))?"
              + "(?:/jobs?/(?<job>\\d+))?|/-/(?:pipelines/(?<pipeline>\\d+)|jobs/(?<work>\\d+)))"
              + "/?(?:[?#].*)?");

  /** The deployments of a system, with twins joined. */
  static Twins of(List<Deployment> deployments) {
    if (!Doubled.isOfSeveral(deployments)) {
      return new Twins(deployments, Map.of());
    }
    Map<String, Deployment> known = new HashMap<>();
    deployments.forEach(deployment -> known.put(deployment.key(), deployment));
    Map<String, String> names = new HashMap<>();
    pairs(deployments, true).forEach(pair -> join(pair, known, names));
    List<Deployment> left = deployments.stream().filter(it -> known.containsKey(it.key())).toList();
    pairs(left, false).forEach(pair -> join(pair, known, names));
    if (names.isEmpty()) {
      return new Twins(deployments, Map.of());
    }
    List<Deployment> all = new ArrayList<>(known.values());
    all.sort(Forms.DEPLOYMENTS.order());
    return new Twins(List.copyOf(all), Map.copyOf(names));
  }

  /** The key that stands for it now. */
  @Nullable String name(@Nullable String key) {
    return key == null ? null : names.getOrDefault(key, key);
  }

  /** Those that share a job, or a run, and of which each of two senders told one. */
  private static List<List<Deployment>> pairs(List<Deployment> deployments, boolean jobs) {
    Map<String, List<Deployment>> alike = new HashMap<>();
    for (Deployment deployment : deployments) {
      String page = page(deployment, jobs);
      if (page != null) {
        alike.computeIfAbsent(page, key -> new ArrayList<>()).add(deployment);
      }
    }
    return alike.values().stream()
        .filter(pair -> pair.size() == 2 && isTold(pair.getFirst(), pair.getLast()))
        .toList();
  }

  private static boolean isTold(Deployment one, Deployment other) {
    Matcher here = matched(one);
    Matcher there = matched(other);
    return here != null
        && there != null
        && Doubled.isTrace(one.key()) != Doubled.isTrace(other.key())
        && isSameOrUnsaid(here.group("attempt"), there.group("attempt"))
        && isSameOrUnsaid(here.group("job"), there.group("job"));
  }

  private static boolean isSameOrUnsaid(@Nullable String one, @Nullable String other) {
    return one == null || other == null || one.equals(other);
  }

  /** What the address that people open shows, with the environment; null where it shows neither. */
  private static @Nullable String page(Deployment deployment, boolean job) {
    Matcher page = matched(deployment);
    if (page == null || deployment.environment() == null) {
      return null;
    }
    String id =
        job
            ? first(page.group("job"), page.group("work"))
            : first(page.group("run"), page.group("pipeline"));
    return id == null
        ? null
        : page.group("home").toLowerCase(Locale.ROOT)
            + ' '
            + id
            + ' '
            + lower(deployment.environment());
  }

  private static @Nullable Matcher matched(Deployment deployment) {
    String url = deployment.url();
    Matcher page = PAGE.matcher(url == null ? "" : url);
    return page.matches() ? page : null;
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one == null ? other : one;
  }

  private static void join(
      List<Deployment> pair, Map<String, Deployment> known, Map<String, String> names) {
    boolean swapped = Doubled.isTrace(pair.getFirst().key());
    Deployment kept = swapped ? pair.getLast() : pair.getFirst();
    Deployment gone = swapped ? pair.getFirst() : pair.getLast();
    known.remove(gone.key());
    known.put(kept.key(), Merge.of(List.of(kept, told(gone, kept))));
    names.put(gone.key(), kept.key());
  }

  /** What the trace tells of the forge's deployment; whether people use it the forge knows best. */
  private static Deployment told(Deployment it, Deployment kept) {
    return new Deployment(
        kept.key(),
        it.saidAt(),
        kept.service() == null ? it.service() : kept.service(),
        kept.repository() == null ? it.repository() : kept.repository(),
        it.revision(),
        kept.branch() == null ? it.branch() : kept.branch(),
        kept.environment(),
        kept.production(),
        it.startedAt(),
        it.finishedAt(),
        it.outcome(),
        it.unplanned(),
        kept.url());
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
  }
}
