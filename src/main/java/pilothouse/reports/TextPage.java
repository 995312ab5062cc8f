package pilothouse.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilothouse.findings.Finding;
import pilothouse.metrics.Forecast;
import pilothouse.metrics.Ledger.LeftOut;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Releases;
import pilothouse.reports.HealthCheck.Line;
import pilothouse.reports.HealthCheck.Quarter;
import pilothouse.reports.HealthCheck.State;
import pilothouse.reports.HealthCheck.Unknown;
import pilothouse.text.Say;

/** A health check as plain text for a terminal: what one reads in a minute; JSON has the rest. */
final class TextPage {
  /** Values stand right-aligned before this column. */
  private static final int VALUES = 12;

  /** Names stand before this column. */
  private static final int NAMES = 36;

  private static final int LINES = 3;

  private final HealthCheck check;
  private final Sheet sheet;

  TextPage(HealthCheck check, int width, boolean colours) {
    this.check = check;
    this.sheet = new Sheet(width, colours);
  }

  String text() {
    head();
    check.quarters().forEach(this::quarter);
    flow();
    foot();
    return sheet.text();
  }

  private void head() {
    HealthCheck.Basis basis = check.basis();
    String folder = check.scope().folder();
    String title =
        folder.isEmpty() ? check.scope().repository() : check.scope().repository() + " / " + folder;
    sheet.title("Health check of " + Say.plain(title));
    sheet.wrap(
        "",
        Wording.days(check.window())
            + ": "
            + Say.counted(basis.commits(), "commit")
            + " "
            + basis.by()
            + ", "
            + Say.counted(basis.files(), "file")
            + " now");
    String note = basis.note();
    if (note != null) {
      sheet.wrap("", note);
    }
    if (!check.complete()) {
      sheet.wrap("", "Lines are still being counted: what needs them says unknown.");
    }
    for (LeftOut gap : basis.gaps()) {
      String count = gap.count() > 1 ? " (" + Say.count(gap.count()) + ")" : "";
      sheet.wrap("", "Not seen: " + gap.why() + count + ".");
    }
  }

  private void quarter(Quarter quarter) {
    sheet.heading(quarter.title().toUpperCase(Locale.ROOT), quarter.state());
    if (quarter.findings().isEmpty() || quarter.state() == State.UNKNOWN) {
      sheet.wrap("  ", quarter.headline());
    }
    quarter.findings().forEach(this::finding);
    readings(quarter.readings(), quarter.findings());
    for (Line row : quarter.lines().stream().limit(LINES).toList()) {
      sheet.pair(row.text(), row.value(), NAMES);
    }
    if (!quarter.unknowns().isEmpty()) {
      String what =
          quarter.unknowns().stream().map(Unknown::what).collect(Collectors.joining("; "));
      sheet.wrap("  ", "Git cannot tell: " + what + ".");
    }
  }

  private void finding(Finding finding) {
    String mark =
        switch (finding.severity()) {
          case ACT -> "ACT  ";
          case LOOK -> "LOOK ";
          case KNOW -> "     ";
        };
    sheet.wrap("  " + mark, Say.plain(finding.says()) + " [" + finding.receipt().metric() + "]");
  }

  /** The numbers that no finding says already, and below them those that nobody knows. */
  private void readings(List<Reading> readings, List<Finding> findings) {
    Set<String> said =
        findings.stream()
            .map(finding -> finding.receipt().metric())
            .filter(Meaning.RESTATED::contains)
            .collect(Collectors.toSet());
    Map<String, List<String>> unknown = new LinkedHashMap<>();
    for (Reading reading : readings) {
      String why = reading.unknown();
      String id = reading.metric().id();
      if (why != null) {
        unknown.computeIfAbsent(why, reason -> new ArrayList<>()).add(id);
      } else if (!said.contains(id)) {
        String value = Wording.value(reading);
        String blanks = " ".repeat(Math.max(2, VALUES - value.length()));
        sheet.wrap(blanks + value + "  ", Meaning.of(reading) + " [" + id + "]");
      }
    }
    unknown.forEach(this::unknown);
  }

  /** What is unknown, and why, unless the top of the page said it. */
  private void unknown(String why, List<String> metrics) {
    String reason = check.basis().tells(why) ? "." : ": " + Say.plain(why) + ".";
    sheet.wrap("     unknown  ", String.join(", ", metrics) + reason);
  }

  private void flow() {
    sheet.heading("FLOW", null);
    List<Finding> findings =
        check.findings().stream().filter(finding -> isNoQuarters(finding)).toList();
    findings.forEach(this::finding);
    readings(
        check.flow().stream()
            .filter(reading -> Meaning.FLOW.contains(reading.metric().id()))
            .toList(),
        findings);
    List<Releases.Line> lines = check.releases().lines();
    lines.stream().limit(LINES).forEach(this::release);
    if (lines.size() > LINES) {
      sheet.wrap("    ", "and " + Say.counted(lines.size() - LINES, "more line"));
    }
    check.forecasts().forEach(this::forecast);
  }

  private boolean isNoQuarters(Finding finding) {
    return check.quarters().stream().noneMatch(quarter -> quarter.findings().contains(finding));
  }

  private void release(Releases.Line line) {
    @Nullable Double lead = line.leadTime();
    sheet.pair(
        "release line " + line.name(),
        Say.counted(line.releases(), "release")
            + ", last on "
            + Wording.day(check.window(), line.last())
            + (lead == null ? "" : ", waiting " + Wording.duration(lead)),
        NAMES);
  }

  private void forecast(Forecast forecast) {
    if (forecast.refused() == null && forecast.likely() > 0) {
      String least =
          forecast.probable() == 0
              ? "possibly none"
              : "at least " + Say.count(forecast.probable()) + " with 85 % certainty";
      sheet.wrap(
          "  ",
          "If it goes on like this, %s in the next %s days: as likely as not %s or more, %s."
              .formatted(
                  forecast.what(),
                  Say.count(forecast.days()),
                  Say.count(forecast.likely()),
                  least));
    }
  }

  private void foot() {
    sheet.line("");
    sheet.wrap(
        "",
        "Each number has a receipt and a list of what it left out: --json prints them under the"
            + " name in brackets, `pilothouse up` shows them. No number is about a person."
            + " Releases are tags that look like versions, not deployments.");
  }
}
