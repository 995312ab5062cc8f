package pilothouse;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pilothouse.evidence.History;
import pilothouse.metrics.Reading;
import pilothouse.reports.HealthCheck;
import pilothouse.reports.Reports;
import pilothouse.text.Say;
import pilothouse.views.Views;
import pilothouse.web.Answer;
import pilothouse.web.Web;

/** Health checks of histories that were just read, as text, JSON and a page of its own. */
final class CheckedHistories implements House.Checked {
  private static final int WIDTH = 100;
  private final Map<HealthCheck, History> checks;
  private final Instant now;

  CheckedHistories(Map<HealthCheck, History> checks, Instant now) {
    this.checks = new LinkedHashMap<>(checks);
    this.now = now;
  }

  @Override
  public String text(boolean colours) {
    return Reports.text(List.copyOf(checks.keySet()), WIDTH, colours);
  }

  @Override
  public String json() {
    StringWriter out = new StringWriter();
    Reports.json(List.copyOf(checks.keySet()), out);
    return out.toString();
  }

  @Override
  public void html(Path file) {
    List<Answer.Page> pages = new ArrayList<>();
    checks.forEach((check, history) -> {
      var view = Views.plain(history, check.scope(), check.window(), now);
      String read = "read on " + Say.day(now, check.window().zone());
      pages.add(Reports.page(view, check, read));
    });
    try {
      Files.writeString(file, Web.paper(pages));
    } catch (IOException e) {
      throw new Refused("Cannot write " + file + ": " + e.getMessage() + "; name another file.");
    }
  }

  @Override
  public List<House.Measured> values(String metric) {
    List<House.Measured> values = new ArrayList<>();
    for (HealthCheck check : checks.keySet()) {
      Reading reading = check.reading(metric);
      values.add(
          new House.Measured(check.scope().repository(), reading == null ? null : reading.value()));
    }
    return values;
  }
}
