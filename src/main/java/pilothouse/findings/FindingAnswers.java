package pilothouse.findings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Named;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Json;
import pilothouse.web.Permission;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** Findings for programs. */
final class FindingAnswers {
  private static final String PATH = "/api/v1/findings";
  private static final int LARGEST = 16 * 1024;
  private static final int MOST = 1_000;
  private final Supplier<Findings> findings;
  private final Source evidence;
  private final FindingPages pages;

  FindingAnswers(Supplier<Findings> findings, Source evidence) {
    this.findings = findings;
    this.evidence = evidence;
    this.pages = new FindingPages(findings, evidence);
  }

  List<Route> routes() {
    return List.of(
        Route.read(PATH, this::all)
            .anywhere()
            .telling(
                Telling.of("What somebody should look at, the most urgent first, 1,000 at most")
                    .gives(Listed.class)),
        Route.say(PATH + "/later", this::later)
            .anywhere()
            .telling(
                Telling.of("Puts a finding off until a day, with a reason")
                    .takes(Wanted.class)
                    .gives(PutOff.class)),
        new Route(Route.Method.DELETE, PATH + "/later/{snooze}", Permission.SAY, this::end)
            .anywhere()
            .telling(Telling.of("Lets a finding be seen again at once").gives(PutOff.class)));
  }

  /** All that may be seen. */
  public record Listed(int count, List<One> findings) {}

  /**
   * A finding.
   *
   * @param yours whether it is for whoever asks
   * @param later null where nobody put it off
   */
  public record One(
      String id,
      String kind,
      String severity,
      String says,
      String subject,
      String place,
      String page,
      boolean yours,
      double risk,
      @Nullable Instant since,
      @Nullable Double costPerWeek,
      List<String> evidence,
      @Nullable PutOff later) {}

  /** That one was put off, until that moment. */
  public record PutOff(String id, String finding, Instant until, String why, String by) {}

  /** What puts one off: its id, the last day, and why. */
  public record Wanted(String finding, String until, String why) {}

  private Answer all(Request request) {
    Findings here = findings.get();
    Needs needs = here.needs(request.caller(), evidence.found(here.clock().instant()));
    List<One> all = new ArrayList<>();
    Caller caller = request.caller();
    needs.mine().forEach(one -> all.add(one(one, true, null)));
    needs.others().forEach(one -> all.add(one(one, false, null)));
    needs.later().forEach(one -> all.add(one(one.finding(), false, told(one.snooze(), caller))));
    return new Answer.Json(new Listed(all.size(), all.stream().limit(MOST).toList()));
  }

  private static One one(Finding one, boolean yours, @Nullable PutOff later) {
    return new One(
        Snooze.hash(one),
        one.kind(),
        one.severity().name().toLowerCase(Locale.ROOT),
        one.says(),
        one.subject(),
        one.place().text(),
        one.page(),
        yours,
        one.risk(),
        one.since(),
        one.costPerWeek(),
        one.evidence(),
        later);
  }

  private static PutOff told(Snooze one, Caller caller) {
    String by = Named.by(caller, one.place(), one.by(), one.name());
    return new PutOff(one.id(), one.finding(), one.until(), one.why(), by);
  }

  private Answer later(Request request) {
    Wanted wanted =
        Json.read(
            request.body(LARGEST),
            Wanted.class,
            Texts.say("findings.api.what"),
            Texts.say("findings.api.mend"));
    return new Answer.Json(
        told(
            pages.putOff(
                request.caller(), text(wanted.finding()), text(wanted.until()), text(wanted.why())),
            request.caller()));
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given.strip();
  }

  private Answer end(Request request) {
    return new Answer.Json(
        told(pages.end(request.caller(), request.part("snooze")), request.caller()));
  }
}
