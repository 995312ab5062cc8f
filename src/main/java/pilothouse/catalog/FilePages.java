package pilothouse.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import pilothouse.storage.Said;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;
import pilothouse.web.Yaml;

/** Who and what as files and as JSON, in both directions. */
final class FilePages {
  private static final int FORM = 60_000;
  private final Supplier<Kept> source;

  FilePages(Supplier<Kept> source) {
    this.source = source;
  }

  List<Route> routes() {
    List<Route> routes =
        new ArrayList<>(
            List.of(
                Route.read("/exchange", request -> page()),
                Route.change("/exchange", this::paste),
                Route.people("/exports/catalog.yaml", request -> yaml())));
    for (TableFormat.Kind kind : TableFormat.Kind.values()) {
      String path = "/exports/" + kind.word + ".csv";
      boolean names = kind == TableFormat.Kind.PEOPLE || kind == TableFormat.Kind.MEMBERSHIPS;
      Route.Handler handler = request -> table(kind);
      routes.add(names ? Route.people(path, handler) : Route.read(path, handler));
    }
    routes.add(api("/api/v1/catalog", "systems"));
    routes.add(api("/api/v1/rules", "rules"));
    routes.add(api("/api/v1/teams", "teams"));
    routes.add(api("/api/v1/people", "people"));
    return routes;
  }

  private Route api(String path, String part) {
    Telling takes =
        Telling.of("Takes " + part + " as JSON, YAML or CSV, and answers with a receipt.")
            .gives(Receipt.class);
    return Route.change(path, request -> sent(request, part)).telling(takes);
  }

  private Answer page() {
    return Answer.page(
        "catalog/files",
        Texts.say("catalog.file-pages.import-and-export"),
        Map.of("tables", Catalogs.tables()));
  }

  private Answer paste(Request request) {
    String text = request.text("text", FORM);
    String file = request.typed("file");
    if (text == null) {
      throw Refused.bad(
          Texts.say("catalog.file-pages.nothing-was-pasted"),
          Texts.say("catalog.file-pages.paste-a-table-or"));
    }
    Said said = Forms.file(request, file.isEmpty() ? "what was pasted" : file);
    Receipt receipt = Importer.file(source.get(), said, text);
    return receipt(receipt, "/exchange", "Import and export");
  }

  /** What came of it, as a page. */
  static Answer receipt(Receipt receipt, String back, String place) {
    return Answer.page(
        "catalog/receipt",
        Texts.say("catalog.file-pages.receipt-of", receipt.file()),
        Map.of("receipt", receipt, "back", back, "place", place));
  }

  private Answer yaml() {
    byte[] bytes = new Exports(source.get()).yaml().getBytes(UTF_8);
    return new Answer.Data("application/yaml; charset=utf-8", "catalog.yaml", bytes);
  }

  private Answer table(TableFormat.Kind kind) {
    byte[] bytes = new Exports(source.get()).table(kind).getBytes(UTF_8);
    return new Answer.Data("text/csv; charset=utf-8", kind.word + ".csv", bytes);
  }

  /**
   * JSON, YAML or a table, as Content-Type says; one thing or a list of them goes without a name.
   */
  private Answer sent(Request request, String part) {
    String type = request.header("Content-Type");
    String form = type == null ? "" : type.toLowerCase(Locale.ROOT);
    String text = new String(request.body(Yaml.LONGEST), UTF_8);
    boolean table = form.startsWith("text/csv");
    Receipt receipt =
        table
            ? Importer.file(source.get(), Forms.file(request, "request.csv"), text)
            : Importer.items(
                source.get(), Forms.file(request, "request"), Imports.sent("request", text, part));
    boolean nothing = receipt.seen() > 0 && receipt.seen() == receipt.refused().size();
    return new Answer.Told(nothing ? 422 : 200, receipt);
  }
}
