package pilothouse;

import java.lang.ref.SoftReference;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.debt.interest.Meter;
import pilothouse.debt.interest.Meters;
import pilothouse.evidence.work.Touched;
import pilothouse.evidence.work.Touching;
import pilothouse.systems.Ownership;
import pilothouse.systems.Repository;
import pilothouse.systems.Rules;
import pilothouse.systems.Systems;

/** Measures debt by what sources told of changes, what git tells of files, and who owns what. */
final class KnownInterest implements Meters {
  private final Touching touching;
  private final Systems systems;
  private final InstantSource clock;
  private final ZoneId zone;
  private SoftReference<Made> last = new SoftReference<>(null);
  private long version;

  KnownInterest(Touching touching, Systems systems, InstantSource clock, ZoneId zone) {
    this.touching = touching;
    this.systems = systems;
    this.clock = clock;
    this.zone = zone;
  }

  /** A meter, and what it was made of. */
  private record Made(List<Touched> all, Answering answering, long version, Meter meter) {
    /** What was put together anew has other arrays, which are equal to themselves alone. */
    boolean isOf(List<Touched> others, Answering other) {
      return answering.equals(other) && all.equals(others);
    }
  }

  @Override
  public long version() {
    return made().version;
  }

  @Override
  public Meter meter() {
    return made().meter;
  }

  private synchronized Made made() {
    List<Touched> all = touching.all(systems.all().stream().map(Repository::name).toList());
    Answering answering = answering();
    @Nullable Made before = last.get();
    if (before != null && before.isOf(all, answering)) {
      return before;
    }
    Made made = new Made(all, answering, ++version, Meter.of(Joined.of(all, answering)));
    last = new SoftReference<>(made);
    return made;
  }

  private Answering answering() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    Rules rules = systems.rules();
    Ownership ownership = systems.ownership();
    Map<String, String> teams = new HashMap<>();
    Map<String, String> folders = new HashMap<>();
    for (String system : ownership.systems()) {
      List<String> owners = ownership.of(system, today).stream().sorted().toList();
      if (!owners.isEmpty()) {
        teams.put(system, "team:" + String.join("+team:", owners));
        folders.put(system, rules.folder(system));
      }
    }
    return new Answering(teams, folders);
  }

  @Override
  public String repository(String written) {
    return systems.rules().repository(written).map(Repository::name).orElse(written);
  }

  @Override
  public Map<String, Title> titles(String repository, Set<String> keys) {
    Map<String, Title> titles = new HashMap<>();
    touching
        .titles(repository, keys)
        .forEach((key, one) -> titles.put(key, new Title(one.name(), one.title(), one.address())));
    return titles;
  }

  @Override
  public List<Known> known() {
    return made().all.stream()
        .map(one -> new Known(one.repository(), one.isOfRequests(), one.size(), one.pathless()))
        .toList();
  }
}
