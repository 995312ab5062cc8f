package pilothouse.systems;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;
import pilothouse.storage.Storage;
import pilothouse.web.Where;

/** The repositories that are looked at, the systems that people declared, and what names mean. */
public final class Systems {
  private final Storage storage;
  private final InstantSource clock;
  private final Catalogue catalogue;
  private volatile Rules rules = Rules.none();
  private volatile Ownership ownership = new Ownership(-1, Map.of());

  public Systems(Storage storage, InstantSource clock) {
    this.storage = storage;
    this.clock = clock;
    this.catalogue = new Catalogue(storage, clock);
  }

  /** The systems that people declared, who answers for them, and the rules about names. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /**
   * Does all of it or, when it throws, nothing. What is done there must ask for no snapshot, such
   * as {@link #rules}: it would be kept although nothing of it holds.
   */
  public void whole(Runnable work) {
    storage.write(rows -> {
      Revision.hold(rows);
      work.run();
      return true;
    });
  }

  /** What names mean now; the same snapshot until something changes. */
  public Rules rules() {
    return storage.read(rows -> {
      long version = Revision.read(rows);
      Rules known = rules;
      if (known.version() != version) {
        known = new Rules(version, known(rows), catalogue.entries(rows), RuleRows.all(rows));
        rules = known;
      }
      return known;
    });
  }

  /** Who answers for what; the same snapshot until something changes. */
  public Ownership ownership() {
    return storage.read(rows -> {
      long version = Revision.read(rows);
      Ownership known = ownership;
      if (known.version() != version) {
        known = new Ownership(version, EdgeRows.owners(rows));
        ownership = known;
      }
      return known;
    });
  }

  /** Says where else a repository may be found: the addresses of its remotes. */
  public void addresses(String repository, Collection<String> urls) {
    Set<String> wanted = urls.stream().map(Address::of).collect(Collectors.toSet());
    wanted.remove("");
    storage.write(rows -> {
      Revision.hold(rows);
      Set<String> there = RepositoryAddresses.all(rows).getOrDefault(repository, Set.of());
      if (!there.equals(wanted) && RepositoryRows.has(rows, repository)) {
        rows.execute("delete from repository_address where repository = ?", repository);
        for (String address : wanted) {
          rows.execute(
              "insert into repository_address (repository, address) values (?, ?)",
              repository,
              address);
        }
        Revision.raise(rows);
      }
      return true;
    });
  }

  /**
   * The repository that is read from there, registered when it is new.
   *
   * @param source a path or a URL
   * @param by what asks for it
   * @throws IllegalArgumentException when the source is neither; the message says what to write
   */
  public Repository register(String source, String by) {
    return register(source, null, by);
  }

  /**
   * The same, where the folder's own name says little.
   *
   * @param alias where else it may be found, by which it is named when its folder is called as any
   *     might be; a path or a URL, or null
   */
  public Repository register(String source, @Nullable String alias, String by) {
    String normal = Source.normal(source);
    List<String> names = Source.names(normal, alias);
    return from(source).orElseGet(() -> storage.write(rows -> add(rows, normal, names, by)));
  }

  /** The registered repository that is read from this path or URL. */
  public Optional<Repository> from(String source) {
    String normal = Source.normal(source);
    return storage.read(rows -> RepositoryRows.bySource(rows, normal));
  }

  /** All of them, by name. */
  public List<Repository> all() {
    return storage.read(rows -> RepositoryRows.all(rows));
  }

  /** The one of this name. */
  public Optional<Repository> named(String name) {
    return all().stream().filter(repository -> repository.name().equals(name)).findFirst();
  }

  /** Forgets the repository and what was read from it; whether it was there. */
  public boolean remove(String name, Who who, String why) {
    return storage.write(rows -> {
      Revision.raise(rows);
      boolean was = rows.execute("delete from repository where name = ?", name) > 0;
      if (was) {
        Journal.write(
            rows, Entry.of(clock.instant(), who, "repository forgotten", subject(name), why));
      }
      return was;
    });
  }

  private static Subject subject(String repository) {
    return Subject.of("repository", repository, "/systems/" + repository.replace('/', '~'))
        .in(Where.system(repository));
  }

  private Repository add(Handle rows, String source, List<String> names, String by) {
    Revision.hold(rows);
    Optional<Repository> meanwhile = RepositoryRows.bySource(rows, source);
    if (meanwhile.isPresent()) {
      return meanwhile.get();
    }
    Set<String> taken =
        RepositoryRows.all(rows).stream()
            .map(repository -> repository.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(HashSet::new));
    Instant at = clock.instant();
    String name = FreeName.of(names, taken);
    rows.execute(
        """
        insert into repository (name, source, added_at, added_by)
        values (?, ?, ?, ?)
        """,
        name,
        source,
        Instants.text(at),
        by);
    Revision.raise(rows);
    Journal.write(
        rows,
        Entry.of(at, Who.terminal(), "repository registered", subject(name), "by " + by)
            .with(Map.of("source", Source.shown(source))));
    return RepositoryRows.bySource(rows, source).orElseThrow();
  }

  private static List<Finder.Known> known(Handle rows) {
    Map<String, Set<String>> addresses = RepositoryAddresses.all(rows);
    return RepositoryRows.all(rows).stream()
        .map(known -> Finder.Known.of(known, addresses.getOrDefault(known.name(), Set.of())))
        .toList();
  }
}
