package pilothouse.findings;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import pilothouse.storage.Storage;

/** The stream of findings that features bring: merged and ranked. */
public final class Findings {
  private static final Comparator<Finding> URGENT =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::costPerWeek, Comparator.nullsLast(Comparator.reverseOrder()))
          .thenComparing(Comparator.comparingDouble(Finding::risk).reversed())
          .thenComparing(Finding::since, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Finding::kind)
          .thenComparing(Finding::subject);

  private final Storage storage;
  private final InstantSource clock;
  private final List<Source> sources = new CopyOnWriteArrayList<>();

  public Findings(Storage storage, InstantSource clock) {
    this.storage = storage;
    this.clock = clock;
  }

  /** From now on this door is asked, too. */
  public void hear(Source source) {
    sources.add(source);
  }

  /** All that the doors tell now, merged, the most urgent first; asks nobody who may see what. */
  public List<Finding> all() {
    Instant now = clock.instant();
    return ranked(sources.stream().flatMap(source -> source.found(now).stream()).toList());
  }

  /**
   * The most urgent first: by severity, then by the known cost of waiting, then by risk, then the
   * oldest. Of two findings of one kind about one subject in one scope the more urgent stays.
   */
  public static List<Finding> ranked(List<Finding> brought) {
    Map<String, Finding> merged = new LinkedHashMap<>();
    for (Finding finding : brought) {
      String key =
          String.join(
              "\0",
              finding.kind(),
              finding.receipt().repository(),
              finding.receipt().folder(),
              finding.place().text(),
              finding.page(),
              finding.subject());
      merged.merge(key, finding, (a, b) -> URGENT.compare(a, b) <= 0 ? a : b);
    }
    return merged.values().stream().sorted(URGENT).toList();
  }
}
