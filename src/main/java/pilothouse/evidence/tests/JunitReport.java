package pilothouse.evidence.tests;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.TestCase;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Sink;
import pilothouse.evidence.files.Unfit;
import pilothouse.text.Texts;

/**
 * JUnit XML in the dialects of Surefire, Gradle, pytest and others. A test that failed first and
 * then passed is told once for each time that it ran.
 */
final class JunitReport {
  private static final int LONGEST = 1_000;
  private static final int COUNTED = 200_000;
  private final Xml xml;
  private final Of of;
  private final String repository;
  private final Instant heardAt;
  private final Instant horizon;
  private final Sink sink;
  private long line;
  private final Deque<Suite> suites = new ArrayDeque<>();
  private final Map<String, Integer> times = new HashMap<>();

  private record Suite(String name, @Nullable Instant at) {}

  JunitReport(Xml xml, Of of, Instant heardAt, Instant horizon, Sink sink) {
    if (of.repository() == null) {
      throw new BadFile(
          Texts.kept("kept.junit-report.the-report-does-not-say"),
          of.system() == null
              ? Texts.kept("kept.junit-report.name-it-as")
              : Texts.kept("kept.junit-report.a-system-alone"));
    }
    this.repository = of.repository();
    this.xml = xml;
    this.of = of;
    this.heardAt = heardAt;
    this.horizon = horizon;
    this.sink = sink;
  }

  /** Tells all tests; the root's start tag has been read. */
  void read() {
    suite();
    while (!xml.isOver()) {
      if (xml.next()) {
        String name = xml.name();
        if (name.equals("testsuite")) {
          suite();
        } else if (name.equals("testcase")) {
          testcase();
        }
      } else if (isSuite(xml.name())) {
        suites.pop();
      }
    }
  }

  private static boolean isSuite(String name) {
    return name.equals("testsuite") || name.equals("testsuites");
  }

  private void suite() {
    Suite outer = suites.peek();
    String name = xml.attribute("name");
    Instant at = time(xml.attribute("timestamp"));
    suites.push(
        new Suite(
            name == null ? outer == null ? "" : outer.name() : name,
            at == null && outer != null ? outer.at() : at));
  }

  private @Nullable Instant time(@Nullable String text) {
    Instant at = ReportTimes.parse(text, of);
    if (at != null && text != null && ReportTimes.isZoneless(text)) {
      sink.noted(Texts.kept("kept.junit-report.a-time-without-a-zone", of.zone()));
    } else if (at == null && text != null && !text.isBlank()) {
      sink.noted(Texts.kept("kept.junit-report.a-timestamp-is-no-time"));
    }
    return at;
  }

  private void testcase() {
    line = xml.line();
    String name = xml.attribute("name");
    String type = xml.attribute("classname");
    Suite suite = suites.getFirst();
    Double seconds = seconds(xml.attribute("time"));
    boolean unrun = "notrun".equals(xml.attribute("status"));
    Instant at = time(xml.attribute("timestamp"));
    Ending ending = ending(unrun);
    if (name == null) {
      sink.refused(
          line,
          new Unfit(
              "name",
              Texts.kept("kept.junit-report.the-testcase-has-no-name"),
              Texts.kept("kept.junit-report.give-each-test-a-name")));
      return;
    }
    String where = cut(type == null ? suite.name() : type);
    told(where, cut(name), ending, seconds, at == null ? suite.at() : at);
  }

  /**
   * How a test ended.
   *
   * @param failedBefore how often it failed before that
   */
  private record Ending(TestCase.Result result, int failedBefore) {}

  private Ending ending(boolean unrun) {
    TestCase.Result result = unrun ? TestCase.Result.SKIPPED : TestCase.Result.PASSED;
    int before = 0;
    int depth = xml.depth();
    while (xml.next() || xml.depth() >= depth) {
      if (xml.depth() != depth + 1) {
        continue;
      }
      switch (xml.name()) {
        case "failure", "error" -> result = TestCase.Result.FAILED;
        case "skipped", "disabled" -> result = TestCase.Result.SKIPPED;
        case "flakyFailure", "flakyError", "rerunFailure", "rerunError" -> before++;
        default -> {
          // output, properties and the like
        }
      }
    }
    return new Ending(result, before);
  }

  private void told(
      String suite, String name, Ending ending, @Nullable Double seconds, @Nullable Instant own) {
    Instant at = ReportTimes.of(own, of, horizon);
    String run = of.run() != null ? of.run() : own != null ? own.toString() : "1";
    int attempt = attempt(suite + "\u001f" + name);
    for (int i = 0; i < ending.failedBefore(); i++) {
      tell(suite, name, run(run, attempt++), TestCase.Result.FAILED, null, at);
    }
    times.put(suite + "\u001f" + name, attempt);
    tell(suite, name, run(run, attempt), ending.result(), seconds, at);
  }

  /** Which time it is that the test stands in the report: some tools repeat one that failed. */
  private int attempt(String test) {
    if (times.size() > COUNTED) {
      times.clear();
    }
    return times.merge(test, 1, Integer::sum);
  }

  private static String run(String run, int attempt) {
    return attempt == 1 ? run : run + "/" + attempt;
  }

  private void tell(
      String suite,
      String name,
      String run,
      TestCase.Result result,
      @Nullable Double seconds,
      Instant at) {
    String revision = of.revision() == null ? "" : of.revision();
    String key = String.join("|", repository, revision, run, suite, name);
    sink.fact(
        new TestCase(
            key, heardAt, repository, of.revision(), run, suite, name, result, seconds, at),
        line);
  }

  private static String cut(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…";
  }

  /** Seconds as tools write them, some with marks between thousands; null when it is no number. */
  private @Nullable Double seconds(@Nullable String time) {
    if (time == null || time.isBlank()) {
      return null;
    }
    try {
      double seconds = Double.parseDouble(time.replace(",", "").toLowerCase(Locale.ROOT));
      if (seconds >= 0 && Double.isFinite(seconds)) {
        return seconds;
      }
    } catch (NumberFormatException _) {
      // noted below, like a negative number
    }
    sink.noted(Texts.kept("kept.junit-report.the-time-of-a-test"));
    return null;
  }
}
