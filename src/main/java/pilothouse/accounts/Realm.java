package pilothouse.accounts;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.systems.Ownership;
import pilothouse.systems.Repository;
import pilothouse.systems.Resolution;
import pilothouse.systems.Rules;
import pilothouse.systems.Systems;
import pilothouse.web.Where;

/**
 * What lies within what: a team holds the systems that it answers for today, and a repository is
 * held by whoever holds all systems in it, one of which has the whole of it, or has a role at the
 * repository itself. So nobody sees through a repository what lives beside their own.
 */
final class Realm {
  private final Systems systems;
  private final InstantSource clock;
  private final ZoneId zone;
  private volatile Known known = new Known(-1, LocalDate.MIN, Map.of(), Map.of());

  Realm(Systems systems, InstantSource clock, ZoneId zone) {
    this.systems = systems;
    this.clock = clock;
    this.zone = zone;
  }

  private record Known(
      long version,
      LocalDate day,
      Map<String, List<String>> owners,
      Map<String, Set<String>> homes) {}

  /** What lies within what, for one who asks: looked up once, when it first matters. */
  View view() {
    return new View();
  }

  /** What lies within what at one moment. */
  final class View {
    private volatile @Nullable Known seen;

    private View() {}

    /** Whether one of the places held is the one asked for, or has it within. */
    boolean holds(Collection<Where> held, Where asked) {
      if (held.isEmpty()) {
        return false;
      }
      if (asked.kind() == Where.Kind.ANYWHERE || held.contains(Where.ORGANISATION)) {
        return true;
      }
      return switch (asked.kind()) {
        case TEAM -> held.contains(asked);
        case SYSTEM -> system(held, slashed(asked.name()));
        case REPOSITORY -> repository(held, slashed(asked.name()));
        case ORGANISATION, ANYWHERE -> false;
      };
    }

    private boolean system(Collection<Where> held, String name) {
      for (Where where : held) {
        if (where.kind() == Where.Kind.SYSTEM && slashed(where.name()).equals(name)) {
          return true;
        }
      }
      List<String> owners = now().owners().getOrDefault(name, List.of());
      return owners.stream().anyMatch(team -> held.contains(Where.team(team)));
    }

    private boolean repository(Collection<Where> held, String name) {
      if (!now().owners().containsKey(name) && system(held, name)) {
        return true;
      }
      Set<String> living = now().homes().getOrDefault(name, Set.of());
      return !living.isEmpty() && living.stream().allMatch(system -> system(held, system));
    }

    private Known now() {
      Known now = seen;
      if (now == null) {
        now = known();
        seen = now;
      }
      return now;
    }
  }

  /** In addresses the slashes of names are written as tildes. */
  private static String slashed(String name) {
    return name.replace('~', '/');
  }

  private Known known() {
    Rules rules = systems.rules();
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    Known now = known;
    if (now.version() != rules.version() || !now.day().equals(today)) {
      now = new Known(rules.version(), today, owners(today), homes(rules));
      known = now;
    }
    return now;
  }

  private Map<String, List<String>> owners(LocalDate today) {
    Map<String, List<String>> owners = new HashMap<>();
    Ownership now = systems.ownership();
    for (String system : now.systems()) {
      owners.put(slashed(system), now.of(system, today));
    }
    return owners;
  }

  /** Which systems must be held for each repository; none where only the organisation has it. */
  private Map<String, Set<String>> homes(Rules rules) {
    Map<String, Set<String>> homes = new HashMap<>();
    for (Repository repository : systems.all()) {
      homes.put(slashed(repository.name()), living(rules, repository.name()));
    }
    return homes;
  }

  private static Set<String> living(Rules rules, String repository) {
    List<String> tenants = rules.tenants(repository);
    if (tenants.isEmpty()) {
      String meant = rules.system(null, repository).map(Resolution::system).orElse(repository);
      return Set.of(slashed(meant));
    }
    boolean whole = tenants.stream().anyMatch(system -> rules.folder(system).isEmpty());
    return whole ? Set.copyOf(tenants.stream().map(Realm::slashed).toList()) : Set.of();
  }
}
