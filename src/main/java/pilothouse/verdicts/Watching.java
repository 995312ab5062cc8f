package pilothouse.verdicts;

import static pilothouse.findings.Finding.Severity.KNOW;
import static pilothouse.findings.Finding.Severity.LOOK;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.findings.Finding;
import pilothouse.findings.Source;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Window;
import pilothouse.metrics.judging.Dated;
import pilothouse.metrics.judging.Expect;
import pilothouse.metrics.judging.Judgement;
import pilothouse.metrics.judging.Lately;
import pilothouse.metrics.judging.Verdict;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Gauge;
import pilothouse.views.Gauged;
import pilothouse.views.Gauges;

/**
 * Tells of watched numbers that moved lately: by the same formula as verdicts, so that noise is no
 * alarm. Worked out behind the pages, once an hour; a point is judged once, when it is whole.
 */
final class Watching implements Source {
  private static final Duration FRESH = Duration.ofHours(1);
  private static final int MOST = 200;
  private static final int WEEKS = 104;
  private static final int WEEK = 7;

  private final Verdicts verdicts;
  private final List<Supplier<? extends Collection<Gauge>>> watched = new CopyOnWriteArrayList<>();
  private final AtomicBoolean looking = new AtomicBoolean();
  private final Map<Gauge, Last> judged = new ConcurrentHashMap<>();
  private volatile @Nullable Kept kept;

  Watching(Verdicts verdicts) {
    this.verdicts = verdicts;
  }

  /** What moved, and when that was worked out. */
  private record Kept(Instant at, Set<Gauge> of, List<Moved> moved) {}

  /** What was judged with the newest point that was whole: as long as there is no newer one. */
  private record Last(LocalDate point, Metric.Better better, Optional<Judgement> judged) {}

  private record Moved(Gauged gauged, Judgement judged, Metric.Better better, String owner) {}

  void watch(Supplier<? extends Collection<Gauge>> gauges) {
    watched.add(gauges);
  }

  @Override
  public List<Finding> found(Instant now) {
    Kept before = kept;
    boolean stale = before == null || before.at().plus(FRESH).isBefore(now);
    if (stale && looking.compareAndSet(false, true)) {
      Thread.ofVirtual()
          .start(() -> {
            try {
              look();
            } finally {
              looking.set(false);
            }
          });
    }
    return before == null ? List.of() : before.moved().stream().map(this::finding).toList();
  }

  /** Looks at all of them, where an hour went by or others are watched than before. */
  void fresh() {
    Kept before = kept;
    if (before == null
        || before.at().plus(FRESH).isBefore(verdicts.now())
        || !before.of().equals(all())) {
      look();
    }
  }

  private Set<Gauge> all() {
    Set<Gauge> all = new LinkedHashSet<>();
    watched.forEach(some -> all.addAll(some.get()));
    return all;
  }

  private void look() {
    Set<Gauge> all = all();
    List<Moved> moved = new ArrayList<>();
    judged.keySet().retainAll(all);
    all.stream().limit(MOST).forEach(gauge -> moved(gauge).ifPresent(moved::add));
    kept = new Kept(verdicts.now(), all, List.copyOf(moved));
  }

  private Optional<Moved> moved(Gauge gauge) {
    Gauges gauges = verdicts.gauges();
    LocalDate today = verdicts.today();
    Instant from = today.minusWeeks(WEEKS).atStartOfDay(verdicts.zone()).toInstant();
    Instant to = today.atStartOfDay(verdicts.zone()).toInstant();
    Gauged gauged = gauges.read(gauge, new Window(from, to, verdicts.zone()));
    List<Dated> points = whole(Looking.dated(gauged, verdicts.zone()), today);
    if (points.isEmpty()) {
      return Optional.empty();
    }
    LocalDate newest = points.getLast().day();
    Optional<Gauges.Offered> known = gauges.find(gauge);
    Metric.Better better = known.map(Gauges.Offered::better).orElse(Metric.Better.NEITHER);
    Last last = judged.get(gauge);
    if (last == null || !last.point().equals(newest) || last.better() != better) {
      Expect expect = better == Metric.Better.LOWER ? Expect.DOWN : Expect.UP;
      last = new Last(newest, better, Lately.moved(points, expect, gauged::says));
      judged.put(gauge, last);
    }
    String owner = known.map(Gauges.Offered::owner).orElse("");
    return last.judged().map(found -> new Moved(gauged, found, better, owner));
  }

  /** Without the week that is not over. */
  private static List<Dated> whole(List<Dated> points, LocalDate today) {
    boolean begun =
        Looking.isWeekly(points) && points.getLast().day().plusDays(WEEK).isAfter(today);
    return begun ? points.subList(0, points.size() - 1) : points;
  }

  private Finding finding(Moved of) {
    Gauged gauged = of.gauged();
    Judgement.Change level = of.judged().level();
    boolean up = level != null && level.after() > level.before();
    boolean known = of.better() != Metric.Better.NEITHER;
    boolean worse = known && of.judged().verdict() == Verdict.MOVED_WORSE;
    String meaning =
        worse
            ? Texts.say("verdicts.watched.worse")
            : known ? Texts.say("verdicts.watched.better") : "";
    String says =
        Texts.say(
            up ? "verdicts.watched.rose" : "verdicts.watched.fell",
            gauged.name(),
            gauged.gauge().scope(),
            level == null ? "" : gauged.says(level.before()),
            level == null ? "" : gauged.says(level.after()),
            Say.day(of.judged().effect()),
            meaning);
    return Finding.of(
            "number-moved",
            worse ? LOOK : KNOW,
            says,
            gauged.gauge().text(),
            gauged.gauge().where(),
            gauged.page())
        .weighing(worse ? 0.5 : 0.1)
        .owed(of.owner());
  }
}
