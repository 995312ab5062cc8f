package pilothouse.reliability;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import pilothouse.journal.Who;
import pilothouse.metrics.Reading;
import pilothouse.text.Texts;
import pilothouse.views.Figure;
import pilothouse.views.Shelf;
import pilothouse.views.Stretch;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.NotFound;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;

/** What users may rely on: all objectives, and each with its budget day by day. */
final class ObjectivePages {
  private static final int FORM = 200_000;
  private static final int WHY = 300;
  private final Supplier<Objectives> objectives;

  ObjectivePages(Supplier<Objectives> objectives) {
    this.objectives = objectives;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/objectives", this::all).anywhere(),
        Route.change("/objectives", this::take).anywhere(),
        Route.read("/objectives/{objective}", this::one).anywhere(),
        Route.read("/objectives/{objective}/openslo.yaml", this::yaml).anywhere(),
        Route.change("/objectives/{objective}/end", this::retire).anywhere());
  }

  /** Those that the caller may see, those that need somebody first. */
  static List<Standing> visible(Objectives here, Caller caller) {
    return here.standings().all(here.now()).stream()
        .filter(one -> caller.sees(one.objective().place()))
        .toList();
  }

  private Answer all(Request request) {
    Objectives here = objectives.get();
    List<ObjectiveShown> shown =
        visible(here, request.caller()).stream()
            .map(one -> ObjectiveShown.of(one, List.of(), here.zone()))
            .toList();
    return Answer.page(
        "reliability/all", Texts.say("reliability.title"), Map.of("objectives", shown));
  }

  private Answer take(Request request) {
    String text = request.text("text", FORM);
    if (text == null || text.isBlank()) {
      throw Refused.bad(
          Texts.say("reliability.take.nothing"), Texts.say("reliability.openslo.like"));
    }
    String why = Optional.ofNullable(request.text("why", WHY)).orElse("").strip();
    Receipt receipt = taken(objectives.get(), request.caller(), text, why);
    return new Answer.Page(
        receipt.isRefused() ? 422 : 200,
        "reliability/receipt",
        Texts.say("reliability.receipt.title"),
        false,
        Map.of("receipt", receipt, "text", text, "why", why));
  }

  static Receipt taken(Objectives here, Caller caller, String text, String why) {
    return here.register()
        .take(
            Texts.say("reliability.take.sent"),
            text,
            place -> caller.may(Permission.CHANGE, place),
            here.now(),
            Who.of(caller),
            why);
  }

  private Answer one(Request request) {
    Objectives here = objectives.get();
    Objective one = found(here, request, Permission.READ);
    Numbers numbers = here.standings().numbers(one);
    Standing standing = Standing.of(one, numbers, here.now());
    ObjectiveSight sight = Objectives.sight(one, Stretch.of(request, here.now(), here.zone()));
    Reading share = here.share(one, sight.window());
    Reading left = here.left(one, sight.window());
    return Answer.page(
        "reliability/one",
        one.title(),
        Map.of(
            "shown", ObjectiveShown.of(standing, ObjectiveShown.signals(one, numbers), here.zone()),
            "sight", sight,
            "share", Figure.of(sight, share),
            "left", Figure.of(sight, left),
            "shelf", Shelf.of(sight, share, Shelf.page(request, share)),
            "reading", share,
            "versions", VersionShown.of(here, one, request.caller()),
            "document", one.document()));
  }

  /** What is elsewhere is not there. */
  static Objective found(Objectives here, Request request, Permission needed) {
    return here.standings()
        .find(request.part("objective"))
        .filter(one -> request.caller().may(needed, one.place()))
        .orElseThrow(
            () -> new NotFound(Texts.say("reliability.no-such"), Texts.say("reliability.see-all")));
  }

  private Answer yaml(Request request) {
    Objectives here = objectives.get();
    Objective one = found(here, request, Permission.READ);
    String text =
        here.register().documents().stream()
            .filter(document -> document.name().equals(one.document()))
            .map(OpenSlo.Document::text)
            .findFirst()
            .orElse("");
    return new Answer.Data(
        "application/yaml; charset=utf-8", one.document() + ".yaml", text.getBytes(UTF_8));
  }

  private Answer retire(Request request) {
    Objectives here = objectives.get();
    Objective one = found(here, request, Permission.CHANGE);
    String why = Sent.form(request, WHY).text("why", WHY);
    here.register().retire(one, here.now(), Who.of(request.caller()), why);
    return new Answer.Redirect("/objectives");
  }
}
