package pilothouse.web;

import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.lang.System.Logger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Languages;

/**
 * A running server. It answers {@code /health/live} and {@code /health/ready} from the moment it
 * listens; everything else waits until the program is open.
 */
public final class Web implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Web.class.getName());

  /** The most that a request may send, in bytes. */
  static final int LARGEST = 64 * 1024;

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private final Javalin server;
  private final Listener listener;
  private final Health health;

  private Web(Javalin server, Listener listener, Health health) {
    this.server = server;
    this.listener = listener;
    this.health = health;
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
   * @param exposure who can reach it, and how
   */
  public record Settings(
      String host,
      int port,
      Navigation navigation,
      Languages languages,
      @Nullable Path templates,
      @Nullable Path assets,
      Exposure exposure) {}

  /**
   * Listens and answers.
   *
   * @param opened done when the program is open; requests wait for it
   * @param guard knows who asks; asked when the program is open
   * @param probe asks the database something, and throws where that fails
   * @throws Exposed when others than this machine could reach it
   * @throws PortTaken when another program listens there
   */
  public static Web start(
      Settings settings,
      List<Route> routes,
      CompletableFuture<?> opened,
      Guard guard,
      Runnable probe) {
    settings.exposure().check(settings.host());
    Listener listener = new Listener(settings);
    Health health = new Health(opened, probe, settings.exposure().limits().probe());
    Assets assets = new Assets(settings.assets());
    Answers answers =
        new Answers(
            new Templates(settings.templates()),
            assets,
            settings,
            routes,
            request -> outside(request, opened, guard),
            guard::places);
    Gate gate = new Gate(settings.host(), settings.exposure(), routes);
    Doorstep doorstep = new Doorstep(opened, PATIENCE);
    Javalin server =
        Javalin.create(config -> {
          listener.configure(config);
          config.routes.before(gate::dress);
          config.routes.before(context -> answers.speaking(context, () -> gate.check(context)));
          Routing.open(config.routes, answers, health);
          for (Route route : routes) {
            Routing.add(config.routes, route, answers, doorstep, guard);
          }
          config.routes.after(Unread::leaveOut);
          config.routes.after(Mark::tell);
          Routing.errors(config.routes, answers);
        });
    try {
      server.start();
    } catch (JavalinBindException e) {
      throw new PortTaken(settings.host(), settings.port(), e);
    }
    return new Web(server, listener, health);
  }

  /** Pages as one file that needs nothing beside itself: styles inside, no scripts, no links. */
  public static String paper(List<Answer.Page> pages) {
    return Paper.of(pages);
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /** What was answered until now, and how fast. */
  public List<Answered> answered() {
    return listener.traffic().answered();
  }

  /** How many requests are being answered. */
  public long underWay() {
    return listener.leaving().underWay();
  }

  /** How many connections are open. */
  public long connections() {
    return listener.connections();
  }

  /** From now on it says that it is not ready, while it still answers. */
  public void retire() {
    health.stop();
  }

  /** Takes nothing new, lets requests that are under way end, for a time, and stops. */
  @Override
  public void close() {
    retire();
    listener.announceEnd(server.jettyServer().server());
    try {
      server.stop();
    } catch (JavalinException e) {
      if (!(e.getCause() instanceof TimeoutException)) {
        throw e;
      }
      // Requests outlasted the time for goodbyes and were cut off; all has stopped nevertheless.
      LOG.log(Logger.Level.INFO, "some requests took longer than it waits when it stops");
    }
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
}
