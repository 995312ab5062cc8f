package pilothouse.reports;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pilothouse.findings.Finding;
import pilothouse.metrics.Reading;
import pilothouse.text.Texts;
import pilothouse.views.Sentence;
import pilothouse.views.Shown;
import pilothouse.views.View;

/**
 * A quarter as its card shows it.
 *
 * @param look the state as a class of the style
 * @param blind how many of its numbers are unknown, in words; empty when none is
 * @param delivery where deployments and incidents are told of; empty when nothing told of any
 */
public record Card(
    HealthCheck.Quarter quarter,
    String look,
    String blind,
    @Nullable Said headline,
    List<Said> findings,
    List<Shown> facts,
    List<Entry> lines,
    String more,
    String moreWords,
    String delivery) {

  /** A finding with its number cut out, and where that leads. */
  public record Said(String look, Sentence sentence, String receipt) {
    static Said of(View view, Finding finding) {
      return new Said(
          finding.severity().name().toLowerCase(Locale.ROOT),
          Sentence.of(finding.says()),
          view.receipt(finding.receipt().metric(), finding.receipt().folder()));
    }
  }

  /** A line under a quarter; the address may be empty. */
  public record Entry(String text, String address, boolean path, String value, String receipt) {
    private static Entry of(View view, HealthCheck.Line line) {
      return new Entry(
          line.text(),
          line.path().isEmpty() ? "" : view.path(line.path()),
          line.text().equals(line.path()),
          line.value(),
          view.receipt(line.receipt().metric(), line.receipt().folder()));
    }
  }

  static Card of(View view, HealthCheck.Quarter quarter, HealthCheck.Basis basis) {
    List<Said> others =
        quarter.findings().stream()
            .filter(finding -> !finding.says().equals(quarter.headline()))
            .map(finding -> Said.of(view, finding))
            .toList();
    return new Card(
        quarter,
        look(quarter),
        blind(quarter),
        headline(view, quarter),
        others,
        quarter.readings().stream().map(reading -> shown(view, reading, basis)).toList(),
        quarter.lines().stream().map(line -> Entry.of(view, line)).toList(),
        view.link(page(quarter.place())),
        words(quarter.place()),
        quarter.place() == HealthCheck.Place.SYSTEM_RISK
                && !quarter.unknowns().contains(HealthCheck.Unknown.deployments())
            ? view.base() + "/delivery"
            : "");
  }

  /** A state as a class of the style. */
  static String look(HealthCheck.Quarter quarter) {
    return quarter.state().name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Said headline(View view, HealthCheck.Quarter quarter) {
    for (Finding finding : quarter.findings()) {
      if (finding.says().equals(quarter.headline())) {
        return Said.of(view, finding);
      }
    }
    return null;
  }

  static String blind(HealthCheck.Quarter quarter) {
    long unknown = quarter.readings().stream().filter(r -> r.value() == null).count();
    return unknown == 0
        ? ""
        : Texts.say("reports.card.of-numbers-unknown", unknown, quarter.readings().size());
  }

  /** Why it is unknown only where the top of the page does not say it already. */
  private static Shown shown(View view, Reading reading, HealthCheck.Basis basis) {
    Shown shown = Shown.of(view, reading);
    return basis.tells(reading.unknown()) ? shown.brief() : shown;
  }

  private static String page(HealthCheck.Place place) {
    return switch (place) {
      case SYSTEM_RISK -> "files";
      case TEAM -> "people";
      case DEBT -> "debt";
      default -> "flow";
    };
  }

  private static String words(HealthCheck.Place place) {
    return switch (place) {
      case SYSTEM_RISK -> Texts.say("reports.card.all-files");
      case TEAM -> Texts.say("reports.card.people-as-counts");
      case DEBT -> Texts.say("reports.card.all-candidates");
      default -> Texts.say("reports.card.flow-and-releases");
    };
  }
}
