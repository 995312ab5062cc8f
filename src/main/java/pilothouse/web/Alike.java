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
    return anywhere(central(path, says, takes, gives, does));
  }

  /** The same for whoever may change all of it. */
  public static List<Route> central(
      String path, String says, Class<? extends Record> takes, Class<?> gives, Changing does) {
    return List.of(
        Route.change(path, request -> form(request, does)),
        Route.change(API + path, request -> json(request, takes, does))
            .telling(Telling.of(says).takes(takes).gives(gives)));
  }

  /** The same for whoever may say something of their own somewhere. */
  public static List<Route> say(
      String path, String says, Class<? extends Record> takes, Class<?> gives, Changing does) {
    return anywhere(
        List.of(
            Route.say(path, request -> form(request, does)),
            Route.say(API + path, request -> json(request, takes, does))
                .telling(Telling.of(says).takes(takes).gives(gives))));
  }

  private static List<Route> anywhere(List<Route> routes) {
    return routes.stream().map(Route::anywhere).toList();
  }

  private static Answer form(Request request, Changing does) {
    return new Answer.Redirect(does.of(request, Sent.form(request, LONGEST)).page());
  }

  private static Answer json(Request request, Class<? extends Record> takes, Changing does) {
    return new Answer.Json(does.of(request, Sent.json(request, takes)).told());
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
