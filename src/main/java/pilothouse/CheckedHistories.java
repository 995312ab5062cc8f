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
import pilothouse.metrics.Reading;
import pilothouse.reports.HealthCheck;
import pilothouse.reports.Reports;
import pilothouse.text.Say;
import pilothouse.views.View;
import pilothouse.web.Answer;
import pilothouse.web.Web;

/** Health checks of histories that were just read, as text, JSON and a page of its own. */
final class CheckedHistories implements House.Checked {
  private static final int WIDTH = 100;
  private final Map<HealthCheck, View> checks;
  private final Instant now;
  private final List<String> troubles;

  CheckedHistories(Map<HealthCheck, View> checks, Instant now, List<String> troubles) {
    this.troubles = List.copyOf(troubles);
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
    return out.append('\n').toString();
  }

  @Override
  public void html(Path file) {
    List<Answer.Page> pages = new ArrayList<>();
    checks.forEach((check, view) -> {
      String read = "read on " + Say.day(now, check.window().zone());
      pages.add(Reports.page(view, check, read));
    });
    try {
      Files.writeString(file, Web.paper(pages));
    } catch (IOException e) {
      throw new Refused("Cannot write " + file + ": " + why(file, e) + "; name another file.");
    }
  }

  private static String why(Path file, IOException trouble) {
    if (Files.isDirectory(file)) {
      return "it is a folder";
    }
    Path parent = file.toAbsolutePath().getParent();
    return parent != null && !Files.exists(parent)
        ? "there is no folder " + parent
        : String.valueOf(trouble.getMessage());
  }

  @Override
  public List<String> troubles() {
    return troubles;
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
