package pilothouse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.tables.DatedNumbers;
import pilothouse.evidence.tables.Decimal;
import pilothouse.evidence.tables.Order;
import pilothouse.metrics.judging.Dated;
import pilothouse.metrics.judging.Expect;
import pilothouse.metrics.judging.Judgement;
import pilothouse.metrics.judging.Judging;
import pilothouse.text.Say;

/** {@code pilothouse verdict}: whether a series of anybody's making moved after a day. */
@Command(
    name = "verdict",
    description = {
      "Says whether the numbers of a file moved after a day: moved better, moved worse, no"
          + " detectable change, too early, or cannot tell, with limits and reasons.",
      "Opens no database and needs no data folder."
    },
    footer = {
      "%nThe file has a column of days and one of numbers, separated by commas, semicolons, tabs or"
          + " bars, with a first line of names or without. Several numbers of one day become their"
          + " mean. docs/verdicts.md says how the verdict is reached, and how often it is wrong.",
      "Ends with 0 for any verdict; with 2 when the file cannot be read."
    })
final class VerdictCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--csv",
      required = true,
      paramLabel = "FILE",
      description = "The numbers; - reads standard input.")
  private String file = "";

  @Option(
      names = "--at",
      required = true,
      paramLabel = "DATE",
      description = "The first day on which they could move, as 2026-01-31.")
  private String at = "";

  @Option(
      names = "--expect",
      required = true,
      paramLabel = "WAY",
      description = "Which way would be better: down or up.")
  private String expect = "";

  @Option(names = "--json", description = "Prints JSON instead of text.")
  private boolean json;

  @Option(
      names = "--date-column",
      paramLabel = "NAME",
      description = "The column of the days, by its name or its number from 1.")
  private String date = "";

  @Option(
      names = "--value-column",
      paramLabel = "NAME",
      description = "The column of the numbers, by its name or its number from 1.")
  private String value = "";

  @Option(names = "--days", paramLabel = "ORDER", description = "day-first or month-first.")
  private @Nullable String days;

  @Option(names = "--decimal", paramLabel = "MARK", description = "comma or point.")
  private @Nullable String decimal;

  VerdictCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Expect way =
        Expect.of(expect)
            .orElseThrow(() ->
                new Refused(
                    "--expect \"%s\" is no way; say down or up.".formatted(Say.plain(expect))));
    LocalDate effect = day(at);
    DatedNumbers.Read read = read();
    List<Dated> points =
        read.days().entrySet().stream()
            .map(day -> new Dated(day.getKey(), day.getValue()))
            .toList();
    Judgement judged = Judging.judge(points, effect, way, Say::number);
    VerdictWords words = new VerdictWords(name(), read, judged);
    if (json) {
      console.out().writeBytes(words.json());
    } else {
      words.lines().forEach(line -> console.out().println(Say.plain(line)));
    }
    return Exit.FINE;
  }

  private static LocalDate day(String written) {
    try {
      return LocalDate.parse(written.strip());
    } catch (DateTimeException _) {
      throw new Refused(
          "--at \"%s\" is no day; write it as 2026-01-31.".formatted(Say.plain(written)));
    }
  }

  private DatedNumbers.Read read() {
    DatedNumbers.Wish wish =
        new DatedNumbers.Wish(
            date.strip(),
            value.strip(),
            one("--days", days, Order.values(), Order::word),
            one("--decimal", decimal, Decimal.values(), Decimal::word));
    if (!file.equals("-") && !Files.isRegularFile(Path.of(file))) {
      throw new Refused("There is no file %s; look how it is written.".formatted(Say.plain(file)));
    }
    try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
      return DatedNumbers.read(in, wish);
    } catch (BadFile e) {
      throw new Refused("%s, %s %s".formatted(name(), e.why(), e.mend()));
    } catch (IOException e) {
      throw new Refused("%s cannot be read (%s); look at the file.".formatted(name(), e));
    }
  }

  private String name() {
    return file.equals("-") ? "standard input" : file;
  }

  private static <T> @Nullable T one(
      String option, @Nullable String word, T[] all, Function<T, String> called) {
    if (word == null) {
      return null;
    }
    List<String> words =
        Arrays.stream(all).map(called).filter(each -> !each.equals("unknown")).toList();
    return Arrays.stream(all)
        .filter(each -> called.apply(each).equals(word.strip()) && words.contains(word.strip()))
        .findFirst()
        .orElseThrow(() ->
            new Refused(
                "%s \"%s\" is not known; say %s."
                    .formatted(option, Say.plain(word), String.join(" or ", words))));
  }
}
