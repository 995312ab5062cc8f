package pilothouse.notices;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.NotFound;
import pilothouse.web.Permission;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Where;

/** What one is told, what became of it, and how to end it. */
final class NoticePages {
  private static final int SHOWN = 50;

  private final Supplier<Notices> notices;

  NoticePages(Supplier<Notices> notices) {
    this.notices = notices;
  }

  List<Route> routes() {
    return List.of(
        Route.own(Route.Method.GET, "/notices", this::all),
        Route.own(Route.Method.POST, "/notices", this::add),
        new Route(Route.Method.GET, "/notices/stop", Permission.NONE, this::ask),
        new Route(Route.Method.POST, "/notices/stop", Permission.NONE, this::stop),
        Route.own(Route.Method.GET, "/notices/{subscription}", this::one),
        Route.own(
            Route.Method.POST, "/notices/{subscription}/pause", request -> pause(request, true)),
        Route.own(
            Route.Method.POST, "/notices/{subscription}/resume", request -> pause(request, false)),
        Route.own(Route.Method.POST, "/notices/{subscription}/end", this::end),
        Route.own(Route.Method.POST, "/notices/{subscription}/again", this::again));
  }

  private Answer all(Request request) {
    Notices here = notices.get();
    boolean administers = subscribing(request).administers();
    List<Subscription> all =
        administers ? here.shelf().all() : here.shelf().of(request.caller().id());
    ZoneId zone = here.setup().zone();
    return Answer.page(
        "notices/all",
        Texts.say("notices.notice-pages.notices"),
        Map.of(
            "rows", all.stream().map(one -> Told.of(here, one, zone)).toList(),
            "administers", administers,
            "mails", here.setup().mailbox() != null,
            "email", subscribing(request).owner().email(),
            "seesPeople", request.caller().may(Permission.PEOPLE, Where.ANYWHERE),
            "zone", zone.getId()));
  }

  private Answer add(Request request) {
    Subscribing.Made made = subscribing(request).add(request::form);
    if (made.secret().isEmpty()) {
      return new Answer.Redirect("/notices/" + made.one().id());
    }
    return Answer.page(
        "notices/secret",
        Texts.say("notices.notice-pages.the-webhooks-secret"),
        Map.of("secret", made.secret(), "one", made.one()));
  }

  private Subscribing subscribing(Request request) {
    return new Subscribing(notices.get(), request.caller());
  }

  private Answer one(Request request) {
    Notices here = notices.get();
    Subscription one = found(request);
    ZoneId zone = here.setup().zone();
    return Answer.page(
        "notices/one",
        Texts.say("notices.notice-pages.a-subscription"),
        Map.of(
            "row", Told.of(here, one, zone),
            "waiting", messages(here, one, Notice.State.WAITING),
            "dead", messages(here, one, Notice.State.DEAD),
            "sent", messages(here, one, Notice.State.SENT)));
  }

  private static List<Told.Message> messages(Notices here, Subscription one, Notice.State state) {
    return here.shelf().newest(one, state, SHOWN).stream()
        .map(notice -> Told.Message.of(notice, here.setup().zone()))
        .toList();
  }

  private Answer pause(Request request, boolean pause) {
    Subscription one = found(request);
    notices.get().shelf().pause(one, pause, Who.of(request.caller()));
    return new Answer.Redirect("/notices/" + one.id());
  }

  private Answer end(Request request) {
    notices.get().shelf().end(found(request), Who.of(request.caller()));
    return new Answer.Redirect("/notices");
  }

  private Answer again(Request request) {
    Subscription one = found(request);
    String notice = Optional.ofNullable(request.form("message")).orElse("");
    if (!notices.get().shelf().again(one, notice, Who.of(request.caller()))) {
      throw new NotFound(
          Texts.say("notices.notice-pages.there-is-no-such"),
          Texts.say("notices.notice-pages.look-at-the-page"));
    }
    return new Answer.Redirect("/notices/" + one.id());
  }

  /** What a link out of a mail shows: programs that look at links ahead end nothing. */
  private Answer ask(Request request) {
    Subscription one = stopped(request.query("id"), request.query("proof"));
    return Answer.page(
        "notices/stop",
        Texts.say("notices.notice-pages.stop-these-mails"),
        Map.of("one", one, "proof", String.valueOf(request.query("proof")), "over", false));
  }

  private Answer stop(Request request) {
    String id = request.form("id") == null ? request.query("id") : request.form("id");
    String proof = request.form("proof") == null ? request.query("proof") : request.form("proof");
    Subscription one = stopped(id, proof);
    notices.get().shelf().end(one, Who.of(one.owner(), one.ownerName()));
    return Answer.page(
        "notices/stop",
        Texts.say("notices.notice-pages.no-more-of-these"),
        Map.of("one", one, "proof", "", "over", true));
  }

  private Subscription stopped(
      @org.jspecify.annotations.Nullable String id,
      @org.jspecify.annotations.Nullable String proof) {
    return notices
        .get()
        .stopped(id == null ? "" : id, proof == null ? "" : proof)
        .orElseThrow(() ->
            new NotFound(
                Texts.say("notices.notice-pages.this-link-ends-nothing"),
                Texts.say("notices.notice-pages.use-the-whole-link")));
  }

  /** One's own; an administrator's are all. */
  private Subscription found(Request request) {
    String id = request.part("subscription");
    return notices
        .get()
        .shelf()
        .find(id)
        .filter(subscribing(request)::looksAfter)
        .orElseThrow(() ->
            new NotFound(
                Texts.say("notices.notice-pages.there-is-no-subscription"),
                Texts.say("notices.notice-pages.see-notices")));
  }
}
