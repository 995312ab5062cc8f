package pilothouse.direction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.chart.Charts;
import pilothouse.metrics.Series;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Gauge;
import pilothouse.views.Gauged;
import pilothouse.views.Gauges;
import pilothouse.web.Caller;

/** Works out how outcomes stand today, as far as somebody may see their numbers. */
final class Standings {
  private final Outcomes outcomes;
  private final Caller caller;
  private final LocalDate today;
  private final Lately lately;

  Standings(Outcomes outcomes, Gauges gauges, Caller caller) {
    this.outcomes = outcomes;
    this.caller = caller;
    this.today = outcomes.today();
    this.lately = new Lately(gauges, caller, today, outcomes.zone());
  }

  /** The newest value of a gauge. */
  Gauged read(Gauge gauge) {
    return lately.read(gauge);
  }

  /** Why a key result has no baseline, and what to do. */
  String lacking(KeyResult result) {
    return lately.lacking(result);
  }

  Standing of(Outcome one, Optional<CheckIn> last) {
    List<Instant> newest = new ArrayList<>();
    List<Standing.Result> results =
        one.results().stream().map(result -> of(result, last, newest)).toList();
    Progress progress =
        Progress.mean(results.stream().<@Nullable Progress>map(Standing.Result::progress).toList());
    List<String> missing =
        last.map(checkIn -> checkIn.missing(one.owners(today).keySet())).orElse(List.of());
    Standing bare =
        new Standing(
            one,
            results,
            progress,
            Standing.State.UNKNOWN,
            "",
            last.orElse(null),
            missing,
            one.elapsed(today));
    return judged(bare, newest);
  }

  private Standing.Result of(KeyResult result, Optional<CheckIn> last, List<Instant> newest) {
    Optional<Gauge> gauge = result.gauged();
    if (gauge.isEmpty()) {
      return typed(result, last);
    }
    if (!caller.sees(gauge.get().where())) {
      return unknown(result, Texts.say("direction.standings.not-for-you"));
    }
    Gauged read = read(gauge.get());
    if (read.newest() != null) {
      newest.add(read.newest());
    }
    Double now = read.reading().value();
    Double baseline = result.baseline();
    return new Standing.Result(
        result,
        now,
        read.says(),
        baseline == null ? Texts.say("say.unknown") : read.says(baseline),
        read.says(result.target()),
        Progress.of(baseline, result.target(), now),
        Objects.requireNonNullElse(read.reading().unknown(), ""),
        read.page(),
        spark(read),
        read.name());
  }

  private static String spark(Gauged read) {
    List<Series.Point> points = read.points();
    return points.size() < 3
        ? ""
        : Charts.spark(
            Texts.say("direction.standings.course", read.name()),
            points.stream().<@Nullable Double>map(Series.Point::value).toList());
  }

  private Standing.Result typed(KeyResult result, Optional<CheckIn> last) {
    Double now = last.map(checkIn -> checkIn.values().get(result.id())).orElse(result.baseline());
    Double baseline = result.baseline();
    return new Standing.Result(
        result,
        now,
        say(now, result.unit()),
        say(baseline, result.unit()),
        say(result.target(), result.unit()),
        Progress.of(baseline, result.target(), now),
        now == null ? Texts.say("direction.standings.nobody-typed-it") : "",
        "",
        "",
        Texts.say("direction.standings.typed-in"));
  }

  private static Standing.Result unknown(KeyResult result, String why) {
    String unknown = Texts.say("say.unknown");
    return new Standing.Result(result, null, unknown, unknown, unknown, null, why, "", "", "");
  }

  static String say(@Nullable Double value, String unit) {
    return value == null
        ? Texts.say("say.unknown")
        : unit.isEmpty() ? Say.number(value) : Say.number(value) + " " + unit;
  }

  private Standing judged(Standing of, List<Instant> newest) {
    Outcome one = of.outcome();
    Progress progress = of.progress();
    List<KeyResult> unmeasured =
        of.results().stream()
            .map(Standing.Result::of)
            .filter(result -> result.baseline() == null)
            .toList();
    if (!one.isOpen()) {
      return with(of, Standing.State.RETIRED, Texts.say("direction.standings.retired"));
    }
    if (!unmeasured.isEmpty() || of.results().isEmpty()) {
      return with(of, Standing.State.UNMEASURABLE, unmeasurable(unmeasured));
    }
    if (progress == null) {
      return with(of, Standing.State.UNKNOWN, Texts.say("direction.standings.unknown"));
    }
    boolean over = today.isAfter(one.dueOn());
    String stale = over ? old(one, newest, one.dueOn()) : stale(one, of.last(), newest);
    if (!stale.isEmpty()) {
      return with(of, Standing.State.STALE, stale);
    }
    if (over) {
      boolean enough = progress.isEnough(one.committed());
      return with(
          of,
          enough ? Standing.State.REACHED : Standing.State.MISSED,
          Texts.say(
              enough ? "direction.standings.reached" : "direction.standings.missed",
              Say.day(one.dueOn()),
              of.progressSays()));
    }
    return onTheWay(of, progress);
  }

  private String unmeasurable(List<KeyResult> results) {
    String names = results.stream().map(KeyResult::says).collect(Collectors.joining("”, “"));
    return Stream.concat(
            Stream.of(Texts.say("direction.standings.unmeasurable", names)),
            results.stream().map(this::lacking))
        .collect(Collectors.joining(" "));
  }

  private Standing onTheWay(Standing of, Progress progress) {
    Outcome one = of.outcome();
    String says =
        Texts.say("direction.standings.so-far", of.progressSays(), Say.percent(of.elapsed()));
    if (!progress.keepsUp(of.elapsed(), one.committed())) {
      return with(of, Standing.State.BEHIND, says);
    }
    if (one.isShared(today) && !of.missing().isEmpty() && of.last() != null) {
      return with(
          of,
          Standing.State.HALF_CONFIRMED,
          Texts.say("direction.standings.half", String.join(", ", of.missing())));
    }
    return with(of, Standing.State.ON_ITS_WAY, says);
  }

  /** Why nobody can trust the numbers; empty where they can. */
  private String stale(Outcome one, @Nullable CheckIn last, List<Instant> newest) {
    LocalDate since = last == null ? one.startsOn() : outcomes.day(last.at());
    LocalDate due = since.plusDays(one.everyDays());
    if (today.isAfter(due)) {
      return Texts.say("direction.standings.check-in-overdue", Say.day(due));
    }
    return old(one, newest, today);
  }

  /** Why the facts are too old to tell of that day; empty where they are not. */
  private String old(Outcome one, List<Instant> newest, LocalDate of) {
    LocalDate fresh = of.minusDays(Math.max(28, 2L * one.everyDays()));
    return Stream.of(newest.stream().min(Instant::compareTo))
        .flatMap(Optional::stream)
        .map(outcomes::day)
        .filter(day -> day.isBefore(fresh))
        .map(day -> Texts.say("direction.standings.facts-are-old", Say.day(day)))
        .findFirst()
        .orElse("");
  }

  private static Standing with(Standing of, Standing.State state, String says) {
    return new Standing(
        of.outcome(),
        of.results(),
        of.progress(),
        state,
        says,
        of.last(),
        of.missing(),
        of.elapsed());
  }
}
