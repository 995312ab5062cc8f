package pilothouse.delivery;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import pilothouse.evidence.facts.Measurement;
import pilothouse.evidence.facts.Services;
import pilothouse.evidence.facts.Told;
import pilothouse.text.Texts;
import pilothouse.views.Figure;
import pilothouse.views.Gauge;
import pilothouse.views.Shelf;
import pilothouse.views.Stretch;
import pilothouse.web.Answer;
import pilothouse.web.NotFound;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Where;

/** One number that others measured: its course, its limits, its receipt. */
final class MeasuredPages {
  private static final String SYSTEM = "system:";
  private final Supplier<Ground> ground;
  private final Lookouts lookouts;

  MeasuredPages(Supplier<Ground> ground, Lookouts lookouts) {
    this.ground = ground;
    this.lookouts = lookouts;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/measured/{metric}", this::page).at(AddressWords::where),
        Route.read("/measured/{metric}/course.csv", this::course).at(AddressWords::where));
  }

  /** What was told of a scope, of any name; of a system with what its repository has. */
  List<Measurement> told(String scope) {
    Services services = ground.get().services();
    if (!scope.startsWith(SYSTEM)) {
      return services.measured(scope).stream().filter(one -> one.scope().equals(scope)).toList();
    }
    String system = lookouts.named(scope.substring(SYSTEM.length()));
    return services.service(system).map(facts -> facts.measurements()).orElse(List.of());
  }

  /** Who told the newest of the period: the names of the sources; empty where nobody did. */
  String source(Measured measured) {
    Measurement last = measured.last();
    return last == null
        ? ""
        : String.join(
            ", ",
            ground.get().facts().told(Measurement.class, last.key()).stream()
                .map(Told::source)
                .distinct()
                .sorted()
                .toList());
  }

  /** What was declared of a number. */
  Meaning meaning(String name, String scope) {
    return new Meanings(ground.get().storage()).of(new Gauge(name, scope));
  }

  /** The number that an address names, with what was declared of it. */
  record Found(MeasuredSight sight, Measured measured, Meaning meaning) {}

  Found found(Request request, String part) {
    String asked = request.query("scope");
    if (asked == null) {
      throw Refused.bad(
          Texts.say("delivery.measured-pages.nothing-says-of-what"),
          Texts.say("delivery.measured-pages.add-scope-system-name"));
    }
    String scope = asked.startsWith(SYSTEM) ? SYSTEM + lookouts.named(asked.substring(7)) : asked;
    List<Measurement> told = told(scope);
    String slug = request.part(part).replace('~', '/').toLowerCase(Locale.ROOT);
    String name =
        Measured.all(told).stream()
            .filter(one -> one.replace('~', '/').toLowerCase(Locale.ROOT).equals(slug))
            .findFirst()
            .orElseThrow(() ->
                new NotFound(
                    Texts.say("delivery.measured-pages.nobody-told-of-a", slug, scope),
                    Texts.say("delivery.measured-pages.post-in-measurement-tells")));
    Ground here = ground.get();
    Stretch stretch = Stretch.of(request, here.clock().instant(), here.zone());
    Meaning meaning = meaning(name, scope);
    return new Found(
        new MeasuredSight(scope, name, stretch),
        Measured.of(name, scope, told, stretch.window(), meaning.better()),
        meaning);
  }

  private Answer page(Request request) {
    Found found = found(request, "metric");
    MeasuredSight sight = found.sight();
    Measured measured = found.measured();
    var reading = measured.reading();
    String source = source(measured);
    Measurement last = measured.last();
    return Answer.page(
        "delivery/measured",
        Texts.say("delivery.measured-pages.of", reading.metric().name(), sight.says()),
        Map.of(
            "sight", sight,
            "reading", reading,
            "value", measured.says(),
            "told",
                last == null
                    ? ""
                    : Texts.say(
                        "delivery.measured-pages.measured-on-told-by",
                        sight.day(last.at()),
                        source),
            "meaning",
                found.meaning().shown(sight.place(), ground.get().owners(), sight.isDeclarable()),
            "named", request.caller().may(Permission.PEOPLE, Where.ANYWHERE),
            "figure", Figure.of(sight, reading),
            "course", Figure.rows(sight, reading),
            "shelf", Shelf.of(sight, reading, Shelf.page(request, reading))));
  }

  private Answer course(Request request) {
    Found found = found(request, "metric");
    Measured measured = found.measured();
    String unit = measured.unit().isEmpty() ? "value" : measured.unit();
    return MetricPages.course(measured.reading().series(), unit, found.sight().metric());
  }
}
