package pilothouse.verdicts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Who;
import pilothouse.metrics.judging.Dated;
import pilothouse.metrics.judging.ToldJudgement;
import pilothouse.metrics.judging.Verdict;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Json;
import pilothouse.web.Part;
import pilothouse.web.Permission;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** Predictions, verdicts and track records as JSON. */
final class VerdictAnswers {
  private static final String PATH = "/api/v1/verdicts";
  private static final int LARGEST = 16 * 1024;

  /** Keys of open ones begin with it, for those that were judged come first. */
  private static final String OPEN = "open ";

  /** Before all days. */
  private static final String FIRST = "0000 0";

  private final Verdicts verdicts;

  VerdictAnswers(Verdicts verdicts) {
    this.verdicts = verdicts;
  }

  List<Route> routes() {
    return List.of(
        Route.read(PATH, this::all)
            .anywhere()
            .telling(
                Telling.of(
                        "Predictions that were judged, the last that came in first, then open ones,"
                            + " the first due first")
                    .with("after", "only those after this one, as next says")
                    .withNumber("most", "how many at once, at most " + Part.MOST)
                    .gives(Listed.class)),
        new Route(Route.Method.POST, PATH, Permission.CHANGE, this::add)
            .anywhere()
            .telling(
                Telling.of("Makes a prediction of a number").takes(Wanted.class).gives(One.class)),
        Route.read(PATH + "/{id}", request -> new Answer.Json(whole(found(request), request)))
            .anywhere()
            .telling(
                Telling.of(
                        "A prediction with every verdict on it; before its day, with what could"
                            + " be said now")
                    .gives(Whole.class)),
        Route.change(PATH + "/{id}/withdrawal", this::withdraw)
            .anywhere()
            .telling(
                Telling.of("Ends a prediction before its day: nobody goes on with it")
                    .takes(Ending.class)
                    .gives(Whole.class)),
        Route.change(PATH + "/{id}/notes", this::note)
            .anywhere()
            .telling(
                Telling.of("Puts a person's word beside a verdict, which stays as it is")
                    .takes(Word.class)
                    .gives(Whole.class)),
        Route.read("/api/v1/track-record", this::record)
            .anywhere()
            .telling(
                Telling.of("How well the chances of each forum and each rubric were called")
                    .gives(Records.class)));
  }

  /** What the caller may look at, and after which the next part begins; null at the end. */
  public record Listed(List<One> verdicts, @Nullable String next) {}

  /**
   * A prediction.
   *
   * @param verdict as it came in first; null before that
   */
  public record One(
      String id,
      String subject,
      String says,
      String place,
      String gauge,
      String expect,
      @Nullable Double size,
      LocalDate effect,
      LocalDate judgedOn,
      @Nullable Double probability,
      String forum,
      String rubric,
      Instant madeAt,
      @Nullable Withdrawal withdrawn,
      @Nullable String verdict) {}

  /** A prediction with all that is known of it. */
  public record Whole(One prediction, List<Reached> verdicts, List<Note> notes) {}

  /**
   * A verdict.
   *
   * @param number 0 for one that is not kept: its day is not over
   */
  public record Reached(
      int number,
      Instant at,
      LocalDate until,
      ToldJudgement judgement,
      List<Dated> points,
      List<Happened> events) {}

  /** Something else that happened. */
  public record Happened(LocalDate day, String kind, String says, String page) {}

  /** Why nobody goes on with a prediction. */
  public record Ending(@Nullable String why) {}

  /** A person's word. */
  public record Word(@Nullable String words) {}

  /** Track records by forum and by rubric, never by person. */
  public record Records(List<TrackRecord> forums, List<TrackRecord> rubrics) {}

