package pilothouse.reliability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Services;

/** Where all objectives stand, kept until anything new is told or declared, or a minute is over. */
final class Standings {
  private static final int MANY = 500;
  private static final int SECONDS = 60;
  private static final Comparator<Standing> BY_NEED =
      Comparator.comparing(Standing::state)
          .thenComparingDouble(one -> one.budget().remaining())
          .thenComparing(one -> one.objective().name());

  private final Register register;
  private final Services services;
  private final Map<String, Looked> looked =
      new LinkedHashMap<>(MANY * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Looked> eldest) {
          return size() > MANY;
        }
      };
  private @Nullable Kept kept;

  Standings(Register register, Services services) {
    this.register = register;
    this.services = services;
  }

  /** What all follows from. */
  private record Key(long documents, long facts, long minute) {}

  private record Kept(Key key, List<Standing> all) {}

  /** What was read of one, good while nothing new is told of its service. */
  private record Looked(Objective objective, Object basis, Numbers numbers) {}

  /** All of them, those that need somebody first. */
  synchronized List<Standing> all(Instant now) {
    Key key = new Key(register.version(), services.version(), now.getEpochSecond() / SECONDS);
    Kept before = kept;
    if (before == null || !before.key().equals(key)) {
      before = new Kept(key, fresh(now));
      kept = before;
    }
    return before.all();
  }

  private List<Standing> fresh(Instant now) {
    Map<String, List<Objective>> byService = new LinkedHashMap<>();
    register
        .objectives()
        .forEach(one -> byService.computeIfAbsent(one.service(), _ -> new ArrayList<>()).add(one));
    List<Standing> all = new ArrayList<>();
    byService.forEach((service, objectives) -> {
      Heard heard = Heard.of(services, service);
      objectives.forEach(one -> all.add(Standing.of(one, numbers(one, heard), now)));
    });
    all.sort(BY_NEED);
    return List.copyOf(all);
  }

  /** The numbers of one. */
  synchronized Numbers numbers(Objective objective) {
    return numbers(objective, Heard.of(services, objective.service()));
  }

  private Numbers numbers(Objective objective, Heard heard) {
    Looked before = looked.get(objective.name());
    if (before == null
        || !before.basis().equals(heard.basis())
        || !before.objective().equals(objective)) {
      before = new Looked(objective, heard.basis(), Numbers.of(objective, heard.told()));
      looked.put(objective.name(), before);
    }
    return before.numbers();
  }

  /** The one of that name. */
  Optional<Objective> find(String name) {
    return register.objectives().filter(one -> one.name().equals(name)).findFirst();
  }
}
