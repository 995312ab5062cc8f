package pilothouse.evidence;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.git.GitHistory;
import pilothouse.evidence.git.HeadText;
import pilothouse.evidence.git.Reading;
import pilothouse.evidence.git.RepositoryReader;
import pilothouse.evidence.git.Scans;
import pilothouse.git.Clones;
import pilothouse.git.GitTrouble;
import pilothouse.git.Home;
import pilothouse.git.Progress;
import pilothouse.git.Scan;
import pilothouse.git.Scanner;
import pilothouse.journal.Who;
import pilothouse.schedule.Schedule;
import pilothouse.storage.Leases;
import pilothouse.storage.Storage;
import pilothouse.storage.StorageTrouble;
import pilothouse.systems.Codeowners;
import pilothouse.systems.Repository;
import pilothouse.systems.Systems;
import pilothouse.text.Say;

/**
 * What is known of the registered repositories: reads them, keeps what was read, and holds the
 * latest history of each in memory.
 */
public final class Evidence {
  /** Between two revisions there is room for the histories of a reading under way. */
  private static final int STEPS = 1 << 10;

  /** What the lease of a reading is called, before the repository's name. */
  private static final String READING = "reading of ";

  private static final long AGAIN_MILLISECONDS = 500;

  private final Systems systems;
  private final Scans scans;
  private final RepositoryReader reader;
  private final Soundings soundings;
  private final Sources sources;
  private final ConcurrentHashMap<String, Known> known = new ConcurrentHashMap<>();

  /** The head's texts of repositories that are being read, for their early histories. */
  private final ConcurrentHashMap<String, List<HeadText>> texts = new ConcurrentHashMap<>();

  /** Changes that only this process knows of. */
  private final AtomicLong version = new AtomicLong();

  private final Leases leases;
  private volatile Seen seen = new Seen(-1, Map.of());
  private volatile Consumer<String> listener = repository -> {};

  /**
   * Evidence in that storage.
   *
   * @param data the folder in which repositories from elsewhere are cloned, in {@code clones/}
   * @param leases of this process: one reads a repository at a time
   */
  public Evidence(
      Storage storage,
      Systems systems,
      Path data,
      Scanner.Options options,
      InstantSource clock,
      Leases leases) {
    this.systems = systems;
    this.leases = leases;
    this.scans = new Scans(storage, clock);
    this.reader = new RepositoryReader(data.resolve("clones"), options);
    this.soundings = new Soundings(clock);
    this.sources = new Sources(systems);
  }

  /**
   * What is known of a repository.
   *
   * @param revision of what is stored; 0 for an early history, which is not
   * @param basis the revision that was stored when this became known: while it is, this holds
   */
  private record Known(
      History history, Codeowners owners, Reading reading, int revision, int basis) {
    Known on(int stored) {
      return new Known(history, owners, reading, revision, stored);
    }
  }

  /** The revisions of all that is stored, as any process wrote it. */
  private record Seen(long version, Map<String, Integer> revisions) {
    int revision(String repository) {
      return revisions.getOrDefault(repository, 0);
    }
  }

  /** The repository that is meant, registered when it is new. */
  public Repository register(String given, String by) {
    return sources.register(given, by);
  }

  /** The registered repository that is meant by this path or URL. */
  public Optional<Repository> registered(String given) {
    return sources.registered(given);
  }

  /**
   * Reads the repository now and returns its history. What was read before is not read again; when
   * nothing is new, nothing is written.
   *
   * @param source a path or a URL, registered when it is new
   * @throws GitTrouble when it cannot be read; what was known of it stays
   */
  public History sound(String source, Progress progress) {
    boolean isNew = registered(source).isEmpty();
    Repository repository = register(source, "check");
    try {
      return sound(repository, progress, line -> {});
    } catch (GitTrouble e) {
      if (isNew) {
        forget(repository, Who.program(), "");
      }
      throw e;
    }
  }

