package pilothouse.evidence.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Measurement;
import pilothouse.evidence.facts.TestCase;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Kind;
import pilothouse.evidence.files.Sink;
import pilothouse.evidence.files.Unfit;
import pilothouse.evidence.files.Unpacked;

/** Reports of tests in their dialects. */
class ReportsTest {
  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
  private static final Of SHOP =
      new Of("acme/shop", null, "4f2a", null, null, null, ZoneOffset.UTC);

  private static List<Fact> read(Kind kind, String text, Of of) {
    return read(kind, text.getBytes(StandardCharsets.UTF_8), of);
  }

  private static List<Fact> read(Kind kind, byte[] bytes, Of of) {
    List<Fact> facts = new ArrayList<>();
    Sink sink =
        new Sink() {
          @Override
          public void fact(Fact fact, long line) {
            facts.add(fact);
          }

          @Override
          public void ignored(String why) {}

          @Override
          public void refused(long line, Unfit unfit) {
            throw unfit;
          }
        };
    try {
      Reports.read(Unpacked.of(new ByteArrayInputStream(bytes)), kind, of, NOW, sink);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return facts;
  }

  private static List<String> told(List<Fact> facts) {
    return facts.stream()
        .map(TestCase.class::cast)
        .map(test ->
            "%s %s %s %s %s"
                .formatted(test.suite(), test.name(), test.run(), test.result(), test.seconds()))
        .toList();
  }

  @Test
  void surefireWithFlakesAndReruns() {
    String report =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite name="shop.CartTest" tests="5" timestamp="2026-01-31T12:00:00Z">
          <properties><property name="os" value="x"/></properties>
          <testcase name="adds" classname="shop.CartTest" time="1,000.5"/>
          <testcase name="pays" classname="shop.CartTest" time="0.1">
            <flakyFailure message="once" type="x"><stackTrace>at a failure</stackTrace></flakyFailure>
            <system-out>text</system-out>
          </testcase>
          <testcase name="ships" classname="shop.CartTest" time="0.2">
            <failure message="m">trace</failure>
            <rerunFailure message="m"><stackTrace/></rerunFailure>
          </testcase>
          <testcase name="later" classname="shop.CartTest"><skipped/></testcase>
          <testcase name="breaks" classname="shop.CartTest"><error/></testcase>
        </testsuite>
        """;
    List<Fact> facts = read(Kind.TESTS, report, SHOP);
    String run = "2026-01-31T12:00:00Z";
    assertEquals(
        List.of(
            "shop.CartTest adds " + run + " PASSED 1000.5",
            "shop.CartTest pays " + run + " FAILED null",
            "shop.CartTest pays " + run + "/2 PASSED 0.1",
            "shop.CartTest ships " + run + " FAILED null",
            "shop.CartTest ships " + run + "/2 FAILED 0.2",
            "shop.CartTest later " + run + " SKIPPED null",
            "shop.CartTest breaks " + run + " FAILED null"),
        told(facts));
    TestCase first = (TestCase) facts.getFirst();
    assertEquals("acme/shop|4f2a|" + run + "|shop.CartTest|adds", first.key());
    assertEquals(Instant.parse(run), first.at());
    assertEquals("4f2a", first.revision());
    assertEquals(facts, read(Kind.TESTS, report, SHOP), "a report twice is the same");
  }

  @Test
  void pytestAndGradleNestSuitesAndRepeatTests() {
    String report =
        """
        <testsuites>
          <testsuite name="outer" timestamp="2026-01-31T12:00:00.123456">
            <testsuite name="pytest">
              <testcase name="test_a[1]" classname="tests.test_cart" time="0.5"><failure/></testcase>
              <testcase name="test_a[1]" classname="tests.test_cart" time="0.25"/>
            </testsuite>
            <testcase name="bare"/>
          </testsuite>
        </testsuites>
        """;
    String run = "2026-01-31T12:00:00.123456Z";
    assertEquals(
        List.of(
            "tests.test_cart test_a[1] " + run + " FAILED 0.5",
            "tests.test_cart test_a[1] " + run + "/2 PASSED 0.25",
            "outer bare " + run + " PASSED null"),
        told(read(Kind.TESTS, report, SHOP)));
  }

  private static List<String> measured(Kind kind, String report, Of of) {
    return read(kind, report, of).stream()
        .map(Measurement.class::cast)
        .map(one -> one.key() + " = " + one.value() + " " + one.unit())
        .toList();
  }

  @Test
  void jacoco() {
    String report =
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd">
        <report name="shop">
          <sessioninfo id="a" start="1769860700000" dump="1769860800000"/>
          <package name="p"><class name="p/A"><counter type="LINE" missed="99" covered="1"/></class>
            <counter type="LINE" missed="99" covered="1"/></package>
          <counter type="INSTRUCTION" missed="1" covered="1"/>
          <counter type="BRANCH" missed="1" covered="3"/>
          <counter type="LINE" missed="20" covered="80"/>
        </report>
        """;
    assertEquals(
        List.of(
            "coverage-lines repository:acme/shop 2026-01-31T12:00:00Z = 0.8 null",
            "coverage-branches repository:acme/shop 2026-01-31T12:00:00Z = 0.75 null"),
        measured(Kind.COVERAGE, report, SHOP));
  }

  @Test
  void coberturaByItsCountsBecauseARateOfNothingIsNought() {
    String report =
        """
        <?xml version="1.0" ?>
        <!DOCTYPE coverage SYSTEM 'http://cobertura.sourceforge.net/xml/coverage-04.dtd'>
        <coverage line-rate="0.9" branch-rate="0" lines-covered="90" lines-valid="100"
            branches-covered="0" branches-valid="0" timestamp="1769860800000">
          <packages/>
        </coverage>
        """;
    assertEquals(
        List.of("coverage-lines repository:acme/shop 2026-01-31T12:00:00Z = 0.9 null"),
        measured(Kind.COVERAGE, report, SHOP));
  }

  @Test
  void lcovSumsItsFiles() {
    Of of =
        new Of(
            null, "shop", null, null, Instant.parse("2026-01-31T12:00:00Z"), null, ZoneOffset.UTC);
    String report =
        """
        TN:
        SF:a.js
        DA:1,4
        DA:2,0
        LF:2
        LH:1
        BRF:4
        BRH:3
        end_of_record
        SF:b.js
        DA:1,1
        DA:2,1
        end_of_record
        """;
    assertEquals(
        List.of(
            "coverage-lines system:shop 2026-01-31T12:00:00Z = 0.75 null",
            "coverage-branches system:shop 2026-01-31T12:00:00Z = 0.75 null"),
        measured(Kind.COVERAGE, report, of));
  }

  private static String refused(Kind kind, String report, Of of) {
    return assertThrows(BadFile.class, () -> read(kind, report, of)).sentence();
  }

  @Test
  void anXmlBombIsRefused() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE testsuite [<!ENTITY l0 \"lol\">");
    for (int i = 1; i < 10; i++) {
      bomb.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
    }
    bomb.append("]>");
    String inText = bomb + "<testsuite><testcase name=\"a\">&l9;</testcase></testsuite>";
    assertTrue(
        refused(Kind.TESTS, inText, SHOP).contains("ntity"), refused(Kind.TESTS, inText, SHOP));
    String inAttribute = bomb + "<testsuite><testcase name=\"&l9;\"/></testsuite>";
    assertTrue(refused(Kind.TESTS, inAttribute, SHOP).contains("ntity"));
  }

