package pilothouse.web;

/** An address, who may use it, what answers there, and what programs are told of it. */
public record Route(
    Method method, String path, Permission permission, Handler handler, Telling telling) {
  /** One of which nothing more is told. */
  public Route(Method method, String path, Permission permission, Handler handler) {
    this(method, path, permission, handler, Telling.NOTHING);
  }

  /** The same, told of. */
  public Route telling(Telling what) {
    return new Route(method, path, permission, handler, what);
  }

  /** Whether programs are told of it: all below {@code /api/}, and what else says so. */
  public boolean isTold() {
    return path.startsWith("/api/") || !telling.says().isEmpty();
  }

  /** How a route is called. */
  public enum Method {
    GET,
    POST
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

  /** Something that changes what is kept. */
  public static Route change(String path, Handler handler) {
    return new Route(Method.POST, path, Permission.CHANGE, handler);
  }
}
