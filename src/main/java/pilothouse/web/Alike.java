package pilothouse.web;

import java.util.List;

/** What a page and the API offer alike: one handler, two addresses. */
public final class Alike {
  private static final int LONGEST = 20_000;
  private static final String API = "/api/v1";

  private Alike() {}

  /**
   * What a change made.
   *
   * @param page where the browser goes on
   * @param told what the program is answered
   */
  public record Made(String page, Object told) {}

  /** Changes something out of what was sent. */
  @FunctionalInterface
  public interface Changing {
    Made of(Request request, Sent sent);
  }

  /** What one looks at: as a page, and as a value for programs. */
  @FunctionalInterface
  public interface Looking<T> {
    T of(Request request);
  }

  /**
   * A change, for whoever may do it somewhere: the handler looks whether it is allowed there.
   *
   * @param takes the parts that a program sends
   * @param gives what a program is answered
   */
  public static List<Route> change(
      String path, String says, Class<? extends Record> takes, Class<?> gives, Changing does) {
    return changing(path, says, takes, gives, does, Permission.CHANGE);
  }

  /** The same for whoever may say something of their own there. */
  public static List<Route> say(
      String path, String says, Class<? extends Record> takes, Class<?> gives, Changing does) {
    return changing(path, says, takes, gives, does, Permission.SAY);
  }

  private static List<Route> changing(
      String path,
      String says,
      Class<? extends Record> takes,
      Class<?> gives,
      Changing does,
      Permission permission) {
    return List.of(
        new Route(
                Route.Method.POST,
                path,
                permission,
                request ->
                    new Answer.Redirect(does.of(request, Sent.form(request, LONGEST)).page()))
            .anywhere(),
        new Route(
                Route.Method.POST,
                API + path,
                permission,
                request -> new Answer.Json(does.of(request, Sent.json(request, takes)).told()))
            .anywhere()
            .telling(Telling.of(says).takes(takes).gives(gives)));
  }

  /** Something to look at, of which the handlers leave out what the caller may not see. */
  public static List<Route> look(
      String path, String says, Class<?> gives, Looking<Answer> page, Looking<?> told) {
    return List.of(
        Route.read(path, page::of).anywhere(),
        Route.read(API + path, request -> new Answer.Json(told.of(request)))
            .anywhere()
            .telling(Telling.of(says).gives(gives)));
  }

  /** A list that goes on after a key, of which a program is told a part with the next key. */
  public static List<Route> parts(
      String path, String says, Class<?> gives, Looking<Answer> page, Looking<?> told) {
    return List.of(
        Route.read(path, page::of).anywhere(),
        Route.read(API + path, request -> new Answer.Json(told.of(request)))
            .anywhere()
            .telling(
                Telling.of(says)
                    .with("after", "only those after this one, as next says")
                    .withNumber("most", "how many at once, at most " + Part.MOST)
                    .gives(gives)));
  }

  /** A list of such, told of as one. */
  public static <T> List<Route> list(
      String path, String says, Class<T> gives, Looking<Answer> page, Looking<List<T>> told) {
    return List.of(
        Route.read(path, page::of).anywhere(),
        Route.read(API + path, request -> new Answer.Json(told.of(request)))
            .anywhere()
            .telling(Telling.of(says).givesMany(gives)));
  }
}
