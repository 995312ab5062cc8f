package pilothouse.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.ServiceFacts;
import pilothouse.evidence.facts.Services;
import pilothouse.findings.Source;
import pilothouse.metrics.Forecast;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Releases;
import pilothouse.metrics.Window;
import pilothouse.metrics.delivery.ServiceMetrics;
import pilothouse.views.Aim;
import pilothouse.views.Gauge;
import pilothouse.views.Gauged;
import pilothouse.views.View;
import pilothouse.views.Views;
import pilothouse.web.Caller;
import pilothouse.web.Route;
import pilothouse.web.Where;

/**
 * The door to delivery: how work flows through a repository and what it released; how it reaches
 * the users of each service, how it fails, and what people say about the causes.
 */
public final class Deliveries {
  /** Services on the first page. */
  private static final int BRIEF = 3;

  private final Views views;
  private final Function<View, Flow> flow;
  private final BiFunction<String, View, @Nullable Reading> git;
  private final Supplier<Ground> ground;
  private final Lookouts lookouts;
  private final Gauges gauges;
  private volatile Supplier<Stream<Served>> decisions = Stream::empty;
  private @Nullable Uses uses;

  /**
   * Delivery.
   *
   * @param flow what there is to tell about a view
   * @param git the reading of a metric of a git history by its id, or null where there is none
   * @param ground what is kept, asked only while a request is answered
   */
  public Deliveries(
      Views views,
      Function<View, Flow> flow,
      BiFunction<String, View, @Nullable Reading> git,
      Supplier<Ground> ground) {
    this.views = views;
    this.flow = flow;
    this.git = git;
    this.ground = ground;
    this.lookouts = new Lookouts(ground, views::bridge);
    this.gauges = new Gauges(ground);
  }

  /** Its addresses. */
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>(new FlowPages(views, flow).routes());
    routes.addAll(new FleetPages(ground, lookouts, gauges).routes());
    routes.addAll(new LivingPages(views, ground, lookouts, gauges).routes());
    routes.addAll(new TablePages(lookouts, gauges).routes());
    routes.addAll(new SystemPages(ground, lookouts, gauges).routes());
    routes.addAll(new CausePages(ground, lookouts, gauges).routes());
    routes.addAll(new ElsewherePages(ground, lookouts).routes());
    routes.addAll(
        new QuickCheckPages(
                ground,
                lookouts,
                gauges,
                () -> new QuickChecks(ground.get().storage(), ground.get().clock()))
            .routes());
    routes.addAll(new MetricPages(lookouts, gauges, this::uses).routes());
    MeasuredPages measured = new MeasuredPages(ground, lookouts);
    routes.addAll(measured.routes());
    routes.addAll(new MeaningPages(ground, measured).routes());
    routes.addAll(
        new MetricAnswers(lookouts, gauges, new MeasuredAnswers(lookouts, measured), views, git)
            .routes());
    routes.addAll(new FactAnswers(ground).routes());
    routes.addAll(new Exposition(ground, lookouts, gauges).routes());
    return routes;
  }

  /**
   * What somebody at a terminal asked for.
   *
   * @throws pilothouse.web.NotFound when it names nothing that is known
   * @throws pilothouse.web.Refused when it makes no sense
   */
  public static String print(Ground ground, Asked asked) {
    return new Printout(ground, asked).text();
  }

  /** What a gauge of a service, or of anything that was measured, shows; empty where none is. */
  public Optional<Gauged> gauge(Gauge gauge, Window window) {
    return gauging().read(gauge, window);
  }

  /** The names of what was measured of a place: {@code organisation}, {@code system:checkout}. */
  public List<String> measured(String scope) {
    return gauging().names(scope);
  }

  /** The kind of unit that something was measured in. */
  public Metric.Unit unit(String scope, String name) {
    return gauging().unit(scope, name);
  }

  /** The unit that something is measured in, as it was told; empty for bare numbers. */
  public String word(String scope, String name) {
    return gauging().word(scope, name);
  }

  /** What was declared of one measured number: which way is better, and whose it is. */
  public Meaning meaning(Gauge gauge) {
    return new Meanings(ground.get().storage()).of(gauge);
  }

  /** The same of all of which anything was declared. */
  public Map<Gauge, Meaning> meanings() {
    return new Meanings(ground.get().storage()).all();
  }

  private Gauging gauging() {
    return new Gauging(ground, gauges, new MeasuredPages(ground, lookouts));
  }

  /** Measured numbers that were told in another unit than their own. */
  public Source source() {
    return new UnitFindings(ground);
  }

  /** Hears of decisions that numbers serve by themselves. */
  public void hear(Supplier<Stream<Served>> decisions) {
    this.decisions = decisions;
  }

  /** Works out what is looked at most, before anybody asks: the first to ask need not wait. */
  public void prepare() {
    Lookout look = lookouts.usual("");
    List<Line> lines = gauges.fleet(look);
    if (!lines.isEmpty()) {
      Lookout first = look.at(lines.getFirst().system());
      var _ = new Harbours(first, gauges.bearing(first), Caller.onlyYou()).harbour();
    }
  }

  /** What of the last weeks asks for a look, of what the caller may see: of all or of a team's. */
  public Brief brief(Caller caller, Aim aim) {
    Lookout look = lookouts.usual("").aiming(aim, List.of());
    List<Line> lines = lookouts.lines(look, gauges.fleet(look, caller));
    List<Line> asking = lines.stream().filter(line -> line.rank() <= 1).toList();
    List<Brief.Item> items =
        asking.stream().limit(BRIEF).map(line -> item(look.at(line.system()), line)).toList();
    return new Brief(
        lines.size(),
        items,
        asking.size() - items.size(),
        Brief.quiet(lines),
        lines.isEmpty() || !aim.isAll() || !caller.sees(Where.ORGANISATION)
            ? null
            : Retirement.proposed(uses().idle()),
        look.fleet());
  }

  /** What is known of the systems that live in a registered repository. */
  public Living living(String repository) {
    Services services = ground.get().services();
    List<String> systems = services.in(repository);
    boolean deployments = false;
    boolean incidents = false;
    for (String system : systems) {
      ServiceFacts facts = services.service(system).orElse(null);
      deployments |= facts != null && !facts.deployments().isEmpty();
      incidents |= facts != null && !facts.incidents().isEmpty();
    }
    return new Living(systems, deployments, incidents);
  }

  private static Brief.Item item(Lookout look, Line line) {
    return new Brief.Item(
        line.system(), look.link(""), Words.state(line), Words.look(line), Words.happened(line));
  }

  /** Which decisions metrics served; from the first question on they all can. */
  private synchronized Uses uses() {
    if (uses == null) {
      Uses first = new Uses(ground.get().storage(), ground.get().clock(), () -> decisions.get());
      first.begin(ServiceMetrics.catalogue().stream().map(Metric::id).toList());
      uses = first;
    }
    return uses;
  }

  /**
   * What the page of the flow tells.
   *
   * @param readings in the order of reading
   * @param releases the releases behind them
   * @param forecasts how many by then
   * @param waits how long each released change waited
   */
  public record Flow(
      List<Reading> readings, Releases releases, List<Forecast> forecasts, Waits waits) {
    public Flow {
      readings = List.copyOf(readings);
      forecasts = List.copyOf(forecasts);
    }
  }

  /** A release in words. */
  public record Row(
      String tag, String day, String line, String changes, String leadTime, String fixed) {}
}
