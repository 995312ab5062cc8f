package pilothouse.verdicts;

import static pilothouse.findings.Finding.Severity.KNOW;
import static pilothouse.findings.Finding.Severity.LOOK;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import pilothouse.metrics.judging.Judging;
import pilothouse.metrics.judging.Verdict;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Gauge;
import pilothouse.views.Gauged;
import pilothouse.views.Gauges;

/**
 * Tells of watched numbers that moved lately: by the same formula as verdicts, so that noise is no
 * alarm. Worked out behind the pages, once an hour.
 */
final class Watching implements Source {
  private static final Duration FRESH = Duration.ofHours(1);
  private static final int MOST = 200;
  private static final int WEEKS = 104;

  /** The newest points that are held against those before: few of them, or enough of them. */
  private static final int[] NEWEST = {8, 3};

  private final Verdicts verdicts;
  private final List<Supplier<? extends Collection<Gauge>>> watched = new CopyOnWriteArrayList<>();
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile @Nullable Kept kept;

  Watching(Verdicts verdicts) {
    this.verdicts = verdicts;
  }

  /** What moved, and when that was worked out. */
  private record Kept(Instant at, Set<Gauge> of, List<Moved> moved) {}

  private record Moved(Gauged gauged, Judgement judged, Metric.Better better) {}

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
    all.stream().limit(MOST).forEach(gauge -> moved(gauge).ifPresent(moved::add));
    kept = new Kept(verdicts.now(), all, List.copyOf(moved));
  }

  private Optional<Moved> moved(Gauge gauge) {
    Gauges gauges = verdicts.gauges();
    Metric.Better better =
        gauges.find(gauge).map(Gauges.Offered::better).orElse(Metric.Better.NEITHER);
    Instant from = verdicts.today().minusWeeks(WEEKS).atStartOfDay(verdicts.zone()).toInstant();
    Gauged gauged = gauges.read(gauge, new Window(from, verdicts.now(), verdicts.zone()));
    List<Dated> points = Looking.dated(gauged, verdicts.zone());
    Expect expect = better == Metric.Better.LOWER ? Expect.DOWN : Expect.UP;
    for (int newest : NEWEST) {
      if (points.size() > newest) {
        Judgement judged =
            Judging.judge(points, points.get(points.size() - newest).day(), expect, gauged::says);
        if (judged.verdict().isMove()) {
          return Optional.of(new Moved(gauged, judged, better));
        }
      }
    }
    return Optional.empty();
  }

  private Finding finding(Moved of) {
    Gauged gauged = of.gauged();
    Judgement.Change level = of.judged().level();
    boolean up = level != null && level.after() > level.before();
    boolean worse =
        of.better() != Metric.Better.NEITHER && of.judged().verdict() == Verdict.MOVED_WORSE;
    String says =
        Texts.say(
            up ? "verdicts.watched.rose" : "verdicts.watched.fell",
            gauged.name(),
            gauged.gauge().scope(),
            level == null ? "" : gauged.says(level.before()),
            level == null ? "" : gauged.says(level.after()),
            Say.day(of.judged().effect()));
    return Finding.of(
            "number-moved",
            worse ? LOOK : KNOW,
            says,
            gauged.gauge().text(),
            gauged.gauge().where(),
            gauged.page())
        .weighing(worse ? 0.5 : 0.1);
  }
}
