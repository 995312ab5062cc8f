package pilothouse.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import pilothouse.text.Texts;

/** Turns answers and errors into what goes over the wire. */
final class Answers {
  private static final Logger LOG = System.getLogger(Answers.class.getName());
  private static final String RETRY_SECONDS = "2";
  private final Templates templates;
  private final Assets assets;
  private final Web.Settings settings;
  private final Map<String, Route> pages;
  private final Signposts signposts;
  private final Returned returned;
  private final Function<Request, Caller> guard;
  private final Supplier<Whereabouts> places;

  /**
   * Answers.
   *
   * @param guard knows who asks where no route was found that asked it
   * @param places all places that there are, for forms
   */
  Answers(
      Templates templates,
      Assets assets,
      Web.Settings settings,
      List<Route> routes,
      Function<Request, Caller> guard,
      Supplier<Whereabouts> places) {
    this.templates = templates;
    this.assets = assets;
    this.settings = settings;
    this.pages =
        routes.stream()
            .filter(route -> route.method() == Route.Method.GET)
            .collect(Collectors.toMap(Route::path, route -> route, (one, two) -> one));
    this.signposts = new Signposts(routes);
    this.returned = new Returned(signposts, this::rendered);
    this.guard = guard;
    this.places = places;
  }

  /** Does something in the language that the browser asks for; programs are answered in English. */
  void speaking(Context context, Runnable work) {
    Texts language =
        isForPrograms(context)
            ? Texts.english()
            : settings.languages().of(context.header("Accept-Language"));
    try {
      language.during(() -> {
        work.run();
        return true;
      });
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  void send(Context context, Answer answer) {
    switch (answer) {
      case Answer.Page page -> {
        context.status(page.status());
        html(context, rendered(asked(context), page));
      }
      case Answer.Part part -> {
        if (!part.event().isEmpty()) {
          context.header("HX-Trigger-After-Settle", part.event());
        }
        html(context, templates.render(part.template(), part.values()));
      }
      case Answer.Json json -> json(context, "application/json", json.value());
      case Answer.Written written -> context.contentType("application/json").result(written.json());
      case Answer.Told told -> {
        context.status(told.status());
        json(context, "application/json", told.value());
      }
      case Answer.Data data -> {
        file(context, data.type(), data.file());
        context.result(data.bytes());
      }
      case Answer.Full full -> full(context, full);
      case Answer.Streamed streamed -> {
        file(context, streamed.type(), streamed.file());
        stream(context, streamed.writing());
      }
      case Answer.Keeping keeping -> {
        context.res().addHeader("Set-Cookie", keeping.cookie().header());
        send(context, keeping.answer());
      }
      case Answer.Redirect redirect -> {
        context.status(303);
        context.header("Location", redirect.address());
      }
    }
  }

  private String rendered(Request request, Answer.Page page) {
    Map<String, Object> values = new HashMap<>(page.values());
    values.put("frame", frame(request, page.title(), page.explores()));
    return templates.render(page.template(), values);
  }

  /** Brings a form back that was refused; whether there is one. */
  boolean back(Context context, Route route, Request request, Refused refused) {
    Optional<String> page = returned.page(route, request, refused);
    page.ifPresent(html -> {
      hurry(refused, context);
      context.status(refused.status());
      html(context, html);
    });
    return page.isPresent();
  }

  private static void hurry(Refused refused, Context context) {
    if (refused.isPassing()) {
      context.header("Retry-After", RETRY_SECONDS);
    }
  }

  private static void full(Context context, Answer.Full full) {
    context.status(full.status()).contentType(full.type());
    full.headers().forEach(context::header);
    context.result(full.bytes());
  }

  private static void file(Context context, String type, String name) {
    context.contentType(type);
    if (!name.isEmpty()) {
      String plain = name.replaceAll("[^\\w.-]+", "-");
      context.header("Content-Disposition", "attachment; filename=\"" + plain + "\"");
    }
  }

  private static void stream(Context context, Answer.Writing writing) {
    try {
      writing.to(context.outputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void asset(Context context) {
    Assets.Asset asset = assets.find(context.pathParam("name"));
    if (asset == null) {
      throw new NotFound(
          Texts.say("web.answers.no-file-of-that"), Texts.say("web.answers.reload-the-page"));
    }
    boolean current = assets.isCurrent(context.pathParam("hash"));
    context.header("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache");
    context.header("Vary", "Accept-Encoding");
    context.contentType(asset.type()).disableCompression();
    String accepted = context.header("Accept-Encoding");
    if (accepted != null && accepted.contains("gzip")) {
      context.header("Content-Encoding", "gzip").result(asset.zipped());
    } else {
      context.result(asset.plain());
    }
  }

  void notFound(NotFound missing, Context context) {
    String message = missing.getMessage();
    problem(context, Problem.of(404, message == null ? "" : message, missing.mend()));
  }

  void refused(Refused refused, Context context) {
    String message = refused.getMessage();
    hurry(refused, context);
    problem(context, Problem.of(refused.status(), message == null ? "" : message, refused.mend()));
  }

  void rejected(HttpResponseException rejected, Context context) {
    int status = rejected.getStatus();
    String detail =
        switch (status) {
          case 404 -> Texts.say("web.answers.no-page-has-the", context.path());
          case 405 -> Texts.say("web.answers.the-address-is-not", context.path(), context.method());
          case 413 -> Texts.say("web.answers.what-was-sent-is", Web.LARGEST / 1024);
          default -> Texts.say("web.answers.the-request-could-not");
        };
    problem(context, Problem.of(status, detail, Texts.say("web.answers.start-from-the-first")));
  }

  void broken(Exception broken, Context context) {
    LOG.log(Logger.Level.ERROR, "a request could not be answered", broken);
    String mend = Texts.say("web.answers.reload-the-page-if");
    problem(context, Problem.of(500, Texts.say("web.answers.pilothouse-made-a-mistake"), mend));
  }

  private void problem(Context context, Problem problem) {
    context.status(problem.status());
    if (context.path().startsWith("/scim/")) {
      json(context, "application/scim+json", ofScim(problem));
      return;
    }
    if (wantsJson(context)) {
      json(context, "application/problem+json", problem);
      return;
    }
    Map<String, Object> values = new HashMap<>();
    values.put("problem", problem);
    values.put("frame", frame(asked(context), problem.title(), false));
    html(context, templates.render("web/problem", values));
  }

  /** An error in the form that directories read. */
  private static Map<String, Object> ofScim(Problem problem) {
    return Map.of(
        "schemas",
        List.of("urn:ietf:params:scim:api:messages:2.0:Error"),
        "status",
        String.valueOf(problem.status()),
        "detail",
        problem.detail() + " " + problem.mend());
  }

  private static boolean isForPrograms(Context context) {
    return wantsJson(context) || context.path().matches(".*\\.(csv|jsonl|yaml|svg)|/metrics.*");
  }

  static boolean wantsJson(Context context) {
    String accept = context.header("Accept");
    return context.path().startsWith("/api/")
        || context.path().startsWith("/in/")
        || context.path().startsWith("/scim/")
        || context.path().startsWith("/v1/")
        || (accept != null && accept.contains("json") && !accept.contains("html"));
  }

  private static void json(Context context, String type, Object value) {
    context.contentType(type).result(Json.bytes(value));
  }

  private static void html(Context context, String text) {
    context.contentType("text/html; charset=utf-8").result(text);
  }

  /** What the context asks for, by whom it is known to come. */
  private Request asked(Context context) {
    Caller known = context.attribute(Request.CALLER);
    Request request = new Request(context);
    request.from(known == null ? guard.apply(request) : known);
    return request;
  }

  private Frame frame(Request request, String title, boolean explores) {
    return new Frame(
        title,
        settings.navigation().seen(request, pages),
        assets.prefix(),
        request.address(),
        explores,
        request.caller(),
        signposts.of(request),
        places);
  }
}
