package pilothouse.views;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.History;
import pilothouse.metrics.Scope;
import pilothouse.metrics.Window;
import pilothouse.text.Texts;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;
import pilothouse.web.Request;

/** Finds what a request looks at, and keeps what was computed for it. */
public final class Views implements AutoCloseable {
  private final Supplier<? extends Source> source;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Readings readings = new Readings();

  /**
   * Views.
   *
   * @param source where histories are, asked only after the program is open
   */
  public Views(Supplier<? extends Source> source, InstantSource clock, ZoneId zone) {
    this.source = source;
    this.clock = clock;
    this.zone = zone;
  }

  /** Every repository that is known. */
  public List<Sounding> soundings() {
    return source.get().soundings();
  }

  /**
   * The repository that a request names.
   *
   * @throws NotFound when there is none of that name
   */
  public Sounding sounding(Request request) {
    return sounding(request.part("repository"));
  }

  /**
   * The repository of that name, however its slashes are written.
   *
   * @throws NotFound when there is none
   */
  public Sounding sounding(String name) {
    String asked = name.replace('/', '~');
    for (Sounding sounding : soundings()) {
      if (sounding.repository().replace('/', '~').equals(asked)) {
        return sounding;
      }
    }
    throw new NotFound(
        Texts.say("views.views.no-repository-called-has", asked),
        Texts.say("views.views.see-systems-for-those"));
  }

  /** Begins to read a repository again. */
  public void read(Sounding sounding) {
    source.get().read(sounding.repository());
  }

  /** Forgets a repository, in the name of whoever asks. */
  void forget(Sounding sounding, Request request) {
    source.get().forget(sounding.repository(), request.caller(), request.typed("why"));
  }

  /**
   * What a request looks at, or null when nothing of its repository has been read yet.
   *
   * @throws NotFound when there is no such repository
   * @throws Refused when folder or period make no sense
   */
  public @Nullable View find(Request request) {
    Sounding sounding = sounding(request);
    String base = View.base(sounding);
    Bridge.leave(request, "/systems", below(base, request.path()));
    View view = view(sounding, request);
    return view == null ? null : view.offering(offered(request, sounding.repository()));
  }

  /** The same on a page that names no repository, for there is only one. */
  public @Nullable View look(Sounding sounding, Request request) {
    Bridge.leave(request, "/systems", "");
    View view = view(sounding, request);
    return view == null ? null : view.offering(offered(request, sounding.repository()));
  }

  /** The page that is looked at, where another repository has one like it. */
  private static String below(String base, String path) {
    String page = path.startsWith(base + "/") ? path.substring(base.length() + 1) : "";
    return page.equals("file") ? "files" : page;
  }

  /** What one may switch to from a repository. */
  private List<Aim.Group> offered(Request request, String repository) {
    return bridge()
        .offered(
            request,
            new Aim(Aim.Kind.REPOSITORY, repository),
            Texts.say("helm.repositories"),
            repositories());
  }

  /** All repositories, as scopes. */
  public List<Aim> repositories() {
    return soundings().stream()
        .map(sounding -> new Aim(Aim.Kind.REPOSITORY, sounding.repository()))
        .toList();
  }

  /** What else than a repository may be looked at. */
  public Bridge bridge() {
    return new Bridge(source.get().scopes());
  }

  /** The period that a request names, as a switch of several repositories has it. */
  public static View.Span span(Request request) {
    return Period.of(request.query("period"), request.query("from"), request.query("to")).span();
  }

  /** The last day of the period that a request names. */
  public LocalDate lastDay(Request request) {
    Period period = Period.of(request.query("period"), request.query("from"), request.query("to"));
    LocalDate to = period.to();
    return to == null ? LocalDate.ofInstant(clock.instant(), zone) : to;
  }

  /** The same, for a repository that is known already. */
  public @Nullable View view(Sounding sounding, Request request) {
    return view(sounding, request, request.query("folder"));
  }

  /** The same for a folder that the request does not name. */
  public @Nullable View view(Sounding sounding, Request request, @Nullable String folder) {
    Period period = Period.of(request.query("period"), request.query("from"), request.query("to"));
    History history = source.get().history(sounding.repository());
    if (history == null) {
      return null;
    }
    Scope scope = new Scope(sounding.repository(), folder == null ? "" : folder);
    Period.Look look = period.look(history, clock.instant(), zone);
    return new View(sounding, history, scope, look.window(), look.span(), List.of());
  }

  /**
   * What a request looks at.
   *
   * @throws NotFound when there is no such repository or nothing of it has been read yet
   */
  public View view(Request request) {
    View view = find(request);
    if (view == null) {
      throw new NotFound(
          Texts.say("views.views.nothing-of-this-repository"),
          Texts.say("views.views.its-first-page-shows"));
    }
    return view;
  }

  /** A folder of a repository through a window; null when nothing of it has been read yet. */
  public @Nullable View look(String repository, String folder, Window window) {
    for (Sounding sounding : soundings()) {
      History history =
          sounding.repository().equals(repository) ? source.get().history(repository) : null;
      if (history != null) {
        Scope scope = new Scope(repository, folder);
        return new View(sounding, history, scope, window, Stretch.days(window), List.of());
      }
    }
    return null;
  }

  /** All that has been read, each through its usual period. */
  public List<View> usual() {
    List<View> usual = new ArrayList<>();
    for (Sounding sounding : soundings()) {
      History history = source.get().history(sounding.repository());
      if (history != null) {
        Period.Look look = Period.USUAL.look(history, clock.instant(), zone);
        Scope scope = Scope.all(sounding.repository());
        usual.add(new View(sounding, history, scope, look.window(), look.span(), List.of()));
      }
    }
    return usual;
  }

  /** What was computed under that name for the view, computed now if it was not. */
  public <T> T keep(String what, Class<T> type, View view, Supplier<? extends T> compute) {
    return readings.of(what, type, view, compute);
  }

  /** The clock that pages tell "3 minutes ago" by. */
  public InstantSource clock() {
    return clock;
  }

  /** The zone in which days end. */
  public ZoneId zone() {
    return zone;
  }

  /** Stops computing. */
  @Override
  public void close() {
    readings.close();
  }
}
