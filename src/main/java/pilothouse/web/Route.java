package pilothouse.web;

/**
 * An address, who may use it, what answers there, and what programs are told of it.
 *
 * @param crossing whether forms of pages elsewhere are let in
 */
public record Route(
    Method method,
    String path,
    Permission permission,
    Reach reach,
    Handler handler,
    Telling telling,
    boolean crossing) {
  private static final Reach ANYWHERE = _ -> Where.ANYWHERE;

  /** One for the whole organisation, of which nothing more is told. */
  public Route(Method method, String path, Permission permission, Handler handler) {
    this(method, path, permission, _ -> Where.ORGANISATION, handler, Telling.NOTHING, false);
  }

  /** The same, told of. */
  public Route telling(Telling what) {
    return new Route(method, path, permission, reach, handler, what, crossing);
  }

  /**
   * The same, for forms of pages elsewhere too: what is sent must prove itself, for a cookie is not
   * with it.
   */
  public Route fromElsewhere() {
    return new Route(method, path, permission, reach, handler, telling, true);
  }

  /** Whether a request to that path comes to this route; each part of it stands for one part. */
  boolean isCalled(String asked) {
    return asked.matches("\\Q" + path.replaceAll("\\{[^}]*}", "\\\\E[a-z0-9-]{1,60}\\\\Q") + "\\E");
  }

  /** The same for what a request names. */
  public Route at(Reach place) {
    return new Route(method, path, permission, place, handler, telling, crossing);
  }

  /** The same for whoever may do it somewhere; the handler leaves out what is not theirs. */
  public Route anywhere() {
    return at(ANYWHERE);
  }

  /** Whether it is for whoever may do it somewhere. */
  public boolean isAnywhere() {
    return reach.equals(ANYWHERE);
  }

  /** The same for a system that the path names so. */
  public Route ofSystem(String part) {
    return at(request -> Where.system(request.part(part)));
  }

  /** The same for a repository that the path names so. */
  public Route ofRepository(String part) {
    return at(request -> Where.repository(request.part(part)));
  }

  /** The same for a team that the path names so. */
  public Route ofTeam(String part) {
    return at(request -> Where.team(request.part(part)));
  }

  /** Whether programs are told of it: all below {@code /api/}, and what else says so. */
  public boolean isTold() {
    return path.startsWith("/api/") || !telling.says().isEmpty();
  }

  /** How a route is called. */
  public enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
  }

  /** Says what a request is about, by its address alone. */
  @FunctionalInterface
  public interface Reach {
    Where of(Request request);
  }

  /** Answers one request. */
  @FunctionalInterface
  public interface Handler {
    /**
     * Answers.
     *
     * @throws NotFound when there is nothing at the address
     * @throws Refused when the request makes no sense
     */
    Answer answer(Request request);
  }

  /** A page or JSON to look at. */
  public static Route read(String path, Handler handler) {
    return new Route(Method.GET, path, Permission.READ, handler);
  }

  /** A page or JSON that names people. */
  public static Route people(String path, Handler handler) {
    return new Route(Method.GET, path, Permission.PEOPLE, handler);
  }

  /** What senders deliver, who prove themselves with the source's secret. */
  public static Route receive(String path, Handler handler) {
    return new Route(Method.POST, path, Permission.SIGNED, handler);
  }

  /** A page or JSON of one's own. */
  public static Route own(Method method, String path, Handler handler) {
    return new Route(method, path, Permission.OWN, handler).anywhere();
  }

  /** Something of one's own that is said about what is kept. */
  public static Route say(String path, Handler handler) {
    return new Route(Method.POST, path, Permission.SAY, handler);
  }

  /** Who may do what, and how the program is run. */
  public static Route administer(Method method, String path, Handler handler) {
    return new Route(method, path, Permission.ADMINISTER, handler);
  }

  /** Something that changes what is kept. */
  public static Route change(String path, Handler handler) {
    return new Route(Method.POST, path, Permission.CHANGE, handler);
  }
}
