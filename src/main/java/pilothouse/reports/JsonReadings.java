package pilothouse.reports;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pilothouse.findings.Finding;
import pilothouse.metrics.Ledger.LeftOut;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Receipt;
import pilothouse.metrics.Scope;
import pilothouse.metrics.Series;
import tools.jackson.core.JsonGenerator;

/** Readings as JSON: value or reason, course, ledger, and the first rows of the receipt. */
final class JsonReadings {
  /** Rows of a receipt that are printed; its size says how many there are. */
  private static final int ROWS = 10;

  private final JsonGenerator json;

  JsonReadings(JsonGenerator json) {
    this.json = json;
  }

  void reading(Scope scope, Reading reading) {
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
        new Finding.Address(reading.metric().id(), scope.repository(), scope.folder()).text();
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
      json.writeNumberProperty("mean_moving_range", limits.meanMovingRange());
      json.writeNumberProperty("range_limit", limits.rangeLimit());
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

  void leftOut(LeftOut entry) {
    json.writeStartObject();
    json.writeStringProperty("why", entry.why());
    json.writeNumberProperty("count", entry.count());
    json.writeEndObject();
  }

  <T> void array(List<T> items, Consumer<T> item) {
    json.writeStartArray();
    items.forEach(item);
    json.writeEndArray();
  }

  void number(String name, @Nullable Double value) {
    if (value == null) {
      json.writeNullProperty(name);
    } else {
      json.writeNumberProperty(name, value);
    }
  }

  void text(String name, @Nullable String value) {
    if (value == null) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, value);
    }
  }

  void time(String name, @Nullable Instant value) {
    text(name, value == null ? null : value.toString());
  }
}
