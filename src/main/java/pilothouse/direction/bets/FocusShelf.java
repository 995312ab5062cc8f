package pilothouse.direction.bets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Who;
import pilothouse.metrics.Window;
import pilothouse.storage.Instants;
import pilothouse.text.Texts;
import pilothouse.views.Gauge;
import pilothouse.views.Gauged;
import pilothouse.web.Caller;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** One focus metric for each place and quarter, with its baseline as it was at the start. */
final class FocusShelf {
  private static final int BASELINE_WEEKS = 13;
  private final Around around;

  FocusShelf(Around around) {
    this.around = around;
  }

  /** A focus metric as somebody typed it. */
  public record Draft(
      @Nullable String gauge,
      @Nullable String expect,
      @Nullable String why,
      @Nullable String place,
      @Nullable String experiment) {
    Checks problems() {
      return Checks.none()
          .needs("gauge", Typed.or(gauge), 300)
          .oneOf("expect", Typed.or(expect), List.of("up", "down"))
          .needs("why", Typed.or(why), 1_000);
    }
  }

  List<Focus> all(Caller caller) {
    return around
        .storage()
        .read(rows ->
            rows.createQuery("select * from focus order by quarter desc, place limit 1000")
                .map(ConstructorMapper.of(Focus.class))
                .list())
        .stream()
        .filter(focus -> caller.sees(focus.where()))
        .toList();
  }

  Focus own(String id, Caller caller) {
    return Placed.own(all(caller).stream().filter(one -> one.id().equals(id)).findFirst(), caller);
  }

  /** The experiments that each focus stands on, by its id, the first first. */
  Map<String, List<String>> experiments() {
    return around
        .storage()
        .read(rows ->
            rows.createQuery("select focus, experiment from focus_experiment order by at")
                .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .collect(
                    Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
  }

  /** The window that a baseline looks at: a quarter of a year up to now. */
  private Window before(Instant now) {
    LocalDate today = around.today();
    return new Window(
        today.minusWeeks(BASELINE_WEEKS).atStartOfDay(around.zone()).toInstant(),
        now,
        around.zone());
  }

  Focus add(Draft draft, @Nullable Experiment experiment, Caller caller) {
    draft.problems().refuse();
    Where place = around.place(Typed.or(draft.place()), caller);
    Gauge gauge = around.gauge(Typed.or(draft.gauge()), caller);
    String quarter = Focus.quarter(around.today());
    refuseSecond(place, quarter);
    Gauged gauged = around.gauges().get().read(gauge, before(around.now()));
    Who who = Who.of(caller);
    Focus begun = begun(draft, place, gauged);
    return around
        .storage()
        .write(rows -> {
          Focus focus = begun.judged(around.foretelling().predict(rows, wager(begun), who));
          insert(rows, focus, who);
          if (experiment != null) {
            attach(rows, focus, experiment, who);
          }
          Journal.write(
              rows,
              Entry.of(around.now(), who, "focus metric chosen", focus.told(), focus.why())
                  .with(Map.of("metric", focus.gauge())));
          return focus;
        });
  }

  private Focus begun(Draft draft, Where place, Gauged gauged) {
    return new Focus(
        UUID.randomUUID().toString(),
        place.text(),
        Focus.quarter(around.today()),
        gauged.gauge().text(),
        Typed.or(draft.expect()),
        Typed.or(draft.why()),
        gauged.reading().value(),
        from(gauged).toString(),
        to(gauged).toString(),
        "",
        Instants.text(around.now()));
  }

  /** The first day of which the baseline is; a measurement is of its own day alone. */
  private LocalDate from(Gauged gauged) {
    return gauged.measured() == null ? around.today().minusWeeks(BASELINE_WEEKS) : to(gauged);
  }

  private LocalDate to(Gauged gauged) {
    Instant measured = gauged.measured();
    return measured == null ? around.today() : LocalDate.ofInstant(measured, around.zone());
  }

  private Foretelling.Wager wager(Focus focus) {
    return new Foretelling.Wager(
        focus.subject(),
        Texts.kept("kept.bets.focus", focus.quarter(), focus.why()),
        "/focus",
        focus.where(),
        Gauge.parse(focus.gauge()).orElseThrow(),
        focus.expect().equals("up"),
        null,
        around.today(),
        Focus.end(focus.quarter()),
        null,
        "",
        "");
  }

  private void refuseSecond(Where place, String quarter) {
    Optional<String> first =
        around
            .storage()
            .read(rows ->
                rows.createQuery("select gauge from focus where place = ? and quarter = ?")
                    .bind(0, place.text())
                    .bind(1, quarter)
                    .mapTo(String.class)
                    .findOne());
    first.ifPresent(gauge -> {
      throw second(place.text(), quarter, gauge);
    });
  }

  private static Refused second(String place, String quarter, String gauge) {
    return Refused.conflict(
        Texts.say("bets.focus.second", place, quarter, gauge), Texts.say("bets.focus.finish"));
  }

  private static void insert(Handle rows, Focus focus, Who who) {
    int added =
        rows.createUpdate(
                """
                insert into focus (id, place, quarter, gauge, expect, why, baseline, baseline_from,
                  baseline_to, prediction, made_at, by_id, by_name)
                values (:id, :place, :quarter, :gauge, :expect, :why, :baseline, :baselineFrom,
                  :baselineTo, :prediction, :madeAt, :byId, :byName)
                on conflict (place, quarter) do nothing
                """)
            .bindMethods(focus)
            .bind("byId", who.id())
            .bind("byName", who.name())
            .execute();
    if (added == 0) {
      throw second(focus.place(), focus.quarter(), focus.gauge());
    }
  }

  /** Says on which experiment it stands. */
  void attach(Focus focus, Experiment experiment, Caller caller) {
    Who who = Who.of(caller);
    around
        .storage()
        .write(rows -> {
          attach(rows, focus, experiment, who);
          Journal.write(
              rows,
              Entry.of(around.now(), who, "focus experiment attached", focus.told(), "")
                  .with(Map.of("experiment", experiment.hypothesis())));
          return true;
        });
  }

  private void attach(Handle rows, Focus focus, Experiment experiment, Who who) {
    rows.execute(
        """
        insert into focus_experiment (focus, experiment, at, by_id, by_name)
        values (?, ?, ?, ?, ?) on conflict (focus, experiment) do nothing
        """,
        focus.id(),
        experiment.id(),
        Instants.text(around.now()),
        who.id(),
        who.name());
  }
}
