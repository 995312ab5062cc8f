package pilothouse.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Ledger;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Receipt;
import pilothouse.metrics.Series;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.NotFound;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** Shows readings with their receipts, and the formulas that they come from. */
public final class ReadingPages {
  private final Views views;
  private final List<Metric> catalogue;
  private final List<Metric> ofSystems;
  private final BiFunction<Metric, View, Reading> read;

  /**
   * Pages of readings.
   *
   * @param catalogue every metric of a git history
   * @param ofSystems every metric of a system, whose receipts stand elsewhere
   * @param read computes a metric's reading
   */
  public ReadingPages(
      Views views,
      List<Metric> catalogue,
      List<Metric> ofSystems,
      BiFunction<Metric, View, Reading> read) {
    this.views = views;
    this.catalogue = List.copyOf(catalogue);
    this.ofSystems = List.copyOf(ofSystems);
    this.read = read;
  }

  /** Their addresses. */
  public List<Route> routes() {
    return List.of(
        Route.read("/formulas", _ -> page()).anywhere(),
        Route.read("/systems/{repository}/readings/{metric}", this::receipt)
            .ofRepository("repository"),
        Route.read("/api/v1/systems/{repository}/readings/{metric}", this::json)
            .ofRepository("repository")
            .telling(
                Telling.of("One number of a git history with a page of its receipt")
                    .with(ViewFields.ALL)
                    .withNumber("page", "which 200 facts of the receipt, from 1")
                    .gives(Voucher.class)),
        Route.read("/api/v1/metrics", _ -> new Answer.Json(formulas()))
            .anywhere()
            .telling(Telling.of("Every metric and its formula").givesMany(Formula.class)));
  }

  /** A reading as JSON: the value with its receipt, page by page, and what was left out. */
  public record Voucher(
      Formula metric,
      String repository,
      String folder,
      String from,
      String to,
      @Nullable Double value,
      String says,
      @Nullable String unknown,
      long n,
      List<Ledger.LeftOut> ledger,
      String receipt,
      List<String> columns,
      int rows,
      int page,
      int pages,
      List<List<String>> facts,
      Series series) {}

  private Answer page() {
    return Answer.page(
        "views/formulas",
        Texts.say("views.reading-pages.formulas"),
        Map.of("formulas", formulas()));
  }

  private List<Formula> formulas() {
    return Stream.concat(
            ofSystems.stream().map(metric -> Formula.of(metric, "system", ofSystems)),
            catalogue.stream().map(metric -> Formula.of(metric, "repository", catalogue)))
        .toList();
  }

  private Answer receipt(Request request) {
    View view = views.view(request);
    Metric metric = metric(request);
    Reading reading = reading(metric, view);
    return Answer.page(
        "views/receipt",
        Texts.say("views.reading-pages.of", metric.name(), view.says()),
        Map.of(
            "view", view,
            "reading", reading,
            "figure", Figure.of(view, reading),
            "course", Figure.rows(view, reading),
            "formula", Formula.of(metric, "repository", catalogue),
            "shelf", Shelf.of(view, reading, Shelf.page(request, reading))));
  }

  private Answer json(Request request) {
    View view = views.view(request);
    Metric metric = metric(request);
    Reading reading = reading(metric, view);
    Receipt receipt = reading.receipt();
    int page = Shelf.page(request, reading);
    List<List<String>> facts = new ArrayList<>();
    int end = Math.min(receipt.size(), page * Shelf.LENGTH);
    for (int row = (page - 1) * Shelf.LENGTH; row < end; row++) {
      facts.add(receipt.row().apply(row).stream().map(Receipt.Cell::text).toList());
    }
    return new Answer.Json(
        new Voucher(
            Formula.of(metric, "repository", catalogue),
            view.scope().repository(),
            view.scope().folder(),
            view.window().from().toString(),
            view.window().to().toString(),
            reading.value(),
            Shown.say(reading),
            reading.unknown(),
            reading.n(),
            reading.ledger().entries(),
            receipt.says(),
            receipt.columns(),
            receipt.size(),
            page,
            Shelf.pages(reading),
            facts,
            reading.series()));
  }

  private Metric metric(Request request) {
    String id = request.part("metric");
    for (Metric metric : catalogue) {
      if (metric.id().equals(id)) {
        return metric;
      }
    }
    throw new NotFound(
        Texts.say("views.reading-pages.there-is-no-metric", id),
        Texts.say("views.reading-pages.see-formulas-for-all"));
  }

  private Reading reading(Metric metric, View view) {
    return views.keep(
        "reading " + metric.id(), Reading.class, view, () -> read.apply(metric, view));
  }
}
