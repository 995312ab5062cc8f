package pilothouse.findings;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import pilothouse.storage.Storage;
import pilothouse.text.Texts;
import pilothouse.web.Route;

/** The stream of findings that doors tell: merged, ranked, and put off with a reason. */
public final class Findings {
  private static final Comparator<Finding> URGENT =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::costPerWeek, Comparator.nullsLast(Comparator.reverseOrder()))
          .thenComparing(Comparator.comparingDouble(Finding::risk).reversed())
          .thenComparing(Finding::since, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Finding::kind)
          .thenComparing(Finding::subject);

  private final InstantSource clock;
  private final ZoneId zone;
  private final Snoozes snoozes;
  private final List<Source> sources = new CopyOnWriteArrayList<>();
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  /** What the doors told in one language, and the same ranked: ranked anew when one says else. */
  private record Kept(List<List<Finding>> told, List<Finding> ranked) {}

  public Findings(Storage storage, InstantSource clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
    this.snoozes = new Snoozes(storage, clock);
  }

  /**
   * The addresses of the pages and of the API.
   *
   * @param evidence what readings of repositories show now, which no door tells
   */
  public static List<Route> routes(Supplier<Findings> findings, Source evidence) {
    List<Route> routes = new ArrayList<>(new FindingPages(findings, evidence).routes());
    routes.addAll(new FindingAnswers(findings, evidence).routes());
    return routes;
  }

  /** From now on this door is asked, too. */
  public void hear(Source source) {
    sources.add(source);
  }

  /** All that the doors tell now, merged, the most urgent first; asks nobody who may see what. */
  public List<Finding> all() {
    Instant now = clock.instant();
    List<List<Finding>> told = sources.stream().map(source -> source.found(now)).toList();
    String language = Texts.now().tag();
    Kept before = kept.get(language);
    if (before == null || !before.told().equals(told)) {
      before = new Kept(told, ranked(told.stream().flatMap(List::stream).toList()));
      kept.put(language, before);
    }
    return before.ranked();
  }

  /** The same with what was brought from elsewhere, which no door tells. */
  List<Finding> with(List<Finding> brought) {
    if (brought.isEmpty()) {
      return all();
    }
    List<Finding> all = new ArrayList<>(ranked(brought));
    all.addAll(all());
    all.sort(URGENT);
    return all;
  }

  /** Of each thing of which a person is told once, the first; all else as it is. */
  public static List<Finding> once(List<Finding> ranked) {
    Set<String> told = new HashSet<>();
    return ranked.stream().filter(one -> one.once().isEmpty() || told.add(one.once())).toList();
  }

  /**
   * What somebody is shown.
   *
   * @param brought what readings of repositories show
   */
  public Needs needs(pilothouse.web.Caller caller, List<Finding> brought) {
    return Needs.of(caller, with(brought), snoozes.now());
  }

  Snoozes snoozes() {
    return snoozes;
  }

  InstantSource clock() {
    return clock;
  }

  ZoneId zone() {
    return zone;
  }

  /**
   * The most urgent first: by severity, then by the known cost of waiting, then by risk, then the
   * oldest. Of two findings of one kind about one subject in one scope the more urgent stays.
   */
  public static List<Finding> ranked(List<Finding> brought) {
    Map<String, Finding> merged = new LinkedHashMap<>();
    for (Finding finding : brought) {
      merged.merge(finding.key(), finding, (a, b) -> URGENT.compare(a, b) <= 0 ? a : b);
    }
    return merged.values().stream().sorted(URGENT).toList();
  }
}
