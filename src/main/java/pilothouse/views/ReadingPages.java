package pilothouse.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Ledger;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Receipt;
import pilothouse.text.Say;
import pilothouse.web.Answer;
import pilothouse.web.NotFound;
import pilothouse.web.Request;
import pilothouse.web.Route;

/** Shows readings with their receipts, and the formulas that they come from. */
public final class ReadingPages {
  private static final int PAGE = 200;
  private final Views views;
  private final List<Metric> catalogue;
  private final BiFunction<Metric, View, Reading> read;

  /**
   * Pages of readings.
   *
   * @param catalogue every metric
   * @param read computes a metric's reading
   */
  public ReadingPages(Views views, List<Metric> catalogue, BiFunction<Metric, View, Reading> read) {
    this.views = views;
    this.catalogue = List.copyOf(catalogue);
    this.read = read;
  }

  /** Their addresses. */
  public List<Route> routes() {
    return List.of(
        Route.read("/formulas", _ -> formulas()),
        Route.read("/systems/{repository}/readings/{metric}", this::receipt),
        Route.read("/api/v1/systems/{repository}/readings/{metric}", this::json),
        Route.read(
            "/api/v1/metrics",
            _ -> new Answer.Json(catalogue.stream().map(this::formula).toList())),
        Route.read("/systems/{repository}/progress", this::progress));
  }

  /** A metric's definition as pages and JSON show it. */
  public record Formula(
      String id,
      String name,
      String question,
      String formula,
      String unit,
      String better,
      String needs,
      String caveat,
      @Nullable String counterMetric,
      @Nullable String counterName) {}

  /**
   * A receipt as pages show it.
   *
   * @param first number of the first row shown, from 1
   * @param rows cells with the address that they lead to, empty for none
   * @param earlier address of the rows before these, or null
   * @param later address of the rows after these, or null
   */
  public record Shelf(
      int first, List<List<Leaf>> rows, @Nullable String earlier, @Nullable String later) {}

  /** A cell of a receipt. */
  public record Leaf(String text, String address, boolean number) {}

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
      List<Ledger.LeftOut> leftOut,
      String receipt,
      List<String> columns,
      int rows,
      int page,
      int pages,
      List<List<String>> facts,
      pilothouse.metrics.Series series) {}

  private Answer formulas() {
    return Answer.page(
        "views/formulas",
        "Formulas",
        Map.of("formulas", catalogue.stream().map(this::formula).toList()));
  }

  private Answer receipt(Request request) {
    View view = views.view(request);
    Metric metric = metric(request);
    Reading reading = reading(metric, view);
    return Answer.page(
        "views/receipt",
        metric.name() + " of " + view.says(),
        Map.of(
            "view", view,
            "reading", reading,
            "figure", Figure.of(view, reading),
            "formula", formula(metric),
            "shelf", shelf(view, reading, page(request, reading))));
  }

  private Answer json(Request request) {
    View view = views.view(request);
    Metric metric = metric(request);
    Reading reading = reading(metric, view);
    Receipt receipt = reading.receipt();
    int page = page(request, reading);
    List<List<String>> facts = new ArrayList<>();
    for (int row = (page - 1) * PAGE; row < Math.min(receipt.size(), page * PAGE); row++) {
      facts.add(receipt.row().apply(row).stream().map(Receipt.Cell::text).toList());
    }
    return new Answer.Json(
        new Voucher(
            formula(metric),
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
            pages(reading),
            facts,
            reading.series()));
  }

  private Answer progress(Request request) {
    Sounding sounding = views.sounding(request);
    String seen = request.query("seen");
    boolean fresh = !sounding.running() || !String.valueOf(sounding.version()).equals(seen);
    return new Answer.Part(
        "views/progress",
        Map.of("sounding", sounding, "base", View.base(sounding)),
        fresh ? "fresh" : "");
  }

  private Metric metric(Request request) {
    String id = request.part("metric");
    for (Metric metric : catalogue) {
      if (metric.id().equals(id)) {
        return metric;
      }
    }
    throw new NotFound("There is no metric “" + id + "”.", "See /formulas for all there are.");
  }

  private Reading reading(Metric metric, View view) {
    return views.keep(
        "reading " + metric.id(), Reading.class, view, () -> read.apply(metric, view));
  }

  private static int pages(Reading reading) {
    return Math.max(1, (reading.receipt().size() + PAGE - 1) / PAGE);
  }

  private static int page(Request request, Reading reading) {
    int page = request.number("page", 1);
    if (page > pages(reading)) {
      throw new NotFound(
          "The receipt has " + Say.counted(pages(reading), "page") + ", not " + page + ".",
          "Go back to the first.");
    }
    return page;
  }

  private static Shelf shelf(View view, Reading reading, int page) {
    Receipt receipt = reading.receipt();
    List<List<Leaf>> rows = new ArrayList<>();
    int first = (page - 1) * PAGE;
    for (int row = first; row < Math.min(receipt.size(), first + PAGE); row++) {
      rows.add(receipt.row().apply(row).stream().map(cell -> leaf(view, cell)).toList());
    }
    String address = view.receipt(reading.metric().id());
    String next = address + (address.contains("?") ? "&" : "?") + "page=";
    return new Shelf(
        rows.isEmpty() ? 0 : first + 1,
        rows,
        page > 1 ? next + (page - 1) : null,
        page < pages(reading) ? next + (page + 1) : null);
  }

  private static Leaf leaf(View view, Receipt.Cell cell) {
    String address = cell.leads() == Receipt.Leads.FILE ? view.path(cell.text()) : "";
    String text =
        cell.leads() == Receipt.Leads.COMMIT && cell.text().length() >= 40
            ? cell.text().substring(0, 12)
            : cell.text();
    return new Leaf(text, address, text.matches("[−-]?[\\d.,]+(?: ?%)?"));
  }

  private Formula formula(Metric metric) {
    String counter = null;
    for (Metric other : catalogue) {
      if (other.id().equals(metric.counterMetric())) {
        counter = other.name();
      }
    }
    return new Formula(
        metric.id(),
        metric.name(),
        metric.question(),
        metric.formula(),
        unit(metric.unit()),
        better(metric.better()),
        metric.needs(),
        metric.caveat(),
        counter == null ? null : metric.counterMetric(),
        counter);
  }

  private static String unit(Metric.Unit unit) {
    return switch (unit) {
      case SECONDS -> "time";
      case RATIO -> "share";
      case PER_WEEK -> "per week";
      case LINES -> "lines";
      case PEOPLE -> "people";
      default -> "count";
    };
  }

  private static String better(Metric.Better better) {
    return switch (better) {
      case LOWER -> "lower is better";
      case HIGHER -> "higher is better";
      default -> "neither way is better by itself";
    };
  }
}
