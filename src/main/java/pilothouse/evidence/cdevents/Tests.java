package pilothouse.evidence.cdevents;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.TestCase;
import pilothouse.evidence.facts.TestCase.Result;
import pilothouse.evidence.inbox.Parsed;
import pilothouse.evidence.wire.Json;
import pilothouse.text.Texts;

/** Runs of single tests. */
final class Tests {
  private Tests() {}

  static Parsed of(Event event) {
    Json test = event.content().maybe("testCase");
    Json suite = event.content().maybe("testSuiteRun");
    Result result = result(event);
    if (result == null) {
      return new Parsed.Ignored(Texts.kept("kept.tests.a-test-that-somebody-stopped"));
    }
    String uri = test.text("uri");
    Naming naming = Naming.of(event, uri == null ? event.content().text("uri") : uri);
    return Parsed.of(
        new TestCase(
            event.key("test"),
            event.at(),
            naming.called(),
            naming.repository(),
            null,
            suite.isMissing() ? event.subject() : suite.need("id"),
            "",
            test.isMissing() ? event.subject() : name(test),
            result,
            null,
            event.at()));
  }

  private static String name(Json test) {
    String name = test.text("name");
    return name == null ? test.need("id") : name;
  }

  /** Until 0.4 tests ended with pass and fail. */
  private static @Nullable Result result(Event event) {
    if (event.kind().equals("testcaserun.skipped")) {
      return Result.SKIPPED;
    }
    String outcome = event.content().need("outcome");
    return switch (outcome.strip().toLowerCase(Locale.ROOT)) {
      case "success", "pass" -> Result.PASSED;
      case "failure", "fail", "error" -> Result.FAILED;
      case "cancel" -> null;
      default ->
          throw Json.wrong(
              event.content().at("outcome"),
              "is “%s”, which is no outcome of a test".formatted(outcome),
              "Send success, failure, cancel or error as %s.");
    };
  }
}
