package pilothouse.reports;

import java.io.Writer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.debt.Candidate;
import pilothouse.findings.Finding;
import pilothouse.metrics.Forecast;
import pilothouse.metrics.Ledger.LeftOut;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Receipt;
import pilothouse.metrics.Releases;
import pilothouse.metrics.Series;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Health checks as JSON. Durations are seconds, rates fractions, times ISO 8601 in UTC; what is
 * unknown is null with the reason beside it.
 */
final class JsonPage {
  /** Rows of a receipt that are printed; its size says how many there are. */
  private static final int ROWS = 10;

  private final JsonGenerator json;

  private JsonPage(JsonGenerator json) {
    this.json = json;
  }

  static void write(List<HealthCheck> checks, Writer out) {
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
      JsonPage page = new JsonPage(json);
      json.writeStartObject();
      json.writeNumberProperty("format", 1);
      json.writeName("checks");
      page.array(checks, page::check);
      json.writeEndObject();
    }
  }

  private void check(HealthCheck check) {
    json.writeStartObject();
    json.writeStringProperty("repository", check.scope().repository());
    json.writeStringProperty("folder", check.scope().folder());
    json.writeStringProperty("since", check.window().from().toString());
    json.writeStringProperty("until", check.window().to().toString());
    json.writeStringProperty("zone", check.window().zone().getId());
    json.writeBooleanProperty("complete", check.complete());
    json.writeName("basis");
    basis(check.basis());
    json.writeName("quarters");
    array(check.quarters(), this::quarter);
    json.writeName("flow");
    array(check.flow(), reading -> json.writeString(reading.metric().id()));
    json.writeName("findings");
    array(check.findings(), this::finding);
    json.writeName("metrics");
    json.writeStartObject();
    for (Reading reading : check.readings()) {
      json.writeName(reading.metric().id());
      reading(check, reading);
    }
    json.writeEndObject();
    releases(check.releases());
    json.writeName("forecasts");
    array(check.forecasts(), this::forecast);
    json.writeName("debts");
    array(check.debts(), this::debt);
    json.writeEndObject();
  }

  private void basis(HealthCheck.Basis basis) {
    json.writeStartObject();
    json.writeNumberProperty("commits", basis.commits());
    json.writeNumberProperty("changes", basis.changes());
    json.writeNumberProperty("people", basis.people());
    json.writeNumberProperty("files", basis.files());
    text("note", basis.note());
    json.writeName("gaps");
    array(basis.gaps(), this::leftOut);
    json.writeEndObject();
  }

  private void quarter(HealthCheck.Quarter quarter) {
    json.writeStartObject();
    json.writeStringProperty(
        "place", quarter.place().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    json.writeStringProperty("title", quarter.title());
    json.writeStringProperty("state", quarter.state().words());
    json.writeStringProperty("headline", quarter.headline());
    json.writeName("metrics");
    array(quarter.readings(), reading -> json.writeString(reading.metric().id()));
    json.writeName("findings");
    array(quarter.findings(), this::finding);
    json.writeName("lines");
    array(quarter.lines(), this::line);
    json.writeName("unknown");
    array(quarter.unknowns(), this::unknown);
    json.writeEndObject();
  }

  private void line(HealthCheck.Line line) {
    json.writeStartObject();
    json.writeStringProperty("text", line.text());
    json.writeStringProperty("value", line.value());
    json.writeStringProperty("path", line.path());
    json.writeStringProperty("receipt", line.receipt().text());
    json.writeEndObject();
  }

  private void unknown(HealthCheck.Unknown unknown) {
    json.writeStartObject();
    json.writeStringProperty("what", unknown.what());
    json.writeStringProperty("fill", unknown.fill());
    json.writeEndObject();
  }

  private void finding(Finding finding) {
    json.writeStartObject();
    json.writeStringProperty("kind", finding.kind());
    json.writeStringProperty(
        "severity", finding.severity().name().toLowerCase(java.util.Locale.ROOT));
    json.writeStringProperty("says", finding.says());
    json.writeStringProperty("subject", finding.subject());
    json.writeStringProperty("receipt", finding.receipt().text());
    json.writeNumberProperty("risk", finding.risk());
    time("since", finding.since());
    number("costPerWeek", finding.costPerWeek());
    json.writeName("evidence");
    array(finding.evidence(), json::writeString);
    json.writeEndObject();
  }

  private void reading(HealthCheck check, Reading reading) {
    json.writeStartObject();
    json.writeStringProperty("name", reading.metric().name());
    json.writeStringProperty(
        "unit",
        reading.metric().unit().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    number("value", reading.value());
    text("unknown", reading.unknown());
    json.writeNumberProperty("n", reading.n());
    series(reading.series());
    json.writeName("ledger");
    array(reading.ledger().entries(), this::leftOut);
    json.writeName("receipt");
    String address =
        new Finding.Address(
                reading.metric().id(), check.scope().repository(), check.scope().folder())
            .text();
    receipt(address, reading.receipt());
    json.writeEndObject();
  }

  private void series(Series series) {
    Series.Limits limits = series.limits();
    json.writeName("limits");
    if (limits == null) {
      json.writeNull();
    } else {
      json.writeStartObject();
      json.writeNumberProperty("centre", limits.centre());
      json.writeNumberProperty("lower", limits.lower());
      json.writeNumberProperty("upper", limits.upper());
      json.writeNumberProperty("meanMovingRange", limits.meanMovingRange());
      json.writeNumberProperty("rangeLimit", limits.rangeLimit());
      json.writeEndObject();
    }
    json.writeName("series");
    array(series.points(), this::point);
    json.writeName("signals");
    array(series.signals(), this::signal);
  }

  private void point(Series.Point point) {
    json.writeStartObject();
    json.writeStringProperty("at", point.at().toString());
    number("value", point.value());
    json.writeNumberProperty("n", point.n());
    json.writeEndObject();
  }

  private void signal(Series.Signal signal) {
    json.writeStartObject();
    json.writeNumberProperty("point", signal.point());
    json.writeNumberProperty("rule", signal.rule());
    json.writeStringProperty("says", signal.says());
    json.writeEndObject();
  }

  private void receipt(String address, Receipt receipt) {
    json.writeStartObject();
    json.writeStringProperty("address", address);
    json.writeStringProperty("says", receipt.says());
    json.writeNumberProperty("size", receipt.size());
    json.writeName("columns");
    array(receipt.columns(), json::writeString);
    json.writeName("rows");
    json.writeStartArray();
    for (int row = 0; row < Math.min(ROWS, receipt.size()); row++) {
      array(receipt.row().apply(row), cell -> json.writeString(cell.text()));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void leftOut(LeftOut entry) {
    json.writeStartObject();
    json.writeStringProperty("why", entry.why());
    json.writeNumberProperty("count", entry.count());
    json.writeEndObject();
  }

  private void releases(Releases releases) {
    json.writeName("releases");
    json.writeStartObject();
    json.writeStringProperty("note", "releases, not deployments");
    json.writeNumberProperty("inWindow", releases.inWindow().size());
    json.writeNumberProperty("preReleases", releases.preReleases());
    json.writeNumberProperty("unreleasedChanges", releases.unreleased());
    json.writeName("lines");
    array(releases.lines(), this::releaseLine);
    json.writeEndObject();
  }

  private void releaseLine(Releases.Line line) {
    json.writeStartObject();
    json.writeStringProperty("name", line.name());
    json.writeNumberProperty("releases", line.releases());
    time("last", line.last());
    json.writeNumberProperty("changes", line.changes());
    number("leadTime", line.leadTime());
    json.writeEndObject();
  }

  private void forecast(Forecast forecast) {
    boolean known = forecast.refused() == null;
    json.writeStartObject();
    json.writeStringProperty("what", forecast.what());
    json.writeNumberProperty("days", forecast.days());
    json.writeNumberProperty("historyDays", forecast.history());
    json.writeNumberProperty("runs", forecast.runs());
    json.writeNumberProperty("seed", forecast.seed());
    number("atLeast50", known ? (Double) (double) forecast.likely() : null);
    number("atLeast85", known ? (Double) (double) forecast.probable() : null);
    number("atLeast95", known ? (Double) (double) forecast.nearlySure() : null);
    text("unknown", forecast.refused());
    json.writeEndObject();
  }

  private void debt(Candidate debt) {
    json.writeStartObject();
    json.writeStringProperty("key", debt.key());
    json.writeStringProperty("kind", debt.kind().words());
    json.writeStringProperty("title", debt.title());
    json.writeName("paths");
    array(debt.paths(), json::writeString);
    json.writeName("evidence");
    array(debt.evidence(), json::writeString);
    json.writeStringProperty("matters", debt.matters());
    json.writeNumberProperty("risk", debt.risk());
    time("since", debt.since());
    json.writeStringProperty("receipt", debt.receipt().text());
    json.writeEndObject();
  }

  private <T> void array(List<T> items, java.util.function.Consumer<T> item) {
    json.writeStartArray();
    items.forEach(item);
    json.writeEndArray();
  }

  private void number(String name, @Nullable Double value) {
    if (value == null) {
      json.writeNullProperty(name);
    } else {
      json.writeNumberProperty(name, value);
    }
  }

  private void text(String name, @Nullable String value) {
    if (value == null) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, value);
    }
  }

  private void time(String name, @Nullable Instant value) {
    text(name, value == null ? null : value.toString());
  }
}
