package pilothouse.reliability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Measurement;
import pilothouse.metrics.Ledger;
import pilothouse.metrics.Notes;
import pilothouse.text.Texts;

/**
 * What was told of an objective, as how many were good of how many, by time; and what of it could
 * not be counted.
 */
record Counts(List<Count> all, Ledger ledger) {

  /** So many of so many, in the time that ends then. */
  record Count(Instant at, double good, double total) {}

  /**
   * Reads what was told.
   *
   * @param told the numbers of the service by their names, by time
   */
  static Counts of(Objective objective, Map<String, List<Measurement>> told) {
    Indicator indicator = objective.indicator();
    List<Measurement> main = told.getOrDefault(indicator.main().metric(), List.of());
    Indicator.Signal total = indicator.total();
    return total == null
        ? shares(objective, main)
        : new Pairing(indicator).read(main, told.getOrDefault(total.metric(), List.of()));
  }

  private static Counts shares(Objective objective, List<Measurement> main) {
    List<Count> counts = new ArrayList<>();
    int strange = 0;
    for (Measurement one : main) {
      Double good = share(objective, one);
      if (good == null) {
        strange++;
      } else {
        counts.add(new Count(one.at(), good, 1));
      }
    }
    Notes notes = new Notes().leave(Texts.say("reliability.left.no-share"), strange);
    return new Counts(List.copyOf(counts), notes.ledger());
  }

  private static @Nullable Double share(Objective objective, Measurement one) {
    Objective.Limit limit = objective.limit();
    if (limit != null) {
      return limit.holds(one.value()) ? 1.0 : 0.0;
    }
    String unit = one.unit();
    boolean percent = unit != null && (unit.equals("%") || unit.equals("percent"));
    double share = percent ? one.value() / 100 : one.value();
    if (!(share >= 0 && share <= 1)) {
      return null;
    }
    return objective.indicator().kind() == Indicator.Kind.FAILURE ? 1 - share : share;
  }

  /** Puts counts together that were told for the same moment. */
  private static final class Pairing {
    private final Indicator indicator;
    private final List<Count> counts = new ArrayList<>();
    private @Nullable Count before;
    private int first;
    private int strange;

    Pairing(Indicator indicator) {
      this.indicator = indicator;
    }

    Counts read(List<Measurement> main, List<Measurement> total) {
      Map<Instant, Double> parts = new HashMap<>();
      main.forEach(one -> parts.put(one.at(), one.value()));
      int alone = 0;
      for (Measurement all : total) {
        Double part = parts.remove(all.at());
        if (part == null) {
          alone++;
        } else {
          take(new Count(all.at(), part, all.value()));
        }
      }
      Notes notes =
          new Notes()
              .leave(Texts.say("reliability.left.alone"), alone + parts.size())
              .leave(Texts.say("reliability.left.first"), first)
              .leave(Texts.say("reliability.left.strange"), strange);
      return new Counts(List.copyOf(counts), notes.ledger());
    }

    /** What a counter shows is counted by what it rose; one that fell began anew at zero. */
    private void take(Count told) {
      Count last = before;
      before = told;
      if (!indicator.counter()) {
        add(told);
      } else if (last == null) {
        first++;
      } else if (told.total() < last.total() || told.good() < last.good()) {
        add(told);
      } else {
        add(new Count(told.at(), told.good() - last.good(), told.total() - last.total()));
      }
    }

    private void add(Count one) {
      if (!(one.good() >= 0 && one.good() <= one.total())) {
        strange++;
      } else if (indicator.kind() == Indicator.Kind.BAD) {
        counts.add(new Count(one.at(), one.total() - one.good(), one.total()));
      } else {
        counts.add(one);
      }
    }
  }
}
