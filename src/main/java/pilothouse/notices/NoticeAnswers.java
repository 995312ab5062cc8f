package pilothouse.notices;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Json;
import pilothouse.web.NotFound;
import pilothouse.web.Permission;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;
import pilothouse.web.Where;

/** What one is told, as JSON: what there is, another one, and the end of one. */
public final class NoticeAnswers {
  private static final String PATH = "/api/v1/notices";
  private static final int LARGEST = 16 * 1024;
  private final Supplier<Notices> notices;

  NoticeAnswers(Supplier<Notices> notices) {
    this.notices = notices;
  }

  List<Route> routes() {
    return List.of(
        route(Route.Method.GET, PATH, this::all)
            .telling(Telling.of("The subscriptions to the journal").gives(Listed.class)),
        route(Route.Method.POST, PATH, this::add)
            .telling(
                Telling.of("Subscribes to the journal; a webhook's secret is shown this once")
                    .takes(Wanted.class)
                    .gives(Begun.class)),
        route(Route.Method.GET, PATH + "/{subscription}", request -> new Answer.Json(one(request)))
            .telling(Telling.of("One subscription").gives(One.class)),
        route(Route.Method.DELETE, PATH + "/{subscription}", this::end)
            .telling(Telling.of("Ends a subscription, and gives what it was").gives(One.class)));
  }

  private static Route route(Route.Method method, String path, Route.Handler handler) {
    return new Route(method, path, Permission.NOTICES, handler).anywhere();
  }

  /**
   * What somebody wants to be told; whatever is left out narrows nothing.
   *
   * @param way {@code email}, which is meant where nothing is said, or {@code webhook}
   * @param target of a webhook; mails go to the account's address
   * @param place {@code system:NAME} or {@code team:NAME}
   * @param people with who is who
   * @param rhythm {@code at once}, {@code hourly}, {@code daily} or {@code weekly}
   */
  public record Wanted(
      @Nullable String way,
      @Nullable String target,
      @Nullable String what,
      @Nullable String kind,
      @Nullable String subject,
      @Nullable String who,
      @Nullable String place,
      @Nullable String text,
      @Nullable Boolean people,
      @Nullable String rhythm,
      @Nullable Integer hour,
      @Nullable Integer weekday,
      @Nullable String zone) {
    /** The field of that name, as the form has it. */
    private @Nullable String field(String name) {
      return switch (name) {
        case "way" -> way;
        case "target" -> target;
        case "what" -> what;
        case "kind" -> kind;
        case "subject" -> subject;
        case "who" -> who;
        case "place" -> place;
        case "text" -> text;
        case "people" -> people != null && people ? "yes" : null;
        case "rhythm" -> rhythm;
        case "hour" -> hour == null ? null : String.valueOf(hour);
        case "weekday" -> weekday == null ? null : String.valueOf(weekday);
        default -> zone;
      };
    }
  }

  /** All that one looks after. */
  public record Listed(List<One> notices) {}

  /**
   * One that was just made.
   *
   * @param secret that a webhook is signed with; null for mails
   */
  public record Begun(One notice, @Nullable String secret) {}

  /**
   * A subscription.
   *
   * @param owner the account whose it is
   * @param place empty where it is not narrowed to one
   * @param next when the next mail goes; null where each entry goes at once
   */
  public record One(
      String id,
      String owner,
      String way,
      String target,
      String what,
      String kind,
      String subject,
      String who,
      String place,
      String text,
      boolean people,
      String rhythm,
      int hour,
      int weekday,
      String zone,
      Instant madeAt,
      @Nullable Instant next,
      @Nullable Instant pausedAt,
      long waiting,
      long givenUp) {}

  private Subscribing subscribing(Request request) {
    return new Subscribing(notices.get(), request.caller());
  }

  private Answer all(Request request) {
    Subscribing subscribing = subscribing(request);
    Shelf shelf = notices.get().shelf();
    List<Subscription> all =
        subscribing.administers() ? shelf.all() : shelf.of(subscribing.owner().caller().id());
    return new Answer.Json(new Listed(all.stream().map(this::told).toList()));
  }

  private Answer add(Request request) {
    Wanted wanted =
        Json.read(
            request.body(LARGEST),
            Wanted.class,
            Texts.say("notices.notice-answers.a-subscription"),
            Texts.say("notices.notice-answers.write-it-like"));
    Subscribing.Made made = subscribing(request).add(wanted::field);
    return new Answer.Json(
        new Begun(told(made.one()), made.secret().isEmpty() ? null : made.secret()));
  }

  private One one(Request request) {
    return told(found(request));
  }

  private Answer end(Request request) {
    Subscription one = found(request);
    One told = told(one);
    notices.get().shelf().end(one, Who.of(request.caller()));
    return new Answer.Json(told);
  }

  private Subscription found(Request request) {
    return notices
        .get()
        .shelf()
        .find(request.part("subscription"))
        .filter(subscribing(request)::looksAfter)
        .orElseThrow(() ->
            new NotFound(
                Texts.say("notices.notice-pages.there-is-no-subscription"),
                Texts.say("notices.notice-answers.see-all", PATH)));
  }

  private One told(Subscription one) {
    Shelf shelf = notices.get().shelf();
    return new One(
        one.id(),
        one.owner(),
        one.way().word(),
        one.target(),
        one.asked().what(),
        one.asked().kind(),
        one.asked().subject(),
        one.asked().who(),
        place(one.asked().place()),
        one.asked().text(),
        one.asked().people(),
        one.rhythm().word(),
        one.hour(),
        one.weekday(),
        one.zone().getId(),
        one.madeAt(),
        one.dueAt(),
        one.pausedAt(),
        shelf.count(one, Notice.State.WAITING),
        shelf.count(one, Notice.State.DEAD));
  }

  private static String place(@Nullable Where where) {
    return where == null ? "" : where.kind().name().toLowerCase(Locale.ROOT) + ":" + where.name();
  }
}
