package pilothouse.web;

/** Another program listens there already. */
public final class PortTaken extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int port;

  PortTaken(String host, int port, Throwable cause) {
    super("port " + port + " on " + host + " is taken by another program", cause);
    this.port = port;
  }

  /** The port that is taken. */
  public int port() {
    return port;
  }
}
