package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code pilothouse verdict} as people call it, on files of anybody's making. */
class VerdictCommandTest {
  private static final LocalDate EFFECT = LocalDate.of(2026, 3, 2);
  private static final int[] NOISE = {3, -2, 0, 4, -1, -4, 2, 1, -3, 0, 2, -1, 3, -2, 1, -1};

  @TempDir Path folder;

  /** Thirty weeks, twenty before the effect, at which the level falls from 40 to 30. */
  private static String table(String head, BiFunction<LocalDate, Double, String> line) {
    return head
        + IntStream.range(0, 30)
            .mapToObj(i ->
                line.apply(
                    EFFECT.plusWeeks(i - 20L), (i < 20 ? 40 : 30) + NOISE[i % NOISE.length] / 2.0))
            .collect(Collectors.joining("\n", "", "\n"));
  }

  private Terminal.Ended verdict(String text, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("numbers.csv"), text);
    return Terminal.plain(words(file, more));
  }

  private static String[] words(Path file, String... more) {
    String[] all = {"verdict", "--csv", file.toString(), "--at", "2026-03-02", "--expect", "down"};
    String[] words = Arrays.copyOf(all, all.length + more.length);
    System.arraycopy(more, 0, words, all.length, more.length);
    return words;
  }

  @Test
  void aTableOfUsualMakingIsJudgedWithLimitsAndReasons() throws IOException {
    String said = verdict(table("date,minutes\n", "%s,%.1f"::formatted)).fine().out();
    assertTrue(said.startsWith("moved better\n"), said);
    assertTrue(said.contains("judged    20 points before, 10"), said);
    assertTrue(said.contains("locked on 20 points from 2025-10-13 to 2026-02-23"), said);
    assertTrue(said.contains("Rule 3: eight or more in a row below the centre"), said);
    assertTrue(said.contains("What caused it the series does not say."), said);
  }

  @Test
  void programsAreToldTheSame() throws IOException {
    String json = verdict(table("date,minutes\n", "%s,%.1f"::formatted), "--json").fine().out();
    assertTrue(json.contains("\"verdict\" : \"moved_better\""), json);
    assertTrue(json.contains("\"expected\" : \"down\""), json);
    assertTrue(json.contains("\"mean_moving_range\""), json);
    assertTrue(json.contains("\"date_column\" : \"date\""), json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dd.MM.yyyy",
        "yyyy/MM/dd",
        "dd/MM/yyyy",
        "MM/dd/yyyy",
        "yyyyMMdd",
        "d MMM yyyy",
        "yyyy-MM-dd'T'23:30:00+02:00",
        "dd-MMM-yyyy",
        "YYYY-'W'ww"
      })
  void daysAreReadAsTheyAreWritten(String form) throws IOException {
    DateTimeFormatter written = DateTimeFormatter.ofPattern(form, Locale.UK);
    String text =
        table(
            "when;value\n",
            (day, value) -> "%s;%s".formatted(written.format(day), ("" + value).replace('.', ',')));
    String said = verdict(text).fine().out();
    assertTrue(said.startsWith("moved better\n"), said);
    assertTrue(said.contains("judged    20 points before, 10"), said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s\t%.1f", "%s | %.1f", "\"%s\",\"%.1f\"", "%s;%.1f %%", "x,%s,n,%.1f"})
  void fieldsAreCutAtWhatSeparatesThem(String form) throws IOException {
    String said =
        verdict("\ufeff# of last year\nsep=,\n\n" + table("", form::formatted)).fine().out();
    assertTrue(said.startsWith("moved better\n"), said);
    assertTrue(said.contains("days from column “" + (form.startsWith("x") ? 2 : 1)), said);
  }

  @Test
  void whatIsMissingDoubledOrOutOfOrderIsTold() throws IOException {
    String text =
        table("date,a,b\n", "%s,%.1f,7"::formatted)
            + "2026-02-23,38.5,7\n2025-12-01,n/a,7\n# the end\n\n2025-10-01,,7\n";
    verdict(text).refused("several columns hold numbers: a, b. Name the one that is meant");
    String said = verdict(text, "--value-column", "a").fine().out();
    assertTrue(said.contains("2 lines without a number left out."), said);
    assertTrue(said.contains("1 day with several numbers: their mean was taken."), said);
    assertTrue(said.contains("they were sorted."), said);
    assertEquals(said, verdict(text, "--value-column", "2", "--date-column", "1").fine().out());
  }

  @Test
  void aBadFileNamesTheLineAndTheMend() throws IOException {
    String good = table("date,minutes\n", "%s,%.1f"::formatted);
    verdict(good + "soon,3\n")
        .refused("line 32: “soon” is no day between 1900 and 2199. Write days");
    verdict(good + "2026-05-18,fast\n").refused("line 32: “fast” is no number. Numbers are read");
    verdict(good + "2026-02-30,3\n").refused("line 32: “2026-02-30” is no day");
    verdict(good + "2026-05-18\n").refused("line 32: ");
    verdict("").refused("it is empty.");
    verdict("only words\nand more\n").refused("one column only");
    verdict("a,b\nx,y\n").refused("none of its columns holds days (a, b).");
    verdict("date,word\n2026-01-01,x\n").refused("no column beside “date” holds numbers");
    verdict(good, "--value-column", "hours").refused("is none of its columns: date, minutes.");
    verdict(
            table(
                "d,v\n",
                (day, value) ->
                    "%s,1".formatted(DateTimeFormatter.ofPattern("01/MM/yyyy").format(day))))
        .refused("line 2: “01/10/2025” may be read day first or month first. Say which");
    verdict("date;x\n2026-01-01;1,200\n2026-01-02;950\n")
        .refused("line 2: “1,200” may be a thousand or one. Say which mark");
    verdict("# x\n\ndate;x\n2026-01-02;950\n2026-01-01;1.200\n")
        .refused("line 5: “1.200” may be a thousand or one");
    String whole =
        verdict(
                table("date;x\n", (day, value) -> day + ";" + "%,.0f".formatted(value * 30)),
                "--decimal",
                "point")
            .fine()
            .out();
    assertTrue(whole.startsWith("moved better\n"), whole);
    assertTrue(whole.contains("1,2") && whole.contains("level"), whole);
    Files.write(folder.resolve("b.csv"), new byte[] {1, 0, 2, 0, 0, 3});
    Terminal.plain(words(folder.resolve("b.csv"))).refused("it is no text");
    Terminal.plain(words(folder.resolve("none.csv"))).refused("There is no file");
    Terminal.plain(words(folder)).refused("There is no file");
  }

  @Test
  void aNumberThatACommaPartsIsSaidByItsLine() throws IOException {
    String parts = "parts it in two. Write the number without that comma, or in double quotes";
    verdict("date,n\n2026-01-01,950\n2026-01-02,1,234\n")
        .refused(
            "line 3: the line has 3 fields, the first line names 2: the comma in “1,234” parts");
    verdict("date,n\n2026-01-01,1,234\n2026-01-02,1,250\n")
        .refused("line 2: the line has 3 fields");
    verdict("date,n\n2026-01-01,1,234.5\n").refused("“1,234.5” " + parts);
    verdict("2026-01-01,1,234\n2026-01-02,1,250\n")
        .refused("line 1: there are three fields, for the comma in “1,234” " + parts);
    verdict("2026-01-01,1,234\n2026-01-02,7,25\n").refused("several columns hold numbers: 2, 3.");
    verdict("date,n\n2026-01-01,1,2\n").refused("Put fields that hold the separator");
  }

  @Test
  void aBadWishSaysWhatToSay() throws IOException {
    String good = table("date,minutes\n", "%s,%.1f"::formatted);
    verdict(good, "--days", "unknown").refused("say day-first or month-first");
    verdict(good, "--decimal", "dot").refused("say point or comma");
    Path file = Files.writeString(folder.resolve("n.csv"), good, StandardCharsets.UTF_16);
    Terminal.plain("verdict", "--csv", file.toString(), "--at", "May", "--expect", "up")
        .refused("2026-01-31");
    Terminal.plain("verdict", "--csv", file.toString(), "--at", "2026-03-02", "--expect", "more")
        .refused("say down or up");
    assertTrue(
        Terminal.plain("verdict", "--csv", file.toString(), "--at", "2026-03-02", "--expect", "up")
            .fine()
            .out()
            .startsWith("moved worse\n"));
  }

  @Test
  void everyVerdictIsFine() throws IOException {
    String few = "date,n\n2026-01-01,1\n2026-01-02,2\n";
    assertTrue(verdict(few).fine().out().startsWith("cannot tell\n"));
  }
}
