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
import pilothouse.text.Texts;

/** What a history suggests as debt, kind by kind. */
final class Suggestions {
  private Suggestions() {}

  static List<Candidate> hotspots(Metrics metrics) {
    List<Candidate> found = new ArrayList<>();
    List<Hotspot> hot = metrics.hotspots().stream().filter(Suggestions::isHot).toList();
    Map<String, String> names = Tails.of(hot.stream().map(Hotspot::path).toList());
    for (Hotspot spot : hot) {
      found.add(
          new Candidate(
              key(Kind.HOTSPOT, spot.path()),
              Kind.HOTSPOT,
              Texts.say("debt.suggestions.is-complicated-and-keeps", names.get(spot.path())),
              List.of(spot.path()),
              List.of(
                  Texts.say(
                      "debt.suggestions.by-in-the-period",
                      Say.counted(spot.revisions(), "commit"),
                      Say.counted(spot.people(), "person")),
                  Texts.say(
                      "debt.suggestions.lines-deep",
                      Say.counted(spot.lines(), "line"),
                      deep(spot))),
              Texts.say("debt.suggestions.work-that-returns-to"),
              spot.score(),
              null,
              address(metrics, "hotspots")));
    }
    return found;
  }

  private static boolean isHot(Hotspot spot) {
    return spot.score() >= Debts.HOT && !spot.test() && spot.revisions() >= 5;
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
                Texts.say(
                    "debt.suggestions.and-change-together",
                    apart(pair.left(), pair.right()),
                    apart(pair.right(), pair.left())),
                List.of(pair.left(), pair.right()),
                List.of(
                    Texts.say("debt.suggestions.commits-changed-both-in", Say.count(pair.shared())),
                    Texts.say("debt.suggestions.of-their-changes-are", Math.round(pair.degree()))),
                Texts.say("debt.suggestions.they-stand-in-different"),
                pair.degree() / 100 * (0.5 + 0.5 * weight),
                null,
                address(metrics, "coupling-across-folders")));
      }
    }
    return found;
  }

  /** The end of a path that is enough to tell it from another one. */
  static String apart(String path, String other) {
    int from = path.lastIndexOf('/');
    while (from >= 0 && ("/" + other).endsWith(path.substring(from))) {
      from = path.lastIndexOf('/', from - 1);
    }
    return path.substring(from + 1);
  }

  static List<Candidate> islands(Metrics metrics) {
    List<Candidate> found = new ArrayList<>();
    List<Knowledge.Island> islands =
        metrics.history().coverage().linesCounted() ? metrics.knowledge().islands() : List.of();
    Map<String, String> names = Tails.of(islands.stream().map(Knowledge.Island::path).toList());
    for (Knowledge.Island island : islands) {
      double size = Math.min(1, island.lines() / 1000.0);
      double busy = Math.min(1, island.revisions() / 12.0);
      found.add(
          new Candidate(
              key(Kind.ISLAND, island.path()),
              Kind.ISLAND,
              Texts.say(
                  island.gone()
                      ? "debt.suggestions.one-person-gone"
                      : "debt.suggestions.one-person",
                  names.get(island.path())),
              List.of(island.path()),
              List.of(
                  island.gone()
                      ? Texts.say(
                          "debt.suggestions.silent-lines", Say.counted(island.lines(), "line"))
                      : Say.counted(island.lines(), "line"),
                  Texts.say(
                      "debt.suggestions.in-the-period", Say.counted(island.revisions(), "commit")),
                  Texts.say(
                      "debt.suggestions.changed-it-at-some",
                      Say.counted(island.people(), "person"))),
              island.gone()
                  ? Texts.say("debt.suggestions.it-still-changes-and")
                  : Texts.say("debt.suggestions.when-that-person-is"),
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
    Map<String, String> names =
        Tails.of(metrics.staleMarkers().stream().map(Marker::path).toList());
    for (Marker marker : metrics.staleMarkers()) {
      String note = marker.path() + ": " + marker.text();
      int nth = alike.merge(note, 1, Integer::sum);
      Instant written = marker.written();
      double years = written == null ? 0 : Duration.between(written, end).toDays() / 365.0;
      found.add(
          new Candidate(
              key(Kind.STALE_MARKER, nth == 1 ? note : note + " (" + nth + ")"),
              Kind.STALE_MARKER,
              Texts.say("debt.suggestions.a-note-in-has", names.get(marker.path()), age(years)),
              List.of(marker.path()),
              List.of(
                  marker.path() + ":" + marker.line() + ": " + marker.text(),
                  Texts.say("debt.suggestions.written-on", day(metrics, written))),
              Texts.say("debt.suggestions.whoever-wrote-it-saw"),
              Math.min(0.5, 0.1 + 0.04 * years),
              written,
              address(metrics, "stale-todos")));
    }
    return found;
  }

  private static String day(Metrics metrics, @Nullable Instant at) {
    return at == null
        ? Texts.say("debt.suggestions.an-unknown-day")
        : Say.day(at, metrics.window().zone());
  }

  private static String age(double years) {
    long whole = Math.round(years);
    return whole <= 1 ? Texts.say("debt.suggestions.a-year") : Say.counted(whole, "year");
  }

  /** How nested the code is, in words: levels of indentation of a usual line. */
  private static String deep(Hotspot spot) {
    double levels = (double) spot.complexity() / Math.max(1, spot.lines());
    return Texts.say(
        "debt.suggestions.nested-levels-deep-on", Say.number(Math.round(levels * 10) / 10.0));
  }

  private static String key(Kind kind, String paths) {
    return kind.key() + ": " + paths;
  }

  private static Address address(Metrics metrics, String metric) {
    return new Address(metric, metrics.scope().repository(), metrics.scope().folder());
  }
}
