package pilothouse.evidence.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pilothouse.evidence.facts.Build;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.Measurement;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.facts.Review;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Kind;

/** Tables become facts; what is bad in them spoils nothing else. */
class TablesTest {
  private static final String HEAD = "id,service,environment,finished_at,outcome\n";

  private static Instant at(String text) {
    return Instant.parse(text);
  }

  @Test
  void aTableOfDeployments() {
    Heard heard =
        Heard.of(
            Kind.DEPLOYMENTS,
            """
            id,service,repository,revision,branch,environment,production,started_at,finished_at,outcome,unplanned,url
            42,checkout,acme/shop,4f2a,main,prod,yes,2026-01-31T12:00:00Z,2026-01-31T12:04:30.250+01:00,success,no,https://ci.example/42
            """
                .replace("12:04:30.250+01:00", "13:04:30.250+01:00"));
    assertEquals(
        List.of(
            new Deployment(
                "own:42",
                Heard.NOW,
                "checkout",
                "acme/shop",
                "4f2a",
                "main",
                "prod",
                true,
                at("2026-01-31T12:00:00Z"),
                at("2026-01-31T12:04:30.250Z"),
                Outcome.SUCCESS,
                false,
                "https://ci.example/42")),
        heard.facts);
    assertEquals(List.of(), heard.refused);
  }

  @Test
  void aTableOfChangesIsKeyedByRepositoryAndNumber() {
    Heard heard =
        Heard.of(
            Kind.CHANGES,
            """
            Repo,PR,Title,User,Created At,Merged At,Merge Commit SHA,Additions,Commits,Labels,Draft
            https://GitHub.com/Acme/Shop.git,#12,"Say ""no"", twice",mara,2026-01-30 08:00:00Z,2026-01-31 09:00:00Z,abc,7,a1;b2,bug;ui,false
            """);
    ChangeRequest change = (ChangeRequest) heard.facts.getFirst();
    assertEquals("github.com/acme/shop#change/12", change.key());
    assertEquals("Say \"no\", twice", change.title());
    assertEquals(12, change.number());
    assertEquals("mara", change.author());
    assertEquals("abc", change.mergeRevision());
    assertEquals(7, change.added());
    assertEquals(List.of("bug", "ui"), change.labels());
    assertEquals(List.of(new CommitRef("a1", null), new CommitRef("b2", null)), change.commits());
    assertEquals(at("2026-01-31T09:00:00Z"), change.mergedAt());
  }

  @Test
  void tablesOfReviewsBuildsAndIncidents() {
    Review review =
        (Review)
            Heard.of(
                    Kind.REVIEWS,
                    """
                    id,repository,number,state,submitted_at
                    77,github.com/acme/shop,12,CHANGES_REQUESTED,1769860800
                    """)
                .facts
                .getFirst();
    assertEquals("github.com/acme/shop#review/77", review.key());
    assertEquals("github.com/acme/shop#change/12", review.change());
    assertEquals(Review.State.CHANGES_REQUESTED, review.state());
    assertEquals(at("2026-01-31T12:00:00Z"), review.submittedAt());
    Build build =
        (Build)
            Heard.of(
                    Kind.BUILDS,
                    """
                    run_id,repo,attempt,started,finished,conclusion
                    9,github.com/acme/shop,2,1769860800000,1769860860000,failure
                    """)
                .facts
                .getFirst();
    assertEquals("github.com/acme/shop#run/9/2", build.key());
    assertEquals(Outcome.FAILURE, build.outcome());
    assertEquals(at("2026-01-31T12:01:00Z"), build.finishedAt());
    Incident incident =
        (Incident)
            Heard.of(
                    Kind.INCIDENTS,
                    """
                    number\tservice\tpriority\topened at\tresolved at\tstatus\tdeployment
                    INC1\tcheckout\tP1\t2026-01-31T12:00Z\t2026-01-31T13:00Z\tresolved\t42
                    """)
                .facts
                .getFirst();
    assertEquals("own:INC1", incident.key());
    assertEquals("own:42", incident.causedBy());
    assertEquals(false, incident.open());
    assertEquals(at("2026-01-31T13:00:00Z"), incident.resolvedAt());
  }

