package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilothouse.metrics.Metric;

/** Command lines, what they end with and what they say. */
class CommandsTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<House.Wish> wishes = new ArrayList<>();
  private final List<Settings> opened = new ArrayList<>();
  @TempDir private Path folder;

  private int run(String... words) {
    Console console =
        new Console(
            stream(out),
            stream(err),
            Map.of("XDG_DATA_HOME", folder.toString(), "CI", "true"),
            InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")));
    House.Opening opening =
        (settings, at) -> {
          opened.add(settings);
          return new Quiet();
        };
    return new Commands(opening, console).run(words);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  /** A house whose truck factor is 2 and whose lead time nobody knows. */
  private final class Quiet implements House, House.Checked, House.Serving {
    @Override
    public String delivery(pilothouse.delivery.Asked asked) {
      return "";
    }

    @Override
    public Map<String, Metric.Unit> metrics() {
      return Map.of("truck-factor", Metric.Unit.PEOPLE, "lead-time", Metric.Unit.SECONDS);
    }

    @Override
    public Checked check(Wish wish) {
      wishes.add(wish);
      return this;
    }

    @Override
    public Serving serve(List<String> repositories, List<String> otherwise) {
      return this;
    }

    @Override
    public Diagnosis doctor(@Nullable Again again) {
      return new Diagnosis(List.of("again: " + again), again == null ? 0 : 1);
    }

    @Override
    public void close() {}

    @Override
    public String text(boolean colours) {
      return "text\n";
    }

    @Override
    public String json() {
      return "{}\n";
    }

    @Override
    public void html(Path file) {}

    @Override
    public List<String> troubles() {
      return List.of();
    }

    @Override
    public List<Measured> values(String metric) {
      return List.of(new Measured("ferry", metric.equals("truck-factor") ? 2.0 : null));
    }

    @Override
    public URI address() {
      return URI.create("http://127.0.0.1:7070/");
    }

    @Override
    public void end() {}

    @Override
    public void await() {}
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --version                                  | 0 |
          help check                                 | 0 |
          check --help                               | 0 |
          pull prometheus -h                         | 0 |
          check .                                    | 0 |
          check . --json                             | 0 |
          check . --fail-on truck-factor<2           | 0 |
          doctor                                     | 0 |
          doctor --replay                            | 1 |
          doctor --replay github --since 2026-11-01  | 1 |
          doctor --since 2026-11-01                  | 2 | only beside --replay
          doctor --replay --since soon               | 2 | is no date
          check . --fail-on truck-factor<3           | 1 | the limit truck-factor<3 is met, the value is 2 people
          check . --fail-on lead-time>7d             | 1 | the value is unknown
          check . --fail-on truck-facto<3            | 2 | the nearest one is truck-factor
          check . --fail-on truck-factor             | 2 | is no limit
          check . --fail-on lead-time>7              | 2 | is a duration and needs s, m, h, d or w
          check . --fail-on truck-factor<2d          | 2 | is a plain number without a unit
          check                                      | 2 | name a folder or a URL
          check . --since yesterday                  | 2 | is no date
          check . --since 2026-02-30                 | 2 | is no date
          check . --since 2026-11-01 --until 90d     | 2 | The time asked for is empty
          check . --memory much                      | 2 | is no size
          check . --jsno                             | 2 | --json
          chekc .                                    | 2 | check
          up --port 70000                            | 2 | a whole number from 0 to 65535
          up --port 0                                | 0 |
          up --listen                                | 2 | --listen
          numstat --memory 2x .                      | 2 | is no size
          numstat /nowhere/at/all                    | 2 | /nowhere/at/all
          """)
  void aCommandLineEndsWith(String line, int exit, String says) {
    assertEquals(exit, run(line.split(" ", -1)), () -> line + "\n" + err);
    assertTrue(
        err.toString(StandardCharsets.UTF_8).contains(says == null ? "" : says), err::toString);
    assertTrue(!err.toString(StandardCharsets.UTF_8).contains("\tat "), err::toString);
  }

  @Test
  void theWindowIsTheOneThatWasAskedFor() {
    run(
        "check",
        "a",
        "b",
        "--since",
        "2026-01-01",
        "--until",
        "2026-01-31",
        "--scope",
        "src",
        "--settings",
        settings("zone=Europe/Berlin"));
    assertEquals(
        List.of(
            new House.Wish(
                List.of("a", "b"),
                Instant.parse("2025-12-31T23:00:00Z"),
                Instant.parse("2026-01-31T23:00:00Z"),
                "src")),
        wishes);
  }

  @Test
  void theCommandLineWinsOverTheFile() {
    run("up", "--settings", settings("port=1\nlisten=0.0.0.0"), "--port", "2", "--no-browser");
    Settings settings = opened.getFirst();
    assertEquals(2, settings.port());
    assertEquals("0.0.0.0", settings.listen());
    assertEquals(false, settings.browser());
    assertEquals(folder.resolve("pilothouse"), settings.data());
  }

  private String settings(String text) {
    try {
      return java.nio.file.Files.writeString(folder.resolve("mine.properties"), text).toString();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
