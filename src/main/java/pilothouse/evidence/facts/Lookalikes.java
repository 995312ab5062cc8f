package pilothouse.evidence.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds deployments that look like one that another sender told. */
final class Lookalikes {
  private static final Duration NEAR = Duration.ofMinutes(10);
  private static final int BRIEF = 7;

  private Lookalikes() {}

  /** Deployments to production that look like one that another sender told, each once. */
  static List<Doubled> of(List<Deployment> deployments) {
    if (!Doubled.isOfSeveral(deployments)) {
      return List.of();
    }
    Map<String, List<Deployment>> groups = new HashMap<>();
    for (Deployment deployment : deployments) {
      String revision = deployment.revision();
      boolean fits =
          Boolean.TRUE.equals(deployment.production())
              && revision != null
              && revision.length() >= BRIEF
              && !Artifact.isKey(revision)
              && Doubled.end(deployment) != null;
      if (fits) {
        String group = lower(deployment.environment()) + ' ' + lower(revision).substring(0, BRIEF);
        groups.computeIfAbsent(group, key -> new ArrayList<>()).add(deployment);
      }
    }
    List<Doubled> alike = new ArrayList<>();
    groups.values().forEach(group -> alike(group, alike));
    alike.sort(Comparator.comparing(Doubled::at).thenComparing(Doubled::one));
    return alike;
  }

  private static void alike(List<Deployment> all, List<Doubled> alike) {
    Set<String> used = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size() && !used.contains(all.get(i).key()); j++) {
        Deployment one = all.get(i);
        Deployment other = all.get(j);
        if (!used.contains(other.key()) && isAlike(one, other)) {
          used.add(one.key());
          used.add(other.key());
          alike.add(doubled(one, other));
        }
      }
    }
  }

  private static boolean isAlike(Deployment one, Deployment other) {
    String a = lower(one.revision());
    String b = lower(other.revision());
    return !Doubled.sender(one.key()).equals(Doubled.sender(other.key()))
        && (a.startsWith(b) || b.startsWith(a))
        && isSameOrUnsaid(one.service(), other.service())
        && !In.sure(from(one)).isAfter(In.sure(Doubled.end(other)).plus(NEAR))
        && !In.sure(from(other)).isAfter(In.sure(Doubled.end(one)).plus(NEAR));
  }

  private static Doubled doubled(Deployment one, Deployment other) {
    List<String> senders =
        List.of(Doubled.sender(one.key()), Doubled.sender(other.key())).stream().sorted().toList();
    Instant first = In.sure(Doubled.end(one));
    Instant second = In.sure(Doubled.end(other));
    return new Doubled(
        one.key(),
        other.key(),
        String.join(" and ", senders),
        first.isAfter(second) ? first : second);
  }

  private static @Nullable Instant from(Deployment deployment) {
    return deployment.startedAt() == null ? deployment.finishedAt() : deployment.startedAt();
  }

  private static boolean isSameOrUnsaid(@Nullable String one, @Nullable String other) {
    return one == null || other == null || lower(one).equals(lower(other));
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
  }
}