  @Test
  void germanNumbersWithSemicolons() {
    byte[] text =
        "Kennzahl;Bereich;Datum;Wert;Einheit\nUmsatz pro Tag;laden;31.01.2026;1.234,5;€\n"
            .replace("Umsatz pro Tag", "umsatz")
            .getBytes(Charset.forName("windows-1252"));
    Heard heard =
        Heard.of(
            Kind.MEASUREMENTS,
            text,
            guess ->
                new Mapping(
                    guess.kind(),
                    guess.columns(),
                    Map.of(),
                    ZoneId.of("Europe/Berlin"),
                    guess.order(),
                    guess.decimal()));
    assertEquals(
        List.of(
            new Measurement(
                "umsatz system:laden 2026-01-30T23:00:00Z",
                Heard.NOW,
                "umsatz",
                "system:laden",
                at("2026-01-30T23:00:00Z"),
                1234.5,
                "€")),
        heard.facts);
  }

  @Test
  void jsonLinesMayBeNestedAndABadOneSpoilsNothingElse() {
    Heard heard =
        Heard.of(
            Kind.CHANGES,
            """
            {"repository":{"full_name":"acme/shop"},"number":1,"user":{"login":"mara"},"created_at":"2026-01-30T08:00:00Z","labels":[{"name":"bug"}]}
            {"repository":
            [1]

            {"repository":{"full_name":"acme/shop"},"number":2,"created_at":1769860800,"merged_at":null,"more":{"x":1}}
            """);
    assertEquals(2, heard.facts.size());
    ChangeRequest first = (ChangeRequest) heard.facts.getFirst();
    assertEquals("acme/shop#change/1", first.key());
    assertEquals("mara", first.author());
    assertEquals(List.of("bug"), first.labels());
    assertEquals(2, heard.refused.size());
    assertTrue(heard.refused.getFirst().startsWith("2 : the line is no JSON"));
    assertEquals("3 : the line is no JSON object.", heard.refused.getLast());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '´',
      textBlock =
          """
          1,shop,prod,2026-01-31,success               | finished_at: names no zone
          1,shop,prod,2026-01-31T12:00:00,success      | finished_at: names no zone
          1,shop,prod,2036-01-31T12:00:00Z,success     | finished_at: lies more than a day in the future
          1,shop,prod,2026-02-30T12:00:00Z,success     | finished_at: is no time
          1,shop,prod,1,success                        | finished_at: is no time
          1,shop,prod,100000000,success                | finished_at: lies before 1990
          1,shop,prod,03/04/2026 12:00Z,success        | finished_at: may be read day first
          1,shop,prod,,success                         | finished_at: is missing
          1,,prod,2026-01-31T12:00:00Z,success         | service: is missing
          1,shop,prod,2026-01-31T12:00:00Z,perhaps     | outcome: is no outcome
          1,shop,prod,2026-01-31T12:00:00Z,success,x   | : the line has 6 fields
          1,"shop"x,prod,2026-01-31T12:00:00Z,success  | : text stands behind a closing
          1,"shop,prod,2026-01-31T12:00:00Z,success    | : a double quote opens
          """)
  void aBadLineIsRefusedByItsNumberAndFieldAndTheOthersAreKept(String line, String why) {
    String good = "%d,shop,prod,2026-01-31T12:00:00Z,success\n";
    Heard heard =
        Heard.of(
            Kind.DEPLOYMENTS, HEAD + good.formatted(8) + line.strip() + "\n" + good.formatted(9));
    assertEquals(List.of("own:8", "own:9"), heard.facts.stream().map(fact -> fact.key()).toList());
    assertEquals(1, heard.refused.size(), heard.refused::toString);
    assertTrue(heard.refused.getFirst().startsWith("3 " + why), heard.refused::toString);
  }

