package pilothouse.reports;

import java.util.List;
import java.util.Locale;
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

/** A health check as plain text for a terminal. */
final class TextPage {
  private static final int LABEL = 34;

  private final HealthCheck check;
  private final int width;
  private final boolean colours;
  private final StringBuilder out = new StringBuilder(8_192);

  TextPage(HealthCheck check, int width, boolean colours) {
    this.check = check;
    this.width = Math.max(60, width);
    this.colours = colours;
  }

  String text() {
    head();
    check.quarters().forEach(this::quarter);
    flow();
    foot();
    return out.toString();
  }

  private void head() {
    HealthCheck.Basis basis = check.basis();
    String folder = check.scope().folder();
    String title =
        folder.isEmpty() ? check.scope().repository() : check.scope().repository() + " / " + folder;
    line(strong("Health check of " + Say.plain(title)));
    line(
        Wording.day(check.window(), check.window().from())
            + " to "
            + Wording.day(check.window(), check.window().to())
            + ": "
            + Wording.of(basis.commits(), "commit", "commits")
            + " by "
            + Wording.people(basis.people())
            + ", "
            + Wording.of(basis.files(), "file", "files")
            + " now");
    if (basis.note() != null) {
      wrap("", "Nothing to tell: " + basis.note() + ".");
    }
    if (!check.complete()) {
      wrap("", "Lines are still being counted: what needs them says unknown.");
    }
    for (LeftOut gap : basis.gaps()) {
      wrap("", "Not seen: " + gap.why() + (gap.count() > 1 ? " (" + gap.count() + ")" : "") + ".");
    }
  }

  private void quarter(Quarter quarter) {
    line("");
    rule(quarter.title().toUpperCase(Locale.ROOT), quarter.state());
    if (quarter.findings().isEmpty() || quarter.state() == State.UNKNOWN) {
      wrap("  ", quarter.headline());
    }
    for (Finding finding : quarter.findings()) {
      finding(finding);
    }
    for (Reading reading : quarter.readings()) {
      reading(reading);
    }
    for (Line row : quarter.lines()) {
      pair(row.text(), row.value());
    }
    for (Unknown unknown : quarter.unknowns()) {
      wrap("  ", "unknown: " + unknown.what() + " (would be filled by " + unknown.fill() + ")");
    }
  }

  private void finding(Finding finding) {
    String mark =
        switch (finding.severity()) {
          case ACT -> "ACT  ";
          case LOOK -> "LOOK ";
          case KNOW -> "     ";
        };
    wrap("  " + mark, Say.plain(finding.says()) + " [" + finding.receipt().metric() + "]");
  }

  private void reading(Reading reading) {
    String label = reading.metric().name();
    String value =
        reading.unknown() == null
            ? Wording.value(reading)
            : "unknown: " + Say.plain(reading.unknown());
    String left = left(reading);
    wrapped("  " + pad(label, LABEL), value + left);
  }

  /** How much the number rests on, and how much of what it left out. */
  private static String left(Reading reading) {
    if (reading.unknown() != null) {
      return "";
    }
    return " (" + Wording.basis(reading) + ")";
  }

  private void flow() {
    line("");
    rule("FLOW", null);
    for (Finding finding : check.findings()) {
      boolean elsewhere =
          check.quarters().stream().anyMatch(quarter -> quarter.findings().contains(finding));
      if (!elsewhere) {
        finding(finding);
      }
    }
    check.flow().forEach(this::reading);
    List<Releases.Line> lines = check.releases().lines();
    for (Releases.Line line : lines.stream().limit(4).toList()) {
      Double lead = line.leadTime();
      pair(
          "release line " + line.name(),
          Wording.of(line.releases(), "release", "releases")
              + ", last "
              + Wording.day(check.window(), line.last())
              + ", "
              + Wording.of(line.changes(), "change", "changes")
              + (lead == null ? "" : ", lead time " + Wording.duration(lead)));
    }
    if (lines.size() > 4) {
      pair("", "and " + (lines.size() - 4) + " more lines");
    }
    check.forecasts().forEach(this::forecast);
    line("  Releases are tags that look like versions: releases, not deployments.");
  }

  private void forecast(Forecast forecast) {
    String label = "next " + forecast.days() + " days: " + forecast.what();
    if (forecast.refused() != null) {
      wrapped("  " + pad(label, LABEL), "unknown: " + forecast.refused());
      return;
    }
    wrapped(
        "  " + pad(label, LABEL),
        String.format(
            Locale.ROOT,
            "at least %,d (85 %% sure), %,d (50 %%), %,d (95 %%); seed %d",
            forecast.probable(),
            forecast.likely(),
            forecast.nearlySure(),
            forecast.seed()));
  }

  private void foot() {
    line("");
    wrap(
        "",
        "Every number has its receipt and a list of what it left out: --json prints them under the"
            + " name in brackets, `pilothouse up` shows them. No number is about a person.");
  }

  private void rule(String title, @Nullable State state) {
    String word = state == null ? "" : ": " + state.words();
    int dashes = Math.max(3, width - title.length() - word.length() - 1);
    line(strong(title) + paint(state, word) + " " + "─".repeat(dashes));
  }

  private void pair(String text, String value) {
    String clean = Say.plain(text);
    int room = width - 6 - value.length();
    if (clean.length() > room && room >= 24) {
      clean = "…" + clean.substring(clean.length() - room + 1);
    }
    if (clean.length() > room) {
      wrap("    ", clean);
      wrap("      ", value);
      return;
    }
    line(
        "    "
            + pad(clean, Math.min(room, Math.max(LABEL - 2, clean.length())))
            + gap(clean)
            + value);
  }

  private String gap(String text) {
    return text.length() >= LABEL - 2 ? "  " : "";
  }

  /** The text with its continuation lines under its first. */
  private void wrapped(String first, String text) {
    wrap(first, text);
  }

  private void wrap(String first, String text) {
    String indent = " ".repeat(first.length());
    StringBuilder row = new StringBuilder(first);
    boolean empty = true;
    for (String word : text.split(" ", -1)) {
      if (!empty && row.length() + 1 + word.length() > width) {
        line(row.toString());
        row = new StringBuilder(indent);
        empty = true;
      }
      row.append(empty ? "" : " ").append(word);
      empty = false;
    }
    line(row.toString());
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }

  private String strong(String text) {
    return colours ? "\u001b[1m" + text + "\u001b[0m" : text;
  }

  private String paint(@Nullable State state, String text) {
    if (!colours || state == null || text.isEmpty()) {
      return text;
    }
    int colour =
        switch (state) {
          case ACT -> 31;
          case LOOK -> 33;
          case UNKNOWN -> 35;
          case KNOW -> 36;
          case NOTHING_FOUND -> 32;
        };
    return "\u001b[" + colour + "m" + text + "\u001b[0m";
  }

  private static String pad(String text, int length) {
    return text.length() >= length ? text : text + " ".repeat(length - text.length());
  }
}
