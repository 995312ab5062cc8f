package pilothouse.debt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.debt.Candidate.Kind;
import pilothouse.findings.Finding.Address;
import pilothouse.metrics.Couplings;
import pilothouse.metrics.Hotspot;
import pilothouse.metrics.Knowledge;
import pilothouse.metrics.Marker;
import pilothouse.metrics.Metrics;
import pilothouse.text.Say;

/** What a history suggests as debt, kind by kind. */
final class Suggestions {
  private Suggestions() {}

  static List<Candidate> hotspots(Metrics metrics) {
    List<Candidate> found = new ArrayList<>();
    for (Hotspot spot : metrics.hotspots()) {
      if (spot.score() >= Debts.HOT && !spot.test() && spot.revisions() >= 5) {
        found.add(
            new Candidate(
                key(Kind.HOTSPOT, spot.path()),
                Kind.HOTSPOT,
                name(spot.path()) + " is complicated and keeps changing",
                List.of(spot.path()),
                List.of(
                    Say.counted(spot.revisions(), "commit")
                        + " by "
                        + Say.counted(spot.people(), "person")
                        + " in the period",
                    Say.counted(spot.lines(), "line") + ", " + deep(spot)),
                "Work that returns to complicated code takes longer and breaks more often; a split here pays back with every later change.",
                spot.score(),
                null,
                address(metrics, "hotspots")));
      }
    }
    return found;
  }

  static List<Candidate> couplings(Metrics metrics) {
    List<Candidate> found = new ArrayList<>();
    for (Couplings.Pair pair : metrics.couplings().pairs()) {
      if (pair.across()) {
        double weight = Math.min(1, pair.shared() / 20.0);
        found.add(
            new Candidate(
                key(Kind.COUPLING, pair.left() + " + " + pair.right()),
                Kind.COUPLING,
                name(pair.left()) + " and " + name(pair.right()) + " change together",
                List.of(pair.left(), pair.right()),
                List.of(
                    Say.count(pair.shared()) + " commits changed both in the period",
                    Math.round(pair.degree()) + " % of their changes are shared"),
                "They stand in different folders, so nothing tells whoever changes one that the other must follow.",
                pair.degree() / 100 * (0.5 + 0.5 * weight),
                null,
                address(metrics, "coupling-across-folders")));
      }
    }
    return found;
  }

  static List<Candidate> islands(Metrics metrics) {
    List<Candidate> found = new ArrayList<>();
    List<Knowledge.Island> islands =
        metrics.history().coverage().linesCounted() ? metrics.knowledge().islands() : List.of();
    for (Knowledge.Island island : islands) {
      double size = Math.min(1, island.lines() / 1000.0);
      double busy = Math.min(1, island.revisions() / 12.0);
      String state = island.gone() ? "no commit by that person for 180 days; " : "";
      found.add(
          new Candidate(
              key(Kind.ISLAND, island.path()),
              Kind.ISLAND,
              name(island.path())
                  + " was mostly written by one person"
                  + (island.gone() ? ", who has gone quiet" : ""),
              List.of(island.path()),
              List.of(
                  state + Say.counted(island.lines(), "line"),
                  Say.counted(island.revisions(), "commit") + " in the period",
                  Say.counted(island.people(), "person") + " changed it at some time"),
              island.gone()
                  ? "It still changes, and nobody who knows it well is there to ask."
                  : "When that person is away, changes to it wait or go wrong.",
              (island.gone() ? 0.4 : 0.2)
                  + 0.2 * size
                  + 0.2 * busy
                  + 0.2 / Math.max(1, island.people()),
              null,
              address(metrics, "islands")));
    }
    return found;
  }

  static List<Candidate> markers(Metrics metrics) {
    List<Candidate> found = new ArrayList<>();
    Instant end = metrics.window().to();
    Map<String, Integer> alike = new HashMap<>();
    for (Marker marker : metrics.staleMarkers()) {
      String note = marker.path() + ": " + marker.text();
      int nth = alike.merge(note, 1, Integer::sum);
      Instant written = marker.written();
      double years = written == null ? 0 : Duration.between(written, end).toDays() / 365.0;
      found.add(
          new Candidate(
              key(Kind.STALE_MARKER, nth == 1 ? note : note + " (" + nth + ")"),
              Kind.STALE_MARKER,
              "A note in " + name(marker.path()) + " has waited for " + age(years),
              List.of(marker.path()),
              List.of(
                  marker.path() + ":" + marker.line() + ": " + marker.text(),
                  "written on " + day(metrics, written)),
              "Whoever wrote it saw something unfinished; it is either done, wanted or can go.",
              Math.min(0.5, 0.1 + 0.04 * years),
              written,
              address(metrics, "stale-todos")));
    }
    return found;
  }

  private static String day(Metrics metrics, @Nullable Instant at) {
    return at == null ? "an unknown day" : Say.day(at, metrics.window().zone());
  }

  private static String age(double years) {
    long whole = Math.round(years);
    return whole <= 1 ? "a year" : whole + " years";
  }

  /** How nested the code is, in words: levels of indentation of a usual line. */
  private static String deep(Hotspot spot) {
    double levels = (double) spot.complexity() / Math.max(1, spot.lines());
    return "nested " + Say.number(Math.round(levels * 10) / 10.0) + " levels deep on average";
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String key(Kind kind, String paths) {
    return kind.words().replace(' ', '-') + ": " + paths;
  }

  private static Address address(Metrics metrics, String metric) {
    return new Address(metric, metrics.scope().repository(), metrics.scope().folder());
  }
}