  @Test
  void aFieldMayHoldLinesAndTheNumbersStayTrue() {
    Heard heard =
        Heard.of(
            Kind.INCIDENTS,
            "id,service,title,detected_at\r\n"
                + "1,shop,\"down\r\nagain, \"\"really\"\"\",2026-01-31T12:00:00Z\r\n"
                + "\r\n"
                + "2,shop,x,never\r\n");
    assertEquals("down\r\nagain, \"really\"", ((Incident) heard.facts.getFirst()).title());
    assertEquals(List.of("5 detected_at: is no time."), heard.refused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
  void encodingsAreToldByTheirBytes(String name) {
    String text = HEAD + "1,Prüfstand,prod,2026-01-31T12:00:00Z,success\n";
    boolean wide = name.startsWith("UTF-16");
    byte[] bytes = ((wide ? "\ufeff" : "") + text).getBytes(Charset.forName(name));
    Heard heard = Heard.of(Kind.DEPLOYMENTS, bytes, guess -> guess);
    assertEquals("Prüfstand", ((Deployment) heard.facts.getFirst()).service());
    assertTrue(Heard.open(Kind.DEPLOYMENTS, bytes).sample().how().contains(name));
  }

  @Test
  void aMarkAtTheBeginningIsNoPartOfTheFirstName() {
    Heard heard =
        Heard.of(Kind.DEPLOYMENTS, "\ufeff" + HEAD + "1,shop,p,2026-01-31T12:00:00Z,ok\n");
    assertEquals("own:1", heard.facts.getFirst().key());
  }

  @Test
  void bytesThatAreNoTextAreRefusedWhereTheyStand() {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i < 8_000; i++) {
      text.append(i).append(",shop,prod,2026-01-31T12:00:00Z,success\n");
    }
    byte[] good = text.toString().getBytes(StandardCharsets.UTF_8);
    byte[] bytes = java.util.Arrays.copyOf(good, good.length + 100);
    byte[] bad =
        "x,K\u00e4se,prod,2026-01-31T12:00:00Z,success\n".getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(bad, 0, bytes, good.length, bad.length);
    Heard heard =
        Heard.of(
            Kind.DEPLOYMENTS, java.util.Arrays.copyOf(bytes, good.length + bad.length), g -> g);
    assertEquals(8_000, heard.facts.size());
    assertEquals(List.of("8002 service: holds bytes that are no text."), heard.refused);
  }

  @Test
  void aMillionColumnsAreRefusedAtOnce() {
    String header = "column,".repeat(1_000_000);
    BadFile bad =
        assertThrows(
            BadFile.class,
            () -> Heard.open(Kind.DEPLOYMENTS, header.getBytes(StandardCharsets.UTF_8)));
    assertEquals("It has more than 1,000 columns.", bad.why());
  }

  @Test
  void aLineWithoutEndIsRefusedAndTheNextIsRead() {
    String endless = "1,\"" + "x".repeat(3_000_000) + "\n";
    String good = "2,shop,prod,2026-01-31T12:00:00Z,success\n";
    Heard heard = Heard.of(Kind.DEPLOYMENTS, HEAD + endless + good);
    assertEquals(List.of("own:2"), heard.facts.stream().map(fact -> fact.key()).toList());
    assertTrue(heard.refused.getFirst().startsWith("2 : a double quote"), heard.refused::toString);
  }

  @ParameterizedTest
  @CsvSource({"'',It is empty", "<a/>,It is XML", "'[{}]',one JSON list"})
  void whatIsNoTableIsRefusedAsAWhole(String text, String why) {
    BadFile bad =
        assertThrows(
            BadFile.class,
            () -> Heard.open(Kind.DEPLOYMENTS, text.getBytes(StandardCharsets.UTF_8)));
    assertTrue(bad.why().contains(why), bad.why());
  }

  @Test
  void theOrderOfDaysIsSeenInTheSample() {
    String head = "metric,at,value\n";
    Heard heard =
        Heard.of(
            Kind.MEASUREMENTS,
            (head + "a,03/04/2026 00:00Z,1\na,25/04/2026 00:00Z,2\n")
                .getBytes(StandardCharsets.UTF_8),
            guess -> guess);
    assertEquals(at("2026-04-03T00:00:00Z"), ((Measurement) heard.facts.getFirst()).at());
  }

  @Test
  void whatIsLackingIsSaid() {
    Tables table =
        Heard.open(
            Kind.DEPLOYMENTS,
            "What,When\nshop,2026-01-31 12:00\n".getBytes(StandardCharsets.UTF_8));
    List<Guide.Lack> lacks = Guide.lacks(table.guess(), table.sample());
    assertEquals(
        List.of(
            "No column gives service or repository.", "No column gives finished_at or started_at."),
        lacks.stream().map(Guide.Lack::what).toList());
  }

  @Test
  void theOrderOfLinesAndOfColumnsAndPartsDoNotMatter() {
    Random random = new Random(7);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      lines.add(
          "%d,service-%d,prod,%d,%s\n"
              .formatted(
                  i,
                  random.nextInt(5),
                  1_769_860_800 + random.nextInt(1_000_000),
                  random.nextBoolean() ? "success" : "failed"));
    }
    var whole = new HashSet<>(Heard.of(Kind.DEPLOYMENTS, HEAD + String.join("", lines)).facts);
    assertEquals(500, whole.size());
    var parts =
        new HashSet<>(
            Heard.of(Kind.DEPLOYMENTS, HEAD + String.join("", lines.subList(0, 200))).facts);
    parts.addAll(Heard.of(Kind.DEPLOYMENTS, HEAD + String.join("", lines.subList(200, 500))).facts);
    assertEquals(whole, parts);
    Collections.shuffle(lines, random);
    assertEquals(
        whole, new HashSet<>(Heard.of(Kind.DEPLOYMENTS, HEAD + String.join("", lines)).facts));
    String turned =
        String.join(
            "",
            IntStream.range(0, lines.size())
                .mapToObj(i -> {
                  String[] f = lines.get(i).strip().split(",", -1);
                  return "%s;%s;%s;%s;%s\n".formatted(f[4], f[3], f[2], f[1], f[0]);
                })
                .toList());
    assertEquals(
        whole,
        new HashSet<>(
            Heard.of(
                    Kind.DEPLOYMENTS, "Status;Deployed At;Env;Application;Deployment ID\n" + turned)
                .facts));
  }

