package pilothouse.decisions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Window;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Gauged;
import pilothouse.views.Gauges;

/** Looks which systems are as a standard wants them. */
final class StandardReads {
  /** So many systems of one place are looked at. */
  static final int MOST = 2_000;

  /** So long what was read is told again: there may be very many systems. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  private static final int QUARTER = 91;
  private static final int KEPT = 2_000;

  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  private record Kept(Instant at, List<String> systems, List<Conformity> all) {}

  /** Each system of its place, by name. */
  List<Conformity> read(Docket docket, Standard standard) {
    return read(docket, standard, systems(docket, standard), "");
  }

  /** The same of some systems alone; of all for null. */
  List<Conformity> read(Docket docket, Standard standard, @Nullable Set<String> some) {
    return some == null
        ? read(docket, standard)
        : systems(docket, standard).stream()
            .filter(some::contains)
            .flatMap(one -> read(docket, standard, List.of(one), one).stream())
            .toList();
  }

  private static List<String> systems(Docket docket, Standard standard) {
    return docket.ground().systems(standard.decision().place()).stream().limit(MOST).toList();
  }

  private List<Conformity> read(
      Docket docket, Standard standard, List<String> systems, String name) {
    if (standard.check().isByHand()) {
      Map<String, List<HandCheck>> checked = standard.checked();
      return systems.stream()
          .map(one -> byHand(docket, standard, one, checked.getOrDefault(one, List.of())))
          .toList();
    }
    String key =
        String.join(
            "\0",
            Texts.now().tag(),
            standard.decision().id(),
            String.valueOf(standard.number()),
            name);
    Instant now = docket.now();
    Kept before = kept.get(key);
    boolean holds =
        before != null
            && before.systems().equals(systems)
            && !now.isBefore(before.at())
            && now.isBefore(before.at().plus(FRESH));
    if (before != null && holds) {
      return before.all();
    }
    List<Conformity> all = systems.stream().map(one -> look(docket, standard, one)).toList();
    if (kept.size() >= KEPT) {
      kept.clear();
    }
    kept.put(key, new Kept(now, systems, all));
    return all;
  }

  private static Conformity byHand(
      Docket docket, Standard standard, String system, List<HandCheck> all) {
    if (all.isEmpty()) {
      return Conformity.unknown(system, Texts.say("decisions.standard.unchecked"));
    }
    HandCheck last = all.getLast();
    String day = Say.day(last.turn().at(), docket.zone());
    if (!last.counts(docket.today())) {
      return Conformity.unknown(
          system, Texts.say("decisions.standard.ran-out", day, Say.day(last.until())));
    }
    String says = Texts.say("decisions.standard.checked", day, Say.day(last.until()));
    return new Conformity(
        system,
        Conformity.of(last.conforms()),
        last.turn().words().isEmpty() ? says : says + ": " + last.turn().words(),
        last.evidence(),
        last.conforms() ? Lately.NOT : Lately.byHand(docket, standard, all),
        last.turn());
  }

  private static Conformity look(Docket docket, Standard standard, String system) {
    return standard.check().kind().equals(StandardCheck.METRIC)
        ? metric(docket, standard, system)
        : facts(docket, standard, system);
  }

  private static Conformity metric(Docket docket, Standard standard, String system) {
    StandardCheck check = standard.check();
    Gauges gauges = docket.gauges().get();
    if (gauges.find(check.gauge(system)).isEmpty()) {
      return Conformity.unknown(
          system, Texts.say("decisions.standard.no-number", check.name(), system));
    }
    Gauged now = gauged(docket, check, system, docket.today());
    Double value = now.reading().value();
    if (value == null) {
      String why = now.reading().unknown();
      return Conformity.unknown(system, why == null ? Texts.say("say.unknown") : why);
    }
    boolean conforms = check.holds(value);
    return new Conformity(
        system,
        Conformity.of(conforms),
        now.saysWhen(),
        now.page(),
        conforms ? Lately.NOT : lately(docket, standard, system, now),
        null);
  }

  private static Lately lately(Docket docket, Standard standard, String system, Gauged now) {
    StandardCheck check = standard.check();
    LocalDate then = docket.today().minusDays(Lately.NEWLY.toDays());
    Double value = gauged(docket, check, system, then).reading().value();
    Boolean before = value == null ? null : (Boolean) check.holds(value);
    Instant first = Lately.first(check, now.held(), docket.now());
    return Lately.of(standard, before, first, docket.now());
  }

  private static Gauged gauged(Docket docket, StandardCheck check, String system, LocalDate last) {
    Window window = Window.ofDays(last.minusDays(QUARTER), last, docket.today(), docket.zone());
    return docket.gauges().get().read(check.gauge(system), window);
  }

  private static Conformity facts(Docket docket, Standard standard, String system) {
    StandardCheck check = standard.check();
    Ground.Told told = docket.ground().told(system, check.name());
    Instant now = docket.now();
    String what = Texts.say("decisions.fact." + check.name());
    Duration days = Duration.ofDays(check.days());
    Instant newest = told.newest();
    if (told.at().isEmpty()) {
      return Conformity.unknown(system, Texts.say("decisions.standard.untold", what));
    }
    if (!check.atLeast() && isSilent(newest, now.minus(days))) {
      return Conformity.unknown(
          system, Texts.say("decisions.standard.nothing-heard", Say.count(check.days())));
    }
    long found = count(told, now.minus(days), now);
    boolean conforms = check.holds((double) found);
    Instant then = now.minus(Lately.NEWLY);
    boolean isTold = told.at().stream().anyMatch(at -> !at.isAfter(then));
    Boolean before =
        isTold ? (Boolean) check.holds((double) count(told, then.minus(days), then)) : null;
    return new Conformity(
        system,
        Conformity.of(conforms),
        Texts.say("decisions.standard.counted", what, Say.count(found), Say.count(check.days())),
        told.page(),
        conforms ? Lately.NOT : Lately.of(standard, before, now, now),
        null);
  }

  private static boolean isSilent(@Nullable Instant newest, Instant since) {
    return newest == null || newest.isBefore(since);
  }

  private static long count(Ground.Told told, Instant from, Instant to) {
    return told.at().stream().filter(at -> at.isAfter(from) && !at.isAfter(to)).count();
  }
}
