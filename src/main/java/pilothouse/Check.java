package pilothouse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pilothouse.metrics.Metric;
import pilothouse.text.Say;
import pilothouse.views.Shown;

/** {@code pilothouse check}: the one-page health check. */
@Command(
    name = "check",
    description = "Prints the one-page health check of repositories.",
    footer =
        "%nEnds with 0; with 1 when a limit of --fail-on is met; with 2 when the input is bad.")
final class Check implements Callable<Integer> {
  private final House.Opening opening;
  private final Console console;

  @Mixin private Common common = new Common();

  @Parameters(
      paramLabel = "PATH_OR_URL",
      arity = "0..*",
      description =
          "Folders with a git repository, or URLs, which are cloned into the data folder.")
  private List<String> repositories = List.of();

  @Option(names = "--json", description = "Prints JSON instead of text.")
  private boolean json;

  @Option(names = "--html", paramLabel = "FILE", description = "Writes the page to a file as well.")
  private @Nullable Path html;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "From when on: a day (2026-01-31) or how long ago (90d, 12w, 6m, 2y).")
  private @Nullable String since;

  @Option(names = "--until", paramLabel = "DATE", description = "Until when, that day included.")
  private @Nullable String until;

  @Option(names = "--scope", paramLabel = "FOLDER", description = "Only one folder of them.")
  private String scope = "";

  @Option(
      names = "--fail-on",
      paramLabel = "LIMIT",
      description = "Ends with 1 when met, or when the value is unknown; as 'truck-factor<2'.")
  private List<String> failOn = List.of();

  Check(House.Opening opening, Console console) {
    this.opening = opening;
    this.console = console;
  }

  @Override
  public Integer call() {
    if (repositories.isEmpty()) {
      throw new Refused(
          "check needs a repository: name a folder or a URL, as in pilothouse check .");
    }
    Settings settings = common.read(Map.of(), console);
    House.Wish wish = wish(settings);
    try (House house = opening.open(settings, console)) {
      List<Threshold> limits =
          failOn.stream().map(limit -> Threshold.of(limit, house.metrics())).toList();
      House.Checked checked = house.check(wish);
      console.out().print(json ? checked.json() : checked.text(console.colours()));
      if (html != null) {
        checked.html(html);
      }
      int exit = judge(limits, house.metrics(), checked);
      checked.troubles().forEach(says -> console.err().println("pilothouse: " + Say.plain(says)));
      return checked.troubles().isEmpty() ? exit : Exit.BAD_INPUT;
    }
  }

  private House.Wish wish(Settings settings) {
    var now = console.clock().instant();
    var from = Moment.since(since, settings.zone(), now);
    var to = Moment.until(until, settings.zone(), now);
    var end = to == null ? now : to;
    if (from != null && !from.isBefore(end)) {
      throw new Refused(
          "The time asked for is empty: it starts at %s and ends at %s; give an earlier --since."
              .formatted(from, end));
    }
    return new House.Wish(repositories, from, to, scope);
  }

  private int judge(List<Threshold> limits, Map<String, Metric.Unit> units, House.Checked checked) {
    int exit = Exit.FINE;
    for (Threshold limit : limits) {
      for (House.Measured measured : checked.values(limit.metric())) {
        if (limit.met(measured.value())) {
          Metric.Unit unit = units.getOrDefault(limit.metric(), Metric.Unit.COUNT);
          String value = measured.value() == null ? "unknown" : Shown.say(unit, measured.value());
          console
              .err()
              .printf(
                  "pilothouse: %s: the limit %s is met, the value is %s.%n",
                  measured.repository(), limit.written(), value);
          exit = Exit.LIMIT_MET;
        }
      }
    }
    return exit;
  }
}
