package pilothouse.evidence.work;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.History;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.Lot;
import pilothouse.evidence.facts.Services;

/** What merged changes touched, in every repository; put together anew only where it differs. */
public final class Touching {
  private final Services services;
  private Map<String, Kept> kept = Map.of();
  private long version = -1;

  public Touching(Services services) {
    this.services = services;
  }

  /** What was put together, and of what. */
  private record Kept(Map<String, Long> lots, long history, Touched touched) {
    boolean isOf(Map<String, Long> other, long otherHistory, List<String> systems) {
      return lots.equals(other) && history == otherHistory && touched.systems().equals(systems);
    }
  }

  /** Rises with whatever may change what is told here. */
  public long version() {
    return services.version();
  }

  /**
   * All that is known, by repository; of one that is as before it is the same object.
   *
   * @param repositories those that are registered, by name
   */
  public synchronized List<Touched> all(Collection<String> repositories) {
    long now = services.version();
    if (now != version || !kept.keySet().containsAll(repositories)) {
      kept = put(repositories);
      version = now;
    }
    return kept.values().stream().map(Kept::touched).toList();
  }

  private Map<String, Kept> put(Collection<String> repositories) {
    Map<String, List<Lot<ChangeRequest>>> lots = lots();
    repositories.forEach(name -> lots.putIfAbsent(name, List.of()));
    Map<String, Kept> all = new TreeMap<>();
    lots.forEach((name, its) -> all.put(name, one(name, its)));
    return all;
  }

  /** By the names of their repositories. */
  private Map<String, List<Lot<ChangeRequest>>> lots() {
    Map<String, List<Lot<ChangeRequest>>> lots = new TreeMap<>();
    Map<String, String> names = new HashMap<>();
    for (Lot<ChangeRequest> lot : services.lots(ChangeRequest.class)) {
      String name =
          names.computeIfAbsent(
              lot.path(),
              path -> {
                History history = path.isEmpty() ? null : services.history(path);
                return history == null ? path : history.repository();
              });
      lots.computeIfAbsent(name, key -> new ArrayList<>()).add(lot);
    }
    return lots;
  }

  /**
   * What people call changes of a repository.
   *
   * @param keys as {@link Touched} has them
   */
  public Map<String, Titled> titles(String repository, Set<String> keys) {
    List<ChangeRequest> changes = new ArrayList<>();
    Set<String> commits = new HashSet<>(keys);
    for (Lot<ChangeRequest> lot : lots().getOrDefault(repository, List.of())) {
      for (ChangeRequest change : lot.things().get()) {
        if (keys.contains(change.key())) {
          changes.add(change);
          commits.add(String.valueOf(change.mergeRevision()));
        }
      }
    }
    History history = repository.isEmpty() ? null : services.history(repository);
    Map<String, Titled> titles =
        history == null ? new HashMap<>() : Titled.of(history.commits(), commits);
    for (ChangeRequest change : changes) {
      Titled merge = titles.get(String.valueOf(change.mergeRevision()));
      titles.put(change.key(), Titled.of(change, merge == null ? "" : merge.title()));
    }
    return titles;
  }

  private Kept one(String repository, List<Lot<ChangeRequest>> lots) {
    History history = repository.isEmpty() ? null : services.history(repository);
    Map<String, Long> versions = new HashMap<>();
    TreeSet<String> systems = new TreeSet<>(services.in(repository));
    for (Lot<ChangeRequest> lot : lots) {
      versions.put(lot.id(), lot.version());
      systems.addAll(lot.systems());
    }
    long read = history == null ? -1 : history.version();
    List<String> living = List.copyOf(systems);
    Kept before = kept.get(repository);
    return before != null && before.isOf(versions, read, living)
        ? before
        : new Kept(versions, read, touched(repository, living, history, lots));
  }

  private static Touched touched(
      String repository,
      List<String> systems,
      @Nullable History history,
      List<Lot<ChangeRequest>> lots) {
    List<ChangeRequest> merged =
        lots.stream()
            .flatMap(lot -> lot.things().get().stream())
            .filter(change -> change.mergedAt() != null)
            .toList();
    return merged.isEmpty() && history != null
        ? TouchedRows.of(repository, systems, history)
        : TouchedRows.of(repository, systems, history, merged);
  }
}
