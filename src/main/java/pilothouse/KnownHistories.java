package pilothouse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.Evidence;
import pilothouse.evidence.History;
import pilothouse.git.Progress;
import pilothouse.journal.Who;
import pilothouse.schedule.Schedule;
import pilothouse.systems.Repository;
import pilothouse.systems.Systems;
import pilothouse.text.Texts;
import pilothouse.views.Scopes;
import pilothouse.views.Sounding;
import pilothouse.views.Source;
import pilothouse.web.Caller;

/** What pages look at: every registered repository, and how far its reading is. */
final class KnownHistories implements Source {
  private static final String ELSEWHERE = "is read by another process";
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
    Map<String, Long> versions = new HashMap<>();
    evidence.histories().forEach(known -> versions.put(known.repository(), known.version()));
    Set<String> elsewhere = evidence.readElsewhere();
    List<Sounding> all = new ArrayList<>();
    for (Repository repository : systems.all()) {
      String name = repository.name();
      long version = versions.getOrDefault(name, 0L);
      pilothouse.evidence.Sounding here = under.get(name);
      boolean isHere = here != null && !here.isOver();
      all.add(
          elsewhere.contains(name) && !isHere
              ? new Sounding(name, true, ELSEWHERE, 0, 0, null, null, version)
              : sounding(name, here, version));
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

  @Override
  public synchronized void forget(String repository, Caller by, String why) {
    boolean running =
        evidence.readElsewhere().contains(repository)
            || evidence.soundings().stream()
                .anyMatch(now -> now.repository().equals(repository) && !now.isOver());
    if (running) {
      throw pilothouse.web.Refused.conflict(
          Texts.say("views.forget.is-being-read", repository), Texts.say("views.forget.wait"));
    }
    systems.named(repository).ifPresent(known -> evidence.forget(known, Who.of(by), why));
  }

  private static Sounding sounding(
      String name, pilothouse.evidence.@Nullable Sounding now, long version) {
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
      case WAITING -> now.says().isEmpty() ? "waits for its turn" : now.says();
      case CLONING -> "cloning from " + now.source() + " " + now.says();
      case COMMITS -> "commits";
      case PATHS -> "changed paths";
      case LINES -> "counting changed lines";
      case FILES -> "files as they are today";
      default -> "";
    };
  }
}
