package pilothouse.reports;

import java.io.Writer;
import java.util.List;
import pilothouse.debt.Candidate;
import pilothouse.findings.Finding;
import pilothouse.metrics.Forecast;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Releases;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Health checks as JSON. Durations are seconds, rates fractions, times ISO 8601 in UTC; what is
 * unknown is null with the reason beside it.
 */
final class JsonPage {
  private final JsonGenerator json;
  private final JsonReadings part;

  private JsonPage(JsonGenerator json) {
    this.json = json;
    this.part = new JsonReadings(json);
  }

  static void write(List<HealthCheck> checks, Writer out) {
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
      JsonPage page = new JsonPage(json);
      json.writeStartObject();
      json.writeNumberProperty("format", 1);
      json.writeName("checks");
      page.part.array(checks, page::check);
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
    part.array(check.quarters(), this::quarter);
    json.writeName("flow");
    part.array(check.flow(), reading -> json.writeString(reading.metric().id()));
    json.writeName("findings");
    part.array(check.findings(), this::finding);
    json.writeName("metrics");
    json.writeStartObject();
    for (Reading reading : check.readings()) {
      json.writeName(reading.metric().id());
      part.reading(check.scope(), reading);
    }
    json.writeEndObject();
    releases(check.releases());
    json.writeName("forecasts");
    part.array(check.forecasts(), this::forecast);
    json.writeName("debts");
    part.array(check.debts(), this::debt);
    json.writeEndObject();
  }

  private void basis(HealthCheck.Basis basis) {
    json.writeStartObject();
    json.writeNumberProperty("commits", basis.commits());
    json.writeNumberProperty("changes", basis.changes());
    json.writeNumberProperty("people", basis.people());
    json.writeNumberProperty("files", basis.files());
    part.text("note", basis.note());
    json.writeName("gaps");
    part.array(basis.gaps(), part::leftOut);
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
    part.array(quarter.readings(), reading -> json.writeString(reading.metric().id()));
    json.writeName("findings");
    part.array(quarter.findings(), this::finding);
    json.writeName("lines");
    part.array(quarter.lines(), this::line);
    json.writeName("unknown");
    part.array(quarter.unknowns(), this::unknown);
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
    part.time("since", finding.since());
    part.number("cost_per_week", finding.costPerWeek());
    json.writeName("evidence");
    part.array(finding.evidence(), json::writeString);
    json.writeEndObject();
  }

  private void releases(Releases releases) {
    json.writeName("releases");
    json.writeStartObject();
    json.writeStringProperty("note", "releases, not deployments");
    json.writeNumberProperty("in_window", releases.inWindow().size());
    json.writeNumberProperty("pre_releases", releases.preReleases());
    json.writeNumberProperty("unreleased_changes", releases.unreleased());
    json.writeName("lines");
    part.array(releases.lines(), this::releaseLine);
    json.writeEndObject();
  }

  private void releaseLine(Releases.Line line) {
    json.writeStartObject();
    json.writeStringProperty("name", line.name());
    json.writeNumberProperty("releases", line.releases());
    part.time("last", line.last());
    json.writeNumberProperty("changes", line.changes());
    part.number("lead_time", line.leadTime());
    json.writeEndObject();
  }

  private void forecast(Forecast forecast) {
    boolean known = forecast.refused() == null;
    json.writeStartObject();
    json.writeStringProperty("what", forecast.what());
    json.writeNumberProperty("days", forecast.days());
    json.writeNumberProperty("history_days", forecast.history());
    json.writeNumberProperty("runs", forecast.runs());
    json.writeNumberProperty("seed", forecast.seed());
    part.number("at_least_50", known ? (Double) (double) forecast.likely() : null);
    part.number("at_least_85", known ? (Double) (double) forecast.probable() : null);
    part.number("at_least_95", known ? (Double) (double) forecast.nearlySure() : null);
    part.text("unknown", forecast.refused());
    json.writeEndObject();
  }

  private void debt(Candidate debt) {
    json.writeStartObject();
    json.writeStringProperty("key", debt.key());
    json.writeStringProperty("kind", debt.kind().words());
    json.writeStringProperty("title", debt.title());
    json.writeName("paths");
    part.array(debt.paths(), json::writeString);
    json.writeName("evidence");
    part.array(debt.evidence(), json::writeString);
    json.writeStringProperty("matters", debt.matters());
    json.writeNumberProperty("risk", debt.risk());
    part.time("since", debt.since());
    json.writeStringProperty("receipt", debt.receipt().text());
    json.writeEndObject();
  }
}
