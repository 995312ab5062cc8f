package pilothouse.intake;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import pilothouse.evidence.facts.Unplaced;
import pilothouse.evidence.inbox.Inbox;
import pilothouse.web.Route;

/** What comes in: takes deliveries, and tells what became of them. */
public final class Intakes {
  static final String SOURCES = "/sources";
  static final String DELIVERIES = SOURCES + "/deliveries/";

  private final Taking taking;
  private final SourcePages pages;
  private final DeliveryPages deliveries;

  /**
   * Intakes.
   *
   * @param inbox asked only while a request is answered: it opens behind the pages
   * @param unplaced what was told without naming a system, asked likewise
   * @param secrets the secret of a source; empty where deliveries are taken without one
   */
  public Intakes(
      Supplier<Inbox> inbox,
      Supplier<Unplaced> unplaced,
      Function<String, Optional<String>> secrets,
      InstantSource clock,
      ZoneId zone) {
    this.taking = new Taking(inbox, secrets, clock);
    this.pages = new SourcePages(inbox, unplaced, secrets, clock);
    this.deliveries = new DeliveryPages(inbox, clock, zone);
  }

  /** All addresses. */
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.add(Route.receive("/in/{source}", taking::take));
    // Where exporters of OpenTelemetry send traces when they are given the server's address alone.
    routes.add(Route.receive("/v1/traces", request -> taking.take(request, "otlp")));
    routes.addAll(pages.routes());
    routes.addAll(deliveries.routes());
    return routes;
  }
}
