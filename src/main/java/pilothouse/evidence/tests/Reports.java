package pilothouse.evidence.tests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Kind;
import pilothouse.evidence.files.Sink;
import pilothouse.evidence.files.Unpacked;
import pilothouse.text.Texts;

/** Reports of test runs, told apart by their beginning. */
public final class Reports {
  private Reports() {}

  /**
   * Reads a report of results or coverage.
   *
   * @param kind what it has to be
   * @param heardAt now
   * @throws BadFile when it is something else, or cannot be understood
   */
  public static void read(Unpacked in, Kind kind, Of of, Instant heardAt, Sink sink)
      throws IOException {
    Instant horizon = heardAt.plus(Fact.AHEAD);
    if (isLcov(in.head())) {
      wanted(kind, Kind.COVERAGE, "LCOV");
      new Lcov(in).read().tell(of, heardAt, horizon, sink);
      return;
    }
    if (!isXml(in.head())) {
      throw new BadFile(
          Texts.kept("kept.reports.it-is-neither-xml-nor"),
          Texts.kept("kept.reports.give-a-report-as-junit"));
    }
    Xml xml = Xml.open(in);
    switch (xml.name()) {
      case "testsuites", "testsuite" -> {
        wanted(kind, Kind.TESTS, "JUnit XML");
        new JunitReport(xml, of, heardAt, horizon, sink).read();
      }
      case "report" -> {
        wanted(kind, Kind.COVERAGE, "JaCoCo XML");
        new CoverageXml(xml, of).jacoco().tell(of, heardAt, horizon, sink);
      }
      case "coverage" -> {
        wanted(kind, Kind.COVERAGE, "Cobertura XML");
        new CoverageXml(xml, of).cobertura().tell(of, heardAt, horizon, sink);
      }
      default ->
          throw new BadFile(
              Texts.kept("kept.reports.it-is-xml-that-begins", xml.name()),
              Texts.kept("kept.reports.give-junit-xml-testsuites-jacoco"));
    }
  }

  /** What the beginning of a file shows that it is; {@link Kind#AUTO} when it is no report. */
  public static Kind guess(byte[] head) {
    String text = text(head);
    if (isLcov(head)) {
      return Kind.COVERAGE;
    }
    if (!isXml(head)) {
      return Kind.AUTO;
    }
    String root =
        text.replaceAll("(?s)<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE[^>\\[]*(?:\\[.*?\\]\\s*)?>", "")
            .strip();
    return root.startsWith("<testsuite")
        ? Kind.TESTS
        : root.startsWith("<report") || root.startsWith("<coverage") ? Kind.COVERAGE : Kind.AUTO;
  }

  private static void wanted(Kind kind, Kind is, String name) {
    if (kind != is) {
      throw new BadFile(
          Texts.kept("kept.reports.it-is", name),
          Texts.kept("kept.reports.import-it-as", is.word()));
    }
  }

  private static boolean isXml(byte[] head) {
    return text(head).startsWith("<");
  }

  private static boolean isLcov(byte[] head) {
    String text = text(head);
    return text.startsWith("TN:") || text.startsWith("SF:");
  }

  /** As far as it is needed to tell; UTF-16 is told by its mark. */
  private static String text(byte[] head) {
    int length = Math.min(head.length, 8 * 1024);
    boolean wide = length > 1 && (head[0] == (byte) 0xff || head[0] == (byte) 0xfe);
    String text =
        new String(head, 0, length, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    return text.replace("\ufeff", "").stripLeading();
  }
}
