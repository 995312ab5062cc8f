package pilothouse.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.util.function.BiConsumer;

/**
 * Brings routes to the server: what is asked before one answers, and what happens when it fails.
 */
final class Routing {
  private Routing() {}

  /** What answers from the moment that the server listens. */
  static void open(RoutesConfig routes, Answers answers, Health health) {
    open(routes, "/health/live", health::live);
    open(routes, "/health/ready", health::ready);
    open(routes, "/assets/{hash}/{name}", answers::asset);
  }

  /** What needs no permission and does not wait until the program is open. */
  private static void open(RoutesConfig routes, String path, Handler handler) {
    routes.get(
        path,
        context -> {
          Leaving.found(path);
          handler.handle(context);
        },
        Permission.NONE);
  }

  /**
   * A route of a feature, which waits until the program is open. What senders deliver is proven by
   * the source's secret: nobody looks for an account of theirs.
   */
  static void add(
      RoutesConfig routes, Route route, Answers answers, Doorstep doorstep, Guard guard) {
    routes.addHttpHandler(
        kind(route.method()),
        route.path(),
        context -> {
          Leaving.found(route.path());
          answers.speaking(context, () -> answer(route, context, answers, doorstep, guard));
        },
        route.permission());
  }

  private static void answer(
      Route route, Context context, Answers answers, Doorstep doorstep, Guard guard) {
    doorstep.await();
    Request request = new Request(context);
    if (route.permission() != Permission.SIGNED) {
      request.from(guard.who(request));
    }
    Answer elsewhere = Threshold.pass(route, request);
    if (elsewhere == null) {
      answer(context, route, request, answers);
    } else {
      answers.send(context, elsewhere);
    }
  }

  /** Answers; what was typed into a form that is refused comes back with its page. */
  private static void answer(Context context, Route route, Request request, Answers answers) {
    try {
      answers.send(context, answered(route, request));
    } catch (Refused refused) {
      if (!answers.back(context, route, request, refused)) {
        throw refused;
      }
    }
  }

  private static HandlerType kind(Route.Method method) {
    return switch (method) {
      case GET -> HandlerType.GET;
      case POST -> HandlerType.POST;
      case PUT -> HandlerType.PUT;
      case PATCH -> HandlerType.PATCH;
      case DELETE -> HandlerType.DELETE;
    };
  }

  private static Answer answered(Route route, Request request) {
    Asking.check(route, request);
    Answer answer = route.handler().answer(request);
    Asking.checkPage(route, request);
    return answer;
  }

  /** How what is thrown is answered. */
  static void errors(RoutesConfig routes, Answers answers) {
    routes.exception(
        Elsewhere.class,
        (elsewhere, context) -> answers.send(context, new Answer.Redirect(elsewhere.address())));
    error(routes, answers, NotFound.class, answers::notFound);
    error(routes, answers, Refused.class, answers::refused);
    error(routes, answers, HttpResponseException.class, answers::rejected);
    error(routes, answers, Exception.class, answers::broken);
  }

  /** What is said of an error, too, is said in the language of whoever asked. */
  private static <E extends Exception> void error(
      RoutesConfig routes, Answers answers, Class<E> type, BiConsumer<E, Context> said) {
    routes.exception(
        type, (thrown, context) -> answers.speaking(context, () -> said.accept(thrown, context)));
  }
}
