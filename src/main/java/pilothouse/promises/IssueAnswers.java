package pilothouse.promises;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Json;
import pilothouse.web.Permission;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** The issues of a promise as JSON. */
final class IssueAnswers {
  private static final String PATH = "/api/v1/promises/{promise}/issues";
  private static final int LARGEST = 8 * 1024;
  private final Supplier<IssueLinks> links;

  IssueAnswers(Supplier<IssueLinks> links) {
    this.links = links;
  }

  List<Route> routes() {
    return List.of(
        Route.read(PATH, this::all)
            .anywhere()
            .telling(Telling.of("The issues that a promise is linked with").gives(Listed.class)),
        Route.say(PATH + "/link", this::link)
            .anywhere()
            .telling(
                Telling.of("Links a promise with an issue by its address")
                    .takes(Wanted.class)
                    .gives(Listed.class)),
        new Route(Route.Method.DELETE, PATH + "/{link}", Permission.SAY, this::unlink)
            .anywhere()
            .telling(Telling.of("Ends a link with an issue").gives(Listed.class)));
  }

  /** All links of one promise. */
  public record Listed(List<One> issues) {}

  /**
   * A link.
   *
   * @param state {@code open}, {@code done}, {@code unknown}, or what ended without being done
   * @param reopened whether the issue was closed before
   * @param proposes what to do because of it; null for nothing
   * @param posted {@code waiting}, {@code sent} or {@code dead}; null where nothing is to be said
   */
  public record One(
      String id,
      String url,
      String issue,
      boolean comments,
      boolean closes,
      String state,
      boolean reopened,
      @Nullable String proposes,
      @Nullable String posted) {}

  /** What somebody links; unless asked, nothing is ever written there. */
  public record Wanted(String url, @Nullable Boolean comments, @Nullable Boolean closes) {}

  private Answer all(Request request) {
    IssueLinks here = links.get();
    return told(here, IssuePages.found(here, request, false));
  }

  private Answer link(Request request) {
    IssueLinks here = links.get();
    Promise promise = IssuePages.found(here, request, true);
    Wanted wanted =
        Json.read(
            request.body(LARGEST),
            Wanted.class,
            Texts.say("promises.issues.a-link"),
            Texts.say("promises.issues.write-it-like"));
    boolean comments = Boolean.TRUE.equals(wanted.comments());
    boolean closes = Boolean.TRUE.equals(wanted.closes());
    here.link(promise, new IssueDraft(wanted.url(), comments, closes), request.caller());
    return told(here, promise);
  }

  private Answer unlink(Request request) {
    IssueLinks here = links.get();
    Promise promise = IssuePages.found(here, request, true);
    here.unlink(promise, request.part("link"), Who.of(request.caller()));
    return told(here, promise);
  }

  private static Answer told(IssueLinks here, Promise promise) {
    return new Answer.Json(
        new Listed(here.of(promise.id()).stream().map(one -> one(here, promise, one)).toList()));
  }

  private static One one(IssueLinks here, Promise promise, IssueLink link) {
    Tracker.State state = here.tracker().state(link.issue()).orElse(null);
    Boolean open = state == null ? null : state.open();
    IssueRow row = IssueRow.of(here, promise, link);
    List<IssuePost> posts = here.posts(link);
    String word =
        open == null || state == null
            ? "unknown"
            : open ? "open" : state.done() ? "done" : "closed";
    return new One(
        link.id(),
        link.url(),
        link.issue(),
        link.comments(),
        link.closes(),
        word,
        state != null && state.reopened(),
        row.proposes().isEmpty() ? null : row.proposes(),
        posts.isEmpty() ? null : posts.getFirst().state().toLowerCase(Locale.ROOT));
  }
}
