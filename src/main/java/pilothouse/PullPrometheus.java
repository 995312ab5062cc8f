package pilothouse;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pilothouse.evidence.facts.Facts;
import pilothouse.evidence.facts.Measurement;
import pilothouse.evidence.facts.Receipt;
import pilothouse.evidence.prometheus.Answers;
import pilothouse.evidence.prometheus.PrometheusApi;
import pilothouse.evidence.prometheus.Query;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.text.Say;

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
  private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,5})([smhdw])");
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
            metric,
            scope,
            unit,
            from == null ? now.minus(USUAL) : from,
            to == null || to.isAfter(now) ? now : to,
            span(step));
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
      Receipt receipt = kept(stored.facts(), answers.measurements());
      write(stored, asked, receipt);
      console.out().print(says(asked, answers, receipt));
      receipt
          .refused()
          .forEach(refusal -> console.out().println("  refused " + Say.plain(refusal.toString())));
      return Exit.FINE;
    }
  }

  private static Receipt kept(Facts facts, List<Measurement> all) {
    List<Measurement> measurements = new ArrayList<>(all);
    Receipt receipt = Receipt.EMPTY;
    for (int at = 0; at < measurements.size(); at += 10_000) {
      List<Measurement> some = measurements.subList(at, Math.min(measurements.size(), at + 10_000));
      receipt = receipt.plus(facts.add(some, "prometheus"));
    }
    return receipt;
  }

  private void write(Stored stored, Query asked, Receipt receipt) {
    Entry entry =
        Entry.of(
                console.clock().instant(),
                Who.terminal(),
                "pull done",
                Subject.of("pull", "prometheus " + asked.metric(), "/sources"),
                "")
            .with(
                Map.of(
                    "scope", asked.scope(),
                    "new facts", String.valueOf(receipt.added()),
                    "refused", String.valueOf(receipt.refused().size())));
    stored
        .storage()
        .write(rows -> {
          Journal.write(rows, entry);
          return true;
        });
  }

  private static String says(Query asked, Answers answers, Receipt receipt) {
    return "%s of %s: seen %s, %s new, %s unchanged, %s refused, %s left out as no numbers.%n"
        .formatted(
            asked.metric(),
            asked.scope(),
            Say.count(answers.measurements().size() + answers.left()),
            Say.count(receipt.added()),
            Say.count(receipt.unchanged()),
            Say.count(receipt.refused().size()),
            Say.count(answers.left()));
  }

  private static Duration span(String written) {
    Matcher span = SPAN.matcher(written);
    if (!span.matches()) {
      throw new Refused(
          "--step \"%s\" is no span; write how far apart the points lie: 5m, 1h, 1d."
              .formatted(written));
    }
    long count = Long.parseLong(span.group(1));
    return switch (span.group(2)) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      case "d" -> Duration.ofDays(count);
      default -> Duration.ofDays(7 * count);
    };
  }
}
