package pilothouse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.delivery.Deliveries;
import pilothouse.delivery.Meaning;
import pilothouse.metrics.Ledger;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Metrics;
import pilothouse.metrics.Notes;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Receipt;
import pilothouse.metrics.Scope;
import pilothouse.metrics.Series;
import pilothouse.metrics.Window;
import pilothouse.metrics.delivery.ServiceMetrics;
import pilothouse.reliability.Objectives;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Gauge;
import pilothouse.views.Gauged;
import pilothouse.views.Gauges;
import pilothouse.views.View;
import pilothouse.views.Views;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/** The numbers of repositories, of services, and those that were measured, by their names. */
final class KnownGauges implements Gauges {
  private final Views views;
  private final Deliveries deliveries;
  private final BiFunction<String, View, Reading> git;
  private final Supplier<Stored> stored;

  /**
   * All numbers.
   *
   * @param git the reading of a metric of a git history by its id
   */
  KnownGauges(
      Views views,
      Deliveries deliveries,
      BiFunction<String, View, Reading> git,
      Supplier<Stored> stored) {
    this.views = views;
    this.deliveries = deliveries;
    this.git = git;
    this.stored = stored;
  }

  @Override
  public Gauged read(Gauge gauge, Window window) {
    if (isOfGit(gauge)) {
      View view = views.look(gauge.where().name(), gauge.folder(), window);
      return view == null ? unknown(gauge, window) : ofGit(gauge, view);
    }
    return objectives()
        .gauge(gauge, window)
        .or(() -> deliveries.gauge(gauge, window))
        .orElseGet(() -> unknown(gauge, window));
  }

  private Objectives objectives() {
    return stored.get().loop().objectives();
  }

  private static boolean isOfGit(Gauge gauge) {
    return gauge.where().kind() == Where.Kind.REPOSITORY
        && Metrics.named(gauge.metric()).isPresent();
  }

  private Gauged ofGit(Gauge gauge, View view) {
    Reading reading = git.apply(gauge.metric(), view);
    return new Gauged(gauge, reading, "", view.receipt(reading), view.newest());
  }

  @Override
  public Stream<Offered> offered(Caller caller) {
    Stored here = stored.get();
    Map<Gauge, Meaning> said = deliveries.meanings();
    Stream<Offered> histories =
        views.soundings().stream()
            .map(sounding -> Where.repository(sounding.repository()))
            .filter(caller::sees)
            .flatMap(where -> of(Metrics.catalogue(), where, said));
    Stream<Offered> services =
        here.services().names().stream()
            .map(Where::system)
            .filter(caller::sees)
            .flatMap(where -> of(ServiceMetrics.catalogue(), where, said));
    Stream<Offered> others =
        Stream.concat(
                here.who().teams().titles().keySet().stream().map(Where::team),
                Stream.of(Where.ORGANISATION))
            .filter(caller::sees)
            .flatMap(where -> of(List.of(), where, said));
    Stream<Offered> budgets =
        objectives().offered().filter(one -> caller.sees(one.gauge().where()));
    return Stream.of(histories, services, budgets, others).flatMap(some -> some);
  }

  /** What is worked out of a place, then what was measured there. */
  private Stream<Offered> of(List<Metric> metrics, Where where, Map<Gauge, Meaning> said) {
    return Stream.concat(
        metrics.stream().map(metric -> offered(new Gauge(metric.id(), where.text()), metric)),
        deliveries.measured(where.text()).stream()
            .map(name -> new Gauge(name, where.text()))
            .map(gauge -> measured(gauge, said.get(gauge))));
  }

  private Offered measured(Gauge gauge, @Nullable Meaning said) {
    return new Offered(
        gauge,
        Say.sentence(gauge.metric().replace('-', ' ')),
        deliveries.unit(gauge.scope(), gauge.metric()),
        said == null ? Metric.Better.NEITHER : said.better(),
        said == null ? "" : said.owner(),
        deliveries.word(gauge.scope(), gauge.metric()));
  }

  @Override
  public Optional<Offered> find(Gauge gauge) {
    Where where = gauge.where();
    if (isOfGit(gauge)) {
      return views.soundings().stream().anyMatch(at -> at.repository().equals(where.name()))
          ? Metrics.named(gauge.metric()).map(metric -> offered(gauge, metric))
          : Optional.empty();
    }
    if (where.kind() == Where.Kind.SYSTEM
        && stored.get().services().names().contains(where.name())) {
      Optional<Metric> metric =
          ServiceMetrics.catalogue().stream()
              .filter(known -> known.id().equals(gauge.metric()))
              .findFirst();
      if (metric.isPresent()) {
        return metric.map(known -> offered(gauge, known));
      }
    }
    return deliveries.measured(gauge.scope()).contains(gauge.metric())
        ? Optional.of(measured(gauge, deliveries.meaning(gauge)))
        : objectives().offered().filter(one -> one.gauge().equals(gauge)).findFirst();
  }

  private static Offered offered(Gauge gauge, Metric metric) {
    return new Offered(gauge, metric.name(), metric.unit(), metric.better(), "", "");
  }

  /** One that nobody knows, or of which nothing was read yet. */
  private static Gauged unknown(Gauge gauge, Window window) {
    String why = Texts.say("gauges.unknown", gauge.metric(), gauge.scope());
    Metric metric = known(gauge.metric());
    Ledger ledger = new Notes().ledger();
    Reading reading =
        new Reading(
            metric,
            Scope.all(gauge.where().name()),
            window,
            null,
            why,
            0,
            Series.none(),
            new Receipt(why, List.of(), 0, _ -> List.of()),
            ledger);
    return new Gauged(gauge, reading, "", "", null);
  }

  private static Metric known(String id) {
    @Nullable Metric metric = Metrics.named(id).orElse(null);
    if (metric != null) {
      return metric;
    }
    Metric.Own words = new Metric.Own(Say.sentence(id.replace('-', ' ')), "", "", "", "");
    return ServiceMetrics.catalogue().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElse(new Metric(id, words, Metric.Unit.OTHER, Metric.Better.NEITHER, ""));
  }
}
