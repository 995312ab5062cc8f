package pilothouse.direction.bets;

import java.util.Arrays;
import java.util.List;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Json;
import pilothouse.web.Permission;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;
import pilothouse.web.Where;

/**
 * Something that the form of a page and the JSON of a program do alike, at the same address below
 * {@code /api/v1}.
 *
 * @param draft a record of texts: the fields of the form, and of the JSON
 * @param says what programs are told of it
 * @param gives what programs are given
 */
public record Deed<D extends Record>(
    String path, Class<D> draft, String says, Class<?> gives, Doing<D> doing) {
  private static final String API = "/api/v1";
  private static final int LARGEST = 64 * 1024;

  /** Does it. */
  @FunctionalInterface
  public interface Doing<D> {
    Done done(Request request, D draft);
  }

  /**
   * What became of it.
   *
   * @param page where a browser goes from there
   * @param told what a program is given
   */
  public record Done(String page, Object told) {}

  /** The address for browsers and the one for programs; both leave out what is elsewhere. */
  public List<Route> routes() {
    return List.of(
        Route.change(path, this::byForm).anywhere(),
        new Route(Route.Method.POST, API + path, Permission.CHANGE, this::byProgram)
            .anywhere()
            .telling(Telling.of(says).takes(draft).gives(gives)));
  }

  /** The same for whoever may change what belongs to the whole organisation. */
  public List<Route> ofAll() {
    return routes().stream().map(route -> route.at(_ -> Where.ORGANISATION)).toList();
  }

  private Answer byForm(Request request) {
    return new Answer.Redirect(doing.done(request, Typed.form(request, draft)).page());
  }

  private Answer byProgram(Request request) {
    String what = Texts.say("bets.deed.what");
    D sent = Json.read(request.body(LARGEST), draft, what, Texts.say("bets.deed.mend", names()));
    return new Answer.Json(doing.done(request, sent).told());
  }

  private String names() {
    return String.join(
        ", ",
        Arrays.stream(draft.getRecordComponents()).map(part -> Json.name(part.getName())).toList());
  }
}
