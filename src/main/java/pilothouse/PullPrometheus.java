package pilothouse;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pilothouse.evidence.prometheus.Answers;
import pilothouse.evidence.prometheus.PrometheusApi;
import pilothouse.evidence.prometheus.Query;
import pilothouse.evidence.pull.Keeping;
import pilothouse.evidence.pull.Named;

/** {@code pilothouse pull prometheus}: the past of a query, as the numbers of a metric. */
@Command(
    name = "prometheus",
    description = "Reads the past of a query in PromQL as the numbers of a metric.",
    footer = {
      "%nA token, where one is needed, comes from a file that the setting prometheus_token_file names,",
      "else from the environment, PROMETHEUS_TOKEN, else from pilothouse seal.",
      "The same command again changes nothing; a later one adds what is new.",
      "Ends with 0; with 2 when nothing could be read."
    })
final class PullPrometheus implements Callable<Integer> {
  private static final Duration USUAL = Duration.ofDays(90);

  private final Console console;

  @Mixin private Common common = new Common();

  @Option(
      names = "--url",
      required = true,
      paramLabel = "URL",
      description = "Where it is: http://prometheus.example:9090.")
  private String url = "";

  @Option(
      names = "--query",
      required = true,
      paramLabel = "EXPRESSION",
      description = "An expression in PromQL that gives one series.")
  private String query = "";

  @Option(
      names = "--metric",
      required = true,
      paramLabel = "NAME",
      description = "What the number is called: orders-paid.")
  private String metric = "";

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      description = "organisation, system:NAME, team:NAME or repository:NAME.")
  private String scope = "organisation";

  @Option(names = "--unit", paramLabel = "UNIT", description = "What stands behind the number.")
  private @Nullable String unit;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "From when on: a day (2026-01-31) or how long ago (90d, 12w); usually 90d.")
  private @Nullable String since;

  @Option(names = "--until", paramLabel = "DATE", description = "Until when, that day included.")
  private @Nullable String until;

  @Option(
      names = "--step",
      paramLabel = "SPAN",
      description = "How far apart the points lie: 5m, 1h, 1d; usually 1d.")
  private String step = "1d";

  PullPrometheus(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = common.read(Map.of(), console);
    Instant now = console.clock().instant();
    Instant from = Moment.since(since, settings.zone(), now);
    Instant to = Moment.until(until, settings.zone(), now);
    Query asked =
        new Query(
            query,
            new Named(metric, scope, unit),
            from == null ? now.minus(USUAL) : from,
            to == null || to.isAfter(now) ? now : to,
            Moment.span("--step", step, "how far apart the points lie: 5m, 1h, 1d"));
    String token = Seal.token("prometheus", settings, console);
    try (Stored stored = Stored.open(settings, console.clock());
        PrometheusApi api =
            new PrometheusApi(url, token.isEmpty() ? null : token, console.clock())) {
      Answers answers = api.ask(asked);
      if (answers.measurements().isEmpty()) {
        throw new Refused(
            "The query has no number from %s to %s; check it, and --since."
                .formatted(asked.from(), asked.to()));
      }
      Keeping kept = new Keeping(stored.facts(), "prometheus", now);
      kept.takeAll(answers.measurements());
      PulledNumbers pulled = new PulledNumbers("prometheus", metric, scope, kept, answers.left());
      pulled.write(stored, now, "pull done");
      console.out().print(pulled.says());
      return Exit.FINE;
    }
  }
}