  @Test
  void nothingOutsideIsOpened() {
    String report =
        "<!DOCTYPE testsuite [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
            + "<testsuite timestamp=\"2026-01-31T12:00:00Z\"><testcase name=\"a\">&f;</testcase></testsuite>";
    assertTrue(refused(Kind.TESTS, report, SHOP).contains("ntity"));
  }

  @Test
  void depthAndEndlessPiecesAreRefused() {
    assertTrue(
        refused(Kind.TESTS, "<testsuite>" + "<a>".repeat(5_000), SHOP).contains("nested deeper"));
    String endless = "<testsuite name=\"" + "x".repeat(40 << 20) + "\"/>";
    assertTrue(refused(Kind.TESTS, endless, SHOP).contains("larger than 16 MiB"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<testsuite><testcase", "<testsuite", "<testsuite></wrong>"})
  void aBrokenReportNamesItsLine(String report) {
    assertTrue(refused(Kind.TESTS, report, SHOP).startsWith("It is no sound XML, line 1"));
  }

  @Test
  void whatIsSomethingElseIsCalledByItsName() {
    assertTrue(refused(Kind.TESTS, "<report/>", SHOP).contains("It is JaCoCo XML."));
    assertTrue(refused(Kind.TESTS, "<html/>", SHOP).contains("<html>"));
    assertTrue(refused(Kind.COVERAGE, "hello", SHOP).contains("neither XML nor LCOV"));
    assertTrue(refused(Kind.COVERAGE, "SF:a\nDA:1,1\n", SHOP).contains("cut off"));
    Of nobody = Of.nothing(ZoneOffset.UTC);
    assertTrue(refused(Kind.TESTS, "<testsuite/>", nobody).contains("--repository"));
    assertTrue(
        refused(Kind.COVERAGE, "<coverage line-rate=\"0.5\"/>", SHOP).contains("names no time"));
    assertTrue(
        refused(Kind.COVERAGE, "<coverage line-rate=\"1.5\"/>", SHOP).contains("from 0 to 1"));
    assertTrue(
        refused(Kind.COVERAGE, "<coverage line-rate=\"1\" timestamp=\"2108494800\"/>", SHOP)
            .contains("in the future"));
  }

  @Test
  void aBombOfGzipIsRefused() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write("<testsuite>".getBytes(StandardCharsets.UTF_8));
      byte[] blank = new byte[1 << 20];
      java.util.Arrays.fill(blank, (byte) ' ');
      for (int i = 0; i < 64; i++) {
        out.write(blank);
      }
    }
    BadFile bad = assertThrows(BadFile.class, () -> read(Kind.TESTS, packed.toByteArray(), SHOP));
    assertTrue(bad.why().contains("times its size") || bad.why().contains("16 MiB"), bad.why());
    byte[] zip = {'P', 'K', 3, 4, 0, 0};
    assertTrue(
        assertThrows(BadFile.class, () -> read(Kind.TESTS, zip, SHOP)).why().contains("ZIP"));
  }
}
