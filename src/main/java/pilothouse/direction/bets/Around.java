package pilothouse.direction.bets;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import pilothouse.journal.Who;
import pilothouse.metrics.Metric;
import pilothouse.promises.Kind;
import pilothouse.promises.Owner;
import pilothouse.promises.Owners;
import pilothouse.promises.Promise;
import pilothouse.promises.PromiseDraft;
import pilothouse.promises.Promises;
import pilothouse.storage.Instants;
import pilothouse.storage.Storage;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Amount;
import pilothouse.views.Gauge;
import pilothouse.views.Gauges;
import pilothouse.views.Shown;
import pilothouse.web.Caller;
import pilothouse.web.Days;
import pilothouse.web.NotFound;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** What bets and roadmaps stand on. */
public record Around(
    Storage storage,
    InstantSource clock,
    ZoneId zone,
    Promises promises,
    Supplier<Gauges> gauges,
    Outcomes outcomes,
    Foretelling foretelling) {

  public Instant now() {
    return clock.instant();
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /** The place that is meant, where the caller may change what belongs to it. */
  public Where place(String typed, Caller caller) {
    return promises.places().read(typed, caller, Permission.CHANGE);
  }

  /** The same for what is not there and for what may not be seen. */
  public static NotFound missing() {
    return new NotFound(Texts.say("bets.around.missing"), Texts.say("bets.around.look-list"));
  }

  /** The id of whoever is named; of the caller where nobody is. */
  public String owner(String typed, Caller caller) {
    String name = typed.isEmpty() ? caller.behind() : typed;
    Owners owners = promises.owners();
    return owners.find(name).map(Owner::id).orElseThrow(() -> owners.unclear(name));
  }

  /** The day by which somebody shall do something; none that is over. */
  public String due(String typed) {
    return Days.ahead("due", Days.needed("due", typed), today()).toString();
  }

  /** Writes down that its owner owes it, and gives the id of the promise. */
  public String owe(Handle rows, Kind kind, String what, Owed of, Who who) {
    LocalDate due = LocalDate.parse(of.due());
    PromiseDraft promised =
        PromiseDraft.about(kind, what, of.owner(), due, of.subject(), of.page(), of.where())
            .shown(of.shows());
    return promises.make(rows, promised, who).id();
  }

  /** Keeps a promise that was made for something which is done now, where it is still open. */
  public void kept(String promise, String evidence, String why, Who who) {
    promises
        .find(promise)
        .filter(Promise::isOpen)
        .ifPresent(open -> promises.keep(open.id(), evidence, why, who));
  }

  /** Drops such a promise with a reason, where it is still open. */
  public void dropped(String promise, String why, Who who) {
    promises
        .find(promise)
        .filter(Promise::isOpen)
        .ifPresent(open -> promises.drop(open.id(), why, who));
  }

  /** What people call a place that is kept as {@link Where#text}. */
  public static String said(String place) {
    int colon = place.indexOf(':');
    return colon < 0
        ? Texts.say("bets.place.organisation")
        : Texts.say("bets.place." + place.substring(0, colon), place.substring(colon + 1));
  }

  /** A moment that is kept as {@link Instants#text}, as people read it. */
  public String time(String at) {
    return at.isEmpty() ? "" : Say.time(Instants.parse(at), zone);
  }

  /** A day that is kept as text, as people read it. */
  public static String day(String day) {
    return Say.day(LocalDate.parse(day));
  }

  /** Whether a day is over. */
  public boolean isPast(String day) {
    return LocalDate.parse(day).isBefore(today());
  }

  /** What an owner is called. */
  public String called(String owner) {
    return owner.isEmpty() ? "" : promises.owners().name(owner);
  }

  /** The number that is meant, where the caller may see it. */
  public Gauge gauge(String typed, Caller caller) {
    return gauge("gauge", typed, caller);
  }

  /** The same of a number that is typed in that field. */
  Gauge gauge(String field, String typed, Caller caller) {
    return Gauge.parse(typed)
        .filter(gauge -> caller.sees(gauge.where()))
        .filter(gauge -> gauges.get().find(gauge).isPresent())
        .orElseThrow(() ->
            Refused.unfit(
                    Texts.say("bets.around.no-gauge", typed), Texts.say("bets.around.name-gauge"))
                .at(field));
  }

  /** An amount of that number, in its own unit; a bare one is hours or percent where that fits. */
  public double amount(String field, String typed, Gauge gauge) {
    Amount.In in = in(gauge);
    return in.usual(typed)
        .filter(amount -> amount >= 0)
        .orElseThrow(() -> noAmount(field, typed, in));
  }

  /** A limit of that number, which may be below 0, in its own unit. */
  double bound(String field, String typed, Gauge gauge) {
    Amount.In in = in(gauge);
    return in.usual(typed).orElseThrow(() -> noAmount(field, typed, in));
  }

  private static Refused noAmount(String field, String typed, Amount.In in) {
    return Refused.unfit(
            Texts.say("bets.around.no-amount", typed),
            in.own().isEmpty()
                ? Texts.say("bets.around.write-amount")
                : Texts.say("bets.around.write-in", in.own()))
        .at(field);
  }

  /** An amount of that number in words. */
  public String said(String gauge, double amount) {
    Amount.In in = Gauge.parse(gauge).map(this::in).orElse(Amount.In.BARE);
    Metric.Unit unit = in.unit();
    return unit == null || unit == Metric.Unit.OTHER
        ? (Say.number(amount) + " " + in.own()).strip()
        : Shown.say(unit, amount);
  }

  /** What a number is called, with its place. */
  public String named(String typed) {
    return Gauge.parse(typed)
        .map(gauge ->
            gauges.get().find(gauge).map(Gauges.Offered::name).orElse(gauge.metric())
                + ", "
                + said(gauge.scope()))
        .orElse(typed);
  }

  private Amount.In in(Gauge gauge) {
    return gauges.get().find(gauge).map(Gauges.Offered::in).orElse(Amount.In.BARE);
  }

  /** What an outcome must be: none, or one that the caller sees. */
  public String outcome(String id, Caller caller) {
    if (!id.isEmpty() && outcomes.find(id, caller).isEmpty()) {
      throw Refused.unfit(
              Texts.say("bets.around.no-outcome", id), Texts.say("bets.around.name-outcome"))
          .at("outcome");
    }
    return id;
  }

  /** The numbers that may be chosen, each as it is typed with what it is called. */
  public List<Gauges.Offered> offered(Caller caller) {
    return gauges.get().offered(caller).limit(1_000).toList();
  }
}