  @Test
  void aLineWithTooFewFieldsIsRefusedWithTheCounts() {
    Heard heard =
        Heard.of(
            Kind.DEPLOYMENTS,
            """
            id,service,finished_at,outcome,
            1,shop,2026-01-31T12:00:00Z,success
            2,shop,2026-01-31T12:00:00Z
            3
            4,shop,2026-01-31T12:00:00Z,,
            """);
    assertEquals(List.of("own:1", "own:4"), heard.facts.stream().map(fact -> fact.key()).toList());
    assertEquals(2, heard.refused.size());
    assertTrue(
        heard.refused.getFirst().contains("the line has 3 fields, the first line names 5."),
        heard.refused::toString);
    assertTrue(heard.refused.getLast().contains("the line has 1 field, "), heard.refused::toString);
  }

  @Test
  void whatIsNotReadIsOneSentence() {
    Mapping mapping =
        new Mapping(
            Kind.DEPLOYMENTS, Map.of("s", "service"), Map.of(), null, Order.UNKNOWN, Decimal.POINT);
    Sample sample = new Sample("CSV", List.of("s", "Deploy-Nr."), List.of());
    assertTrue(Guide.notes(mapping, sample).contains("Not read: Deploy-Nr."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12            | POINT | 12
          -1234.5       | POINT | -1234.5
          1,234.5       | POINT | 1234.5
          1,234         | POINT | NaN
          1e3           | POINT | 1000
          12 %          | POINT | NaN
          3,5           | COMMA | 3.5
          1.234,5       | COMMA | 1234.5
          0.1           | POINT | 0.1
          .5            | POINT | 0.5
          12345678901234567890 | POINT | 12345678901234567890
          1e999         | POINT | NaN
          -             | POINT | NaN
          """)
  void numbers(String text, Decimal decimal, double value) {
    assertEquals(value, Numbers.read(text.toCharArray(), 0, text.length(), decimal));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-03-29T02:30:00               | 2026-03-29T01:30:00Z
          2026-01-31T12:00:00.123456789Z    | 2026-01-31T12:00:00.123Z
          2026-01-31 12:00 UTC              | 2026-01-31T12:00:00Z
          2026-01-31T12:00:00-0330          | 2026-01-31T15:30:00Z
          2026/01/31 9:05                   | 2026-01-31T08:05:00Z
          31.1.2026                         | 2026-01-30T23:00:00Z
          1769860800.5                      | 2026-01-31T12:00:00.500Z
          Sat, 31 Jan 2026 12:00:00 GMT     | 2026-01-31T12:00:00Z
          """)
  void times(String text, Instant at) {
    Times times = new Times(ZoneId.of("Europe/Berlin"), Order.UNKNOWN);
    assertEquals(at.toEpochMilli(), times.read(text.toCharArray(), 0, text.length()));
  }

  /** Days by arithmetic are the calendar's own. */
  @Test
  void everyDayIsTheCalendars() {
    Times times = new Times(ZoneId.of("UTC"), Order.UNKNOWN);
    for (var day = java.time.LocalDate.of(1899, 12, 30);
        day.getYear() < 2110;
        day = day.plusDays(13)) {
      char[] text = day.toString().toCharArray();
      assertEquals(day.toEpochDay() * 86_400_000L, times.read(text, 0, text.length));
    }
  }
}
