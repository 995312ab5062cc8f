package pilothouse.delivery;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.ServiceFacts;
import pilothouse.evidence.facts.Services;
import pilothouse.metrics.Window;
import pilothouse.metrics.delivery.Definition;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/**
 * Reads the metrics of services and keeps what was read until anything new is known: a new fact
 * shows at once.
 */
final class Gauges {
  private static final int FLEETS = 6;
  private static final int BEARINGS = 12;
  private static final Comparator<Line> BY_NEED =
      Comparator.comparingInt(Line::rank)
          .thenComparing(Line::system, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(Line::system);

  private final Supplier<Ground> ground;
  private final Map<Span, Kept> fleets = recent(FLEETS);
  private final Map<Key, Bearing> bearings = recent(BEARINGS);

  Gauges(Supplier<Ground> ground) {
    this.ground = ground;
  }

  /**
   * What is kept holds sentences, so each language keeps its own.
   *
   * @param language that is spoken
   */
  private record Span(Window window, Definition definition, String language) {
    static Span of(Lookout look) {
      return new Span(look.window(), look.definition(), Texts.now().tag());
    }
  }

  private record Key(String system, Span span, long version) {}

  /** All lines of a version, and what each of them follows from. */
  private static final class Kept {
    private long version = Long.MIN_VALUE;
    private List<Line> lines = List.of();
    private Map<String, Reckoned> bySystem = Map.of();
  }

  /**
   * A line, good as long as its basis is the same.
   *
   * @param wide whether it follows from the facts of all systems
   */
  private record Reckoned(Line line, Object basis, boolean wide) {
    boolean holds(ServiceFacts facts) {
      return basis.equals(facts.basis(wide));
    }
  }

  /** The five numbers of every service, what asks for a look first. */
  List<Line> fleet(Lookout look) {
    Kept kept = keptOf(Span.of(look));
    synchronized (kept) {
      long version = ground.get().services().version();
      if (kept.version != version) {
        renew(kept, look);
        kept.version = version;
      }
      return kept.lines;
    }
  }

  /** The same of the services that the caller may see. */
  List<Line> fleet(Lookout look, Caller caller) {
    return fleet(look).stream().filter(line -> caller.sees(Where.system(line.system()))).toList();
  }

  /** One service; what is computed of it stays until anything is told of anew. */
  Bearing bearing(Lookout look) {
    long version = ground.get().services().version();
    Key key = new Key(look.system(), Span.of(look), version);
    synchronized (bearings) {
      return bearings.computeIfAbsent(key, _ -> new Bearing(ground.get(), look));
    }
  }

  /** Works out the lines of the systems of which anything is new. */
  private void renew(Kept kept, Lookout look) {
    Services services = ground.get().services();
    Texts here = Texts.now();
    Map<String, Reckoned> before = kept.bySystem;
    List<Reckoned> now =
        services.names().parallelStream()
            .map(name -> services.passing(name).orElse(null))
            .filter(Objects::nonNull)
            .map(facts -> here.saying(() -> reckoned(facts, before.get(facts.system()), look)))
            .toList();
    kept.bySystem = now.stream().collect(Collectors.toMap(one -> one.line().system(), one -> one));
    kept.lines = now.stream().map(Reckoned::line).sorted(BY_NEED).toList();
  }

  private static Reckoned reckoned(ServiceFacts facts, @Nullable Reckoned before, Lookout look) {
    if (before != null && before.holds(facts)) {
      return before;
    }
    Line line = new Bearing(facts, look.at(facts.system())).line(look.at(facts.system()));
    boolean wide = facts.looksWide();
    return new Reckoned(line, facts.basis(wide), wide);
  }

  private Kept keptOf(Span span) {
    synchronized (fleets) {
      return fleets.computeIfAbsent(span, _ -> new Kept());
    }
  }

  private static <K, V> Map<K, V> recent(int most) {
    return new LinkedHashMap<>(most * 2, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
      }
    };
  }
}
