package pilothouse.decisions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import pilothouse.decisions.RuleRead.State;
import pilothouse.metrics.Series;
import pilothouse.metrics.Window;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Gauged;
import pilothouse.views.Gauges;

/** Reads the numbers of rules: what was read is told again for a minute. */
final class RuleReads {
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final int QUARTER = 91;

  /** A number is silent after thrice its usual gap, yet never within a week. */
  private static final Duration NEVER_SILENT = Duration.ofDays(7);

  private static final Duration SILENT_ALONE = Duration.ofDays(28);
  private static final int MOST = 2_000;

  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  private record Kept(Instant at, RuleRead read) {}

  RuleRead read(Docket docket, Rule rule) {
    return now(docket, rule.limit());
  }

  /** How the number of a limit stands. */
  RuleRead now(Docket docket, Limit limit) {
    String key = String.join("\0", Texts.now().tag(), limit.gauge().text(), limit.words());
    Instant now = docket.now();
    Kept before = kept.get(key);
    if (before != null && !now.isBefore(before.at()) && now.isBefore(before.at().plus(FRESH))) {
      return before.read();
    }
    RuleRead read = read(docket, limit);
    if (kept.size() >= MOST) {
      kept.clear();
    }
    kept.put(key, new Kept(now, read));
    return read;
  }

  private static RuleRead read(Docket docket, Limit limit) {
    Gauges gauges = docket.gauges().get();
    if (gauges.find(limit.gauge()).isEmpty()) {
      return unknown(Texts.say("decisions.rule.gone", limit.gauge().text()));
    }
    LocalDate today = docket.today();
    int days = Math.max(QUARTER, 7 * limit.points() + 28);
    Window window = Window.ofDays(today.minusDays(days), today, today, docket.zone());
    Gauged gauged = gauges.read(limit.gauge(), window);
    List<Series.Point> known =
        gauged.held().stream().filter(point -> point.value() != null).toList();
    if (known.isEmpty()) {
      String why = gauged.reading().unknown();
      return unknown(why == null ? Texts.say("decisions.rule.silent", gauged.name()) : why);
    }
    Series.Point last = known.getLast();
    String day = Say.day(last.at(), docket.zone());
    if (last.at().plus(silentAfter(known)).isBefore(docket.now())) {
      return unknown(Texts.say("decisions.rule.silent-since", gauged.name(), day));
    }
    Double value = last.value();
    String says = Texts.say("decisions.rule.value", gauged.says(value == null ? 0 : value), day);
    return new RuleRead(state(known, limit), value, says, gauged.page(), few(known, limit));
  }

  private static RuleRead unknown(String why) {
    return new RuleRead(State.UNKNOWN, null, Texts.say("say.unknown"), "", why);
  }

  private static Duration silentAfter(List<Series.Point> known) {
    if (known.size() < 2) {
      return SILENT_ALONE;
    }
    List<Duration> gaps =
        IntStream.range(1, known.size())
            .mapToObj(i -> Duration.between(known.get(i - 1).at(), known.get(i).at()))
            .sorted()
            .toList();
    Duration thrice = gaps.get(gaps.size() / 2).multipliedBy(3);
    return thrice.compareTo(NEVER_SILENT) < 0 ? NEVER_SILENT : thrice;
  }

  private static State state(List<Series.Point> known, Limit limit) {
    int many = Math.min(limit.points(), known.size());
    boolean beyond =
        known.subList(known.size() - many, known.size()).stream().allMatch(limit::isBeyond);
    return !beyond ? State.OFF : many < limit.points() ? State.UNKNOWN : State.ON;
  }

  private static String few(List<Series.Point> known, Limit limit) {
    return state(known, limit) == State.UNKNOWN
        ? Texts.say("decisions.rule.few", known.size(), limit.points())
        : "";
  }
}