  /**
   * Reads the repositories in the background; {@link #soundings} tells how far they are, and {@link
   * #histories} has what is known so far. What another process reads now is read after it.
   *
   * @param hears told of each step too, once it shows
   */
  public void soundAll(Collection<Repository> repositories, Schedule schedule, Progress hears) {
    for (Repository repository : repositories) {
      soundings.begin(repository);
    }
    for (Repository repository : repositories) {
      schedule.start(
          "read " + repository.name(), AGAIN_MILLISECONDS, () -> watched(repository, hears));
    }
  }

  /** How far each repository is, in the order in which they were asked for. */
  public List<Sounding> soundings() {
    return soundings.all();
  }

  /** The names of the repositories that another process reads now. */
  public Set<String> readElsewhere() {
    return leases.elsewhere(READING).stream()
        .map(lease -> lease.substring(READING.length()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The latest history of each registered repository that anything is known of, by name. */
  public List<History> histories() {
    var histories = new ArrayList<History>();
    Seen now = seen();
    for (Repository repository : systems.all()) {
      Known here = known(repository.name(), now);
      if (here != null) {
        histories.add(here.history);
      }
    }
    return histories;
  }

  /** The latest history of the repository of this name. */
  public Optional<History> history(String repository) {
    return Optional.ofNullable(known(repository)).map(Known::history);
  }

  /** Who answers for which part of it; says nothing where there is no CODEOWNERS file. */
  public Codeowners owners(String repository) {
    Known here = known(repository);
    return here == null ? Codeowners.none() : here.owners;
  }

  /**
   * Files of the head's tree of a repository as text, by path. Left out is what is not there, or
   * cannot be read now.
   */
  public Map<String, String> texts(String repository, List<String> paths) {
    Optional<Repository> known = systems.named(repository);
    if (known.isEmpty() || paths.isEmpty()) {
      return Map.of();
    }
    try {
      return RepositoryReader.texts(reader.place(known.get()), paths);
    } catch (GitTrouble gone) {
      return Map.of();
    }
  }

  /**
   * Files of the head's tree of a repository byte for byte, but for those that are larger.
   *
   * @throws GitTrouble when the repository cannot be read now
   */
  public Map<String, byte[]> contents(String repository, List<String> paths, int largest) {
    Path at = place(repository).orElse(null);
    return at == null || paths.isEmpty() ? Map.of() : Scanner.headFiles(at, paths, largest);
  }

  /**
   * Tells somebody of each repository that was read, by name, before its reading counts as over.
   */
  public void hear(Consumer<String> afterReading) {
    listener = afterReading;
  }

  /** Rises whenever any history changes, by whichever process. */
  public long version() {
    return version.get() + seen().version;
  }

  /** The part of {@link #version} that is stored, as it was last looked up. */
  long seenVersion() {
    return seen.version;
  }

  /** Where the repository of this name lies on this machine; empty when none is registered so. */
  Optional<Path> place(String repository) {
    return systems.named(repository).map(reader::place);
  }

  /** Something was found out about a history that it does not hold itself. */
  void found() {
    version.incrementAndGet();
  }

  /** Forgets the repository and all that was read from it; a copy that was made of it goes, too. */
  public void forget(Repository repository, Who who, String why) {
    String name = repository.name();
    systems.remove(name, who, why);
    scans.raise();
    known.remove(name);
    soundings.forget(name);
    version.incrementAndGet();
    if (repository.isRemote()) {
      Clones.remove(reader.place(repository));
    }
  }

  /** Whether it was ours to read now. */
  private boolean watched(Repository repository, Progress hears) throws Exception {
    String name = repository.name();
    try {
      boolean ours = leases.hold(READING + name, _ -> read(repository, hears));
      if (!ours) {
        soundings.elsewhere(name);
      }
      return ours;
    } catch (StorageTrouble e) {
      soundings.failed(name, String.valueOf(e.getMessage()));
      return true;
    }
  }

  private void read(Repository repository, Progress hears) {
    String name = repository.name();
    try {
      if (repository.isRemote()) {
        soundings.cloning(name);
      }
      Progress progress = soundings.progress(name, scan -> early(name, scan), hears);
      sound(repository, progress, line -> soundings.hear(name, line));
      listener.accept(name);
      soundings.done(name);
    } catch (GitTrouble | StorageTrouble e) {
      soundings.failed(name, e.getMessage() + " " + still(name));
    } catch (OutOfMemoryError e) {
      String mend = "There was not enough memory; start again with more, as in --memory 1g. ";
      soundings.failed(name, mend + still(name));
    } catch (RuntimeException e) {
      soundings.failed(name, "Reading " + name + " failed: " + e + ". " + still(name));
      throw e;
    }
  }

  /** What is shown in place of what could not be read. */
  private String still(String name) {
    return storedAt(name)
        .map(at -> "What is shown was stored on " + Say.day(at, ZoneOffset.UTC) + ".")
        .orElse("Nothing was stored of it before.");
  }

  /** When what is stored of the repository was written; empty when nothing is. */
  public Optional<Instant> storedAt(String repository) {
    return scans.storedAt(repository);
  }

  private History sound(Repository repository, Progress progress, Consumer<String> hears) {
    Scans.Stored before = stored(repository.name());
    Path path = reader.fetch(repository, sources.address(repository), hears);
    systems.addresses(repository.name(), Home.of(path).remotes());
    if (before == null) {
      texts.put(repository.name(), RepositoryReader.texts(path));
    }
    Reading reading = reader.read(path, before == null ? null : before.reading(), progress);
    texts.remove(repository.name());
    return remember(repository.name(), scans.keep(repository.name(), reading, before)).history;
  }

  private Scans.@Nullable Stored stored(String name) {
    Known here = known.get(name);
    if (here != null && here.revision > 0 && here.revision == seen().revision(name)) {
      return new Scans.Stored(here.revision, here.reading);
    }
    return scans.load(name).orElse(null);
  }

  /** Shows commits and paths before their lines are counted, where nothing better is known. */
  History early(String name, Supplier<Scan> scan) {
    Known here = known(name);
    if (here != null && here.history.coverage().linesCounted()) {
      return here.history;
    }
    Reading reading = new Reading(scan.get(), texts.getOrDefault(name, List.of()));
    long step = here == null ? 1 : here.history.version() + 1;
    History history = GitHistory.from(name, step, reading);
    known.put(name, new Known(history, owners(reading), reading, 0, seen.revision(name)));
    version.incrementAndGet();
    return history;
  }

  private @Nullable Known known(String name) {
    return known(name, seen());
  }

  private @Nullable Known known(String name, Seen now) {
    Known here = known.get(name);
    int stored = now.revision(name);
    if (here != null && here.basis == stored) {
      return here;
    }
    Scans.Stored there = stored == 0 ? null : scans.load(name).orElse(null);
    if (there != null) {
      return remember(name, there);
    }
    if (here == null || here.revision > 0) {
      // Another process forgot it.
      known.remove(name);
      return null;
    }
    Known kept = here.on(stored);
    known.put(name, kept);
    return kept;
  }

  /** What is stored now; one number is asked for, and more only where that differs. */
  private Seen seen() {
    long now = scans.version();
    Seen last = seen;
    if (last.version != now) {
      last = new Seen(now, scans.revisions());
      seen = last;
    }
    return last;
  }

  private Known remember(String name, Scans.Stored stored) {
    Known here = known.get(name);
    if (here != null && here.revision == stored.revision()) {
      return here;
    }
    long step = (long) stored.revision() * STEPS;
    History history = GitHistory.from(name, step, stored.reading());
    int revision = stored.revision();
    Known now = new Known(history, owners(stored.reading()), stored.reading(), revision, revision);
    known.put(name, now);
    version.incrementAndGet();
    return now;
  }

  private static Codeowners owners(Reading reading) {
    for (String location : Codeowners.LOCATIONS) {
      String text = reading.text(location);
      if (!text.isBlank()) {
        return Codeowners.parse(text, location);
      }
    }
    return Codeowners.none();
  }
}
