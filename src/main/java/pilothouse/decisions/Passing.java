package pilothouse.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import pilothouse.decisions.Turn.Kind;
import pilothouse.metrics.Series;
import pilothouse.metrics.Window;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Gauged;

/**
 * A limit that wakes a decision: by points that came since somebody last said that it holds. What
 * woke it once rests until the number was back within the limit.
 */
record Passing(Docket docket, Decision decision, Turn wake, Limit limit) {
  /** Why it is to be woken; empty where it is not. */
  String why(Deciding deciding) {
    Optional<Turn> rests = decision.resting(wake);
    if (rests.isPresent()) {
      Instant since = rests.get().at();
      Gauged read = read(day(since));
      Optional<Series.Point> back = limit.back(read.held(), since);
      if (back.isEmpty()) {
        return "";
      }
      String number = String.valueOf(wake.number());
      LocalDate day = day(back.get().at());
      LocalDate today = docket.today();
      deciding.turn(decision, Kind.EASED, number, "", day.isAfter(today) ? today : day);
      return passed(read, day);
    }
    LocalDate first =
        Stream.concat(Stream.of(day(affirmed())), eased().stream())
            .max(LocalDate::compareTo)
            .orElseThrow();
    return passed(read(first), first);
  }

  private Instant affirmed() {
    return List.of(Kind.DECIDED, Kind.DEFAULTED, Kind.AFFIRMED).stream()
        .flatMap(kind -> decision.last(kind).stream())
        .map(Turn::at)
        .max(Instant::compareTo)
        .orElse(decision.lastTurn());
  }

  private Optional<LocalDate> eased() {
    return decision.last(wake, Kind.EASED).map(Turn::day).filter(Objects::nonNull);
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, docket.zone());
  }

  private Gauged read(LocalDate first) {
    LocalDate today = docket.today();
    Window window = Window.ofDays(first.minusDays(1), today, today, docket.zone());
    return docket.gauges().get().read(limit.gauge(), window);
  }

  private String passed(Gauged read, LocalDate first) {
    if (!limit.isPassed(read.held(), first.atStartOfDay(docket.zone()).toInstant())) {
      return "";
    }
    if (limit.gauge().isElsewhere(decision.place())) {
      return Texts.kept("kept.decisions.limit-passed-elsewhere");
    }
    Series.Point last =
        read.held().stream().filter(limit::isBeyond).reduce((_, later) -> later).orElseThrow();
    Double value = last.value();
    String now =
        Texts.say(
            "decisions.rule.value",
            read.says(value == null ? 0 : value),
            Say.day(last.at(), docket.zone()));
    return Texts.kept("kept.decisions.limit-passed", limit.says(docket), now);
  }
}
