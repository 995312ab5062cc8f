package pilothouse.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Languages;

/**
 * A running server. It answers {@code GET /health/live} from the moment it listens; everything else
 * waits until the program is open.
 */
public final class Web implements AutoCloseable {
  /** The most that a request may send, in bytes. */
  static final int LARGEST = 64 * 1024;

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long GOODBYE_MILLIS = 2_000;
  private static final Logger JAVALIN = Logger.getLogger("io.javalin");
  private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");
  private final Javalin server;

  private Web(Javalin server) {
    this.server = server;
  }

  /**
   * Where and how to serve.
   *
   * @param host the address to listen on
   * @param port 0 takes a free one
   * @param navigation where the places are
   * @param languages what pages may be said in
   * @param templates a folder with templates to reload on each change, or null for those of the
   *     build
   * @param assets likewise the folder of our own assets
   */
  public record Settings(
      String host,
      int port,
      Navigation navigation,
      Languages languages,
      @Nullable Path templates,
      @Nullable Path assets) {}

  /**
   * Listens and answers.
   *
   * @param opened done when the program is open; requests wait for it
   * @param guard knows who asks; asked when the program is open
   * @throws Exposed when others than this machine could reach it
   * @throws PortTaken when another program listens there
   */
  public static Web start(
      Settings settings, List<Route> routes, CompletableFuture<?> opened, Guard guard) {
    refuseOthers(settings.host());
    // What it would log, the sentence that the command ends with says better.
    JAVALIN.setLevel(Level.OFF);
    JETTY.setLevel(Level.WARNING);
    Assets assets = new Assets(settings.assets());
    Answers answers =
        new Answers(
            new Templates(settings.templates()),
            assets,
            settings,
            routes,
            request -> outside(request, opened, guard));
    Gate gate = new Gate(settings.host());
    Doorstep doorstep = new Doorstep(opened, PATIENCE);
    Javalin server =
        Javalin.create(config -> {
          configure(config, settings);
          config.routes.before(gate::dress);
          config.routes.before(gate::check);
          open(config.routes, answers);
          for (Route route : routes) {
            add(config.routes, route, answers, doorstep, guard);
          }
          config.routes.after(Unread::leaveOut);
          errors(config.routes, answers);
        });
    try {
      server.start();
    } catch (JavalinBindException e) {
      throw new PortTaken(settings.host(), settings.port(), e);
    }
    return new Web(server);
  }

  /** Pages as one file that needs nothing beside itself: styles inside, no scripts, no links. */
  public static String paper(List<Answer.Page> pages) {
    return Paper.of(pages);
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /** Lets running requests end, for two seconds at most, and stops. */
  @Override
  public void close() {
    server.stop();
  }

  private static void refuseOthers(String host) {
    boolean local;
    try {
      local = InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException _) {
      throw new Exposed("This machine has no address “" + host + "”; listen on 127.0.0.1.");
    }
    if (!local) {
      throw new Exposed(
          "Listening on "
              + host
              + " would let everybody on the network read these pages, for there are no accounts"
              + " yet; listen on 127.0.0.1 and reach it through an SSH tunnel.");
    }
  }

  private static void configure(JavalinConfig config, Settings settings) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = true;
    config.http.generateEtags = true;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = LARGEST;
    config.http.compressionStrategy = CompressionStrategy.GZIP;
    config.jetty.host = settings.host();
    config.jetty.port = settings.port();
    config.jetty.modifyHttpConfiguration(Web::silence);
    config.jetty.modifyServer(Web::soften);
  }

  private static void silence(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
  }

  private static void soften(Server jetty) {
    jetty.setStopTimeout(GOODBYE_MILLIS);
    jetty.setErrorHandler(new Quiet());
    jetty.setHandler(new GracefulHandler());
  }

  private static void open(RoutesConfig routes, Answers answers) {
    routes.get("/health/live", context -> context.result("live\n"), Permission.NONE);
    routes.get("/assets/{hash}/{name}", answers::asset, Permission.NONE);
  }

  private static void add(
      RoutesConfig routes, Route route, Answers answers, Doorstep doorstep, Guard guard) {
    routes.addHttpHandler(
        kind(route.method()),
        route.path(),
        context -> {
          doorstep.await();
          Request request = new Request(context);
          request.from(guard.who(request));
          answers.speaking(
              context,
              () -> {
                Answer elsewhere = Threshold.pass(route, request);
                answers.send(context, elsewhere == null ? answered(route, request) : elsewhere);
              });
        },
        route.permission());
  }

  /** Who asks for what no route answers: the frame around the refusal shows what they may see. */
  private static Caller outside(Request request, CompletableFuture<?> opened, Guard guard) {
    try {
      return opened.isDone() && !opened.isCompletedExceptionally()
          ? guard.who(request)
          : Caller.nobody();
    } catch (Refused _) {
      return Caller.nobody();
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

  private static void errors(RoutesConfig routes, Answers answers) {
    routes.exception(NotFound.class, answers::notFound);
    routes.exception(Refused.class, answers::refused);
    routes.exception(HttpResponseException.class, answers::rejected);
    routes.exception(Exception.class, answers::broken);
  }
}
