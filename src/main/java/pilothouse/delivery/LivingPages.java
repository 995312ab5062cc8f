package pilothouse.delivery;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import pilothouse.text.Addresses;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Sounding;
import pilothouse.views.View;
import pilothouse.views.Views;
import pilothouse.web.Answer;
import pilothouse.web.Request;
import pilothouse.web.Route;

/** The delivery of the systems that live in one repository. */
final class LivingPages {
  private final Views views;
  private final Supplier<Ground> ground;
  private final Lookouts lookouts;
  private final Gauges gauges;

  LivingPages(Views views, Supplier<Ground> ground, Lookouts lookouts, Gauges gauges) {
    this.views = views;
    this.ground = ground;
    this.lookouts = lookouts;
    this.gauges = gauges;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/systems/{repository}/delivery", this::page).ofRepository("repository"));
  }

  private Answer page(Request request) {
    Sounding sounding = views.sounding(request);
    String repository = sounding.repository();
    Lookout look = lookouts.usual("");
    List<String> living = ground.get().services().in(repository);
    List<Line> lines =
        gauges.fleet(look).stream().filter(line -> living.contains(line.system())).toList();
    return Answer.page(
        "delivery/living",
        Texts.say("delivery.living-pages.delivery-out-of", repository),
        Map.of(
            "repository",
            repository,
            "base",
            View.base(sounding),
            "catalog",
            "/catalog?repository=" + Addresses.part(repository),
            "look",
            look,
            "says",
            lines.isEmpty()
                ? ""
                : Texts.say(
                    "delivery.living-pages.in-it-production-only",
                    Say.counted(lines.size(), "system")),
            "metrics",
            FleetPages.metrics(lines),
            "rows",
            lines.stream().map(line -> FleetPages.row(look.at(line.system()), line)).toList()));
  }
}
