package pilothouse.direction.bets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import pilothouse.web.Answer;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/**
 * Something to look at that a page shows and a program is told as JSON, at the same address below
 * {@code /api/v1}.
 *
 * @param telling what programs are told of it
 * @param gives what programs are given, and the page is made of
 * @param page makes the page of it
 */
public record Outlook<T>(
    String path,
    Telling telling,
    Class<T> gives,
    Function<Request, T> looks,
    BiFunction<Request, T, Answer> page) {

  /** A page of which a template is given the thing as {@code told}. */
  public static <T> BiFunction<Request, T, Answer> template(
      String template, Function<T, String> title, Function<Request, Map<String, Object>> more) {
    return (request, told) -> {
      Map<String, Object> values = new HashMap<>(more.apply(request));
      values.put("told", told);
      return Answer.page(template, title.apply(told), values);
    };
  }

  /** Both addresses; what is elsewhere is left out by whoever looks. */
  public List<Route> routes() {
    return List.of(
        Route.read(path, request -> page.apply(request, looks.apply(request))).anywhere(),
        Route.read("/api/v1" + path, request -> new Answer.Json(looks.apply(request)))
            .anywhere()
            .telling(telling.gives(gives)));
  }
}
