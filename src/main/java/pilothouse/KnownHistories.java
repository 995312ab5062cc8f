package pilothouse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.Evidence;
import pilothouse.evidence.History;
import pilothouse.git.Progress;
import pilothouse.schedule.Schedule;
import pilothouse.systems.Repository;
import pilothouse.systems.Systems;
import pilothouse.views.Scopes;
import pilothouse.views.Sounding;
import pilothouse.views.Source;

/** What pages look at: every registered repository, and how far its reading is. */
final class KnownHistories implements Source {
  private final Systems systems;
  private final Evidence evidence;
  private final Schedule schedule;
  private final Progress hears;
  private final Scopes scopes;

  KnownHistories(
      Systems systems, Evidence evidence, Schedule schedule, Progress hears, Scopes scopes) {
    this.scopes = scopes;
    this.systems = systems;
    this.evidence = evidence;
    this.schedule = schedule;
    this.hears = hears;
  }

  @Override
  public List<Sounding> soundings() {
    Map<String, pilothouse.evidence.Sounding> under = new HashMap<>();
    evidence.soundings().forEach(sounding -> under.put(sounding.repository(), sounding));
    List<Sounding> all = new ArrayList<>();
    for (Repository repository : systems.all()) {
      all.add(sounding(repository.name(), under.get(repository.name())));
    }
    return all;
  }

  @Override
  public Scopes scopes() {
    return scopes;
  }

  @Override
  public @Nullable History history(String repository) {
    return evidence.history(repository).orElse(null);
  }

  @Override
  public synchronized void read(String repository) {
    boolean running =
        evidence.soundings().stream()
            .anyMatch(now -> now.repository().equals(repository) && !now.isOver());
    if (!running) {
      systems
          .named(repository)
          .ifPresent(known -> evidence.soundAll(List.of(known), schedule, hears));
    }
  }

  private Sounding sounding(String name, pilothouse.evidence.@Nullable Sounding now) {
    History history = history(name);
    long version = history == null ? 0 : history.version();
    if (now == null) {
      return new Sounding(name, false, "", 0, 0, null, null, version);
    }
    boolean failed = now.state() == pilothouse.evidence.Sounding.State.FAILED;
    return new Sounding(
        name,
        !now.isOver(),
        doing(now),
        now.done(),
        now.total(),
        failed ? now.says() : null,
        failed ? null : now.endedAt(),
        version);
  }

  private static String doing(pilothouse.evidence.Sounding now) {
    return switch (now.state()) {
      case WAITING -> "waits for its turn";
      case CLONING -> "cloning from " + now.source() + " " + now.says();
      case COMMITS -> "commits";
      case PATHS -> "changed paths";
      case LINES -> "counting changed lines";
      case FILES -> "files as they are today";
      default -> "";
    };
  }
}
