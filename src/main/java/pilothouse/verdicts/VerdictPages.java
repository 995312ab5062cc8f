package pilothouse.verdicts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import pilothouse.journal.Who;
import pilothouse.text.Addresses;
import pilothouse.text.Texts;
import pilothouse.views.Gauge;
import pilothouse.views.Gauges;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.NotFound;
import pilothouse.web.Part;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Where;

/** What was predicted, what came of it, and how well chances were called. */
final class VerdictPages {
  private static final int OFFERED = 1_000;

  private final Verdicts verdicts;

  VerdictPages(Verdicts verdicts) {
    this.verdicts = verdicts;
  }

  List<Route> routes() {
    List<Route> routes =
        new ArrayList<>(
            List.of(
                Route.read("/verdicts", this::all).anywhere(),
                new Route(Route.Method.POST, "/verdicts", Permission.CHANGE, this::add).anywhere(),
                Route.read("/verdicts/{id}", this::one).anywhere(),
                Route.change("/verdicts/{id}/notes", this::note).anywhere(),
                Route.change("/verdicts/{id}/withdrawal", this::withdraw).anywhere()));
    routes.addAll(new ComparePages(verdicts).routes());
    return routes;
  }

  private Answer all(Request request) {
    Caller caller = request.caller();
    Predicate<Prediction> seen = seen(caller);
    Map<Gauge, String> names = new LinkedHashMap<>();
    Part<Prediction> open = verdicts.open(seen, Part.after(request.query("open")), Part.SHOWN);
    Part<Outcome> judged = verdicts.judged(seen, Part.after(request.query("judged")), Part.SHOWN);
    List<TrackRecord.Called> called = verdicts.called(seen);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(
        "open",
        open.rows().stream()
            .map(one -> VerdictRow.open(one, name(one, names), forum(one, caller)))
            .toList());
    values.put(
        "judged",
        judged.rows().stream()
            .map(one ->
                VerdictRow.judged(
                    one, name(one.of(), names), forum(one.of(), caller), verdicts.zone()))
            .toList());
    values.put("moreOpen", more("open", open.next()));
    values.put("moreJudged", more("judged", judged.next()));
    values.put("first", request.query("open") == null && request.query("judged") == null);
    values.put("forums", verdicts.forums().records(TrackRecord.Called::forum, called, caller));
    values.put("rubrics", verdicts.rubrics().records(TrackRecord.Called::rubric, called, caller));
    values.put("gauges", offered(verdicts, request.caller()));
    values.put("forumsOffered", verdicts.forums(caller));
    values.put("rubricsOffered", verdicts.rubrics().offered(caller));
    values.put("today", verdicts.today());
    return Answer.page("verdicts/all", Texts.say("verdicts.all.title"), values);
  }

  private static String more(String list, String next) {
    return next.isEmpty() ? "" : "/verdicts?" + list + "=" + Addresses.part(next) + "#" + list;
  }

  private String forum(Prediction of, Caller caller) {
    return verdicts.forums().name(of.forum(), caller);
  }

  private String name(Prediction of, Map<Gauge, String> names) {
    return names.computeIfAbsent(of.gauge(), this::name);
  }

  private String name(Gauge gauge) {
    String what = verdicts.gauges().find(gauge).map(Gauges.Offered::name).orElse(gauge.metric());
    return what + ", " + gauge.scope();
  }

  /** Whether the caller may look at one; each place is asked for once. */
  static Predicate<Prediction> seen(Caller caller) {
    Map<Where, Boolean> places = new HashMap<>();
    return one ->
        places.computeIfAbsent(one.place(), caller::sees)
            && places.computeIfAbsent(one.gauge().where(), caller::sees);
  }

  static List<Gauges.Offered> offered(Verdicts verdicts, Caller caller) {
    return verdicts.gauges().offered(caller).limit(OFFERED).toList();
  }

  private Answer add(Request request) {
    PredictionDraft draft =
        Wanted.of(request::form, verdicts.gauges()).draft(verdicts, request.caller());
    Prediction made = verdicts.predict(draft, Who.of(request.caller()));
    return new Answer.Redirect(made.address());
  }

  private Answer one(Request request) {
    Prediction one = found(verdicts, request);
    Judged judged = verdicts.judge(one);
    LocalDate until = judged.until();
    VerdictView view =
        VerdictView.of(
            verdicts,
            one,
            judged,
            verdicts.kept(one),
            verdicts.gauged(one, until),
            request.caller());
    return Answer.page(
        "verdicts/one",
        one.says(),
        Map.of(
            "view",
            view,
            "mayNote",
            request.caller().may(Permission.CHANGE, one.place()),
            "mayWithdraw",
            verdicts.isOpen(one) && request.caller().may(Permission.CHANGE, one.place())));
  }

  static List<Event> events(Judged judged, Caller caller) {
    return judged.events().stream().filter(event -> caller.sees(event.place())).toList();
  }

  static Prediction found(Verdicts verdicts, Request request) {
    return verdicts
        .find(request.part("id"))
        .filter(one -> one.isFor(request.caller()))
        .orElseThrow(VerdictPages::missing);
  }

  static NotFound missing() {
    return new NotFound(Texts.say("verdicts.missing"), Texts.say("verdicts.see-all"));
  }

  private Answer note(Request request) {
    Prediction one = found(verdicts, request);
    mayNote(one, request.caller());
    verdicts.note(one.id(), request.typed("words"), Who.of(request.caller()));
    return new Answer.Redirect(one.address());
  }

  private Answer withdraw(Request request) {
    Prediction one = found(verdicts, request);
    withdraw(verdicts, one, request.typed("why"), request.caller());
    return new Answer.Redirect(one.address());
  }

  /**
   * Ends one by hand.
   *
   * @throws Refused where its day has come, or no reason is given
   */
  static void withdraw(Verdicts verdicts, Prediction one, String typed, Caller caller) {
    mayNote(one, caller);
    String why = typed.strip();
    if (why.isEmpty() || why.length() > VerdictWords.LONGEST) {
      throw Refused.unfit(
              Texts.say("verdicts.withdraw.why", VerdictWords.LONGEST), Texts.say("verdicts.mend"))
          .at("why");
    }
    if (!verdicts.isOpen(one)) {
      throw Refused.conflict(
          Texts.say("verdicts.withdraw.late"), Texts.say("verdicts.withdraw.note-it"));
    }
    Who who = Who.of(caller);
    verdicts
        .storage()
        .write(rows -> {
          verdicts.withdraw(rows, one, why, who);
          return true;
        });
  }

  static void mayNote(Prediction one, Caller caller) {
    if (!caller.may(Permission.CHANGE, one.place())) {
      throw Refused.forbidden(
          Texts.say("verdicts.wanted.may-not", one.place().text()),
          Texts.say("verdicts.wanted.ask-lead"));
    }
  }
}