  private Answer all(Request request) {
    Predicate<Prediction> seen = VerdictPages.seen(request.caller());
    String after = Part.after(request.query("after"));
    int most = Part.asked(request);
    List<One> all = new ArrayList<>();
    String next = "";
    if (!after.startsWith(OPEN)) {
      Part<Outcome> judged = verdicts.judged(seen, after, most);
      judged.rows().forEach(one -> all.add(told(one.of(), one.verdict())));
      next = judged.next();
    }
    if (next.isEmpty() && all.size() < most) {
      String from = after.startsWith(OPEN) ? after.substring(OPEN.length()) : "";
      Part<Prediction> open = verdicts.open(seen, from, most - all.size());
      open.rows().forEach(one -> all.add(told(one, null)));
      next = open.next().isEmpty() ? "" : OPEN + open.next();
    } else if (next.isEmpty() && !verdicts.open(seen, "", 1).rows().isEmpty()) {
      next = OPEN + FIRST;
    }
    return new Answer.Json(new Listed(all, next.isEmpty() ? null : next));
  }

  private Answer add(Request request) {
    Wanted wanted =
        Json.read(
            request.body(LARGEST),
            Wanted.class,
            Texts.say("verdicts.answers.a-prediction"),
            Texts.say("verdicts.answers.write-it-like"));
    PredictionDraft draft = wanted.draft(verdicts, request.caller());
    Prediction made = verdicts.predict(draft, Who.of(request.caller()));
    return new Answer.Told(201, told(made, null));
  }

  private Answer withdraw(Request request) {
    Prediction one = found(request);
    String why =
        Json.read(
                request.body(LARGEST),
                Ending.class,
                Texts.say("verdicts.answers.a-reason"),
                Texts.say("verdicts.answers.write-reason"))
            .why();
    VerdictPages.withdraw(verdicts, one, why == null ? "" : why, request.caller());
    return new Answer.Json(whole(found(request), request));
  }

  private Answer note(Request request) {
    Prediction one = found(request);
    VerdictPages.mayNote(one, request.caller());
    Word word =
        Json.read(
            request.body(LARGEST),
            Word.class,
            Texts.say("verdicts.answers.a-word"),
            Texts.say("verdicts.answers.write-word"));
    verdicts.note(one.id(), word.words() == null ? "" : word.words(), Who.of(request.caller()));
    return new Answer.Told(201, whole(one, request));
  }

  private Answer record(Request request) {
    List<TrackRecord.Called> called = verdicts.called(VerdictPages.seen(request.caller()));
    return new Answer.Json(
        new Records(
            verdicts.forums().records(TrackRecord.Called::forum, called, request.caller()),
            verdicts.rubrics().records(TrackRecord.Called::rubric, called, request.caller())));
  }

  private Prediction found(Request request) {
    return VerdictPages.found(verdicts, request);
  }

  private Whole whole(Prediction one, Request request) {
    Judged now = verdicts.judge(one);
    List<Judged> kept = verdicts.kept(one);
    List<Reached> reached =
        (kept.isEmpty() ? List.of(now) : kept)
            .stream().map(judged -> reached(judged, request)).toList();
    return new Whole(
        told(one, kept.isEmpty() ? null : kept.getFirst().verdict()),
        reached,
        verdicts.notes(one, request.caller()));
  }

  private static Reached reached(Judged one, Request request) {
    return new Reached(
        one.number(),
        one.at(),
        one.until(),
        one.judgement().anew(),
        one.points(),
        VerdictPages.events(one, request.caller()).stream()
            .map(event -> new Happened(event.day(), event.kind(), event.says(), event.page()))
            .toList());
  }

  private static One told(Prediction one, @Nullable Verdict verdict) {
    return new One(
        one.id(),
        one.subject(),
        one.says(),
        one.place().text(),
        one.gauge().text(),
        one.expect().word(),
        one.size(),
        one.effect(),
        one.judgedOn(),
        one.probability(),
        one.forum(),
        one.rubric(),
        one.madeAt(),
        one.withdrawn(),
        verdict == null ? null : verdict.word());
  }
}
