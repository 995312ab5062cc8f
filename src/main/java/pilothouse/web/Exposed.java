package pilothouse.web;

/** The server was told to listen where others could reach it, and nothing would keep them out. */
public final class Exposed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Exposed(String message) {
    super(message);
  }
}
