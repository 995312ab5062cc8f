package pilothouse.web;

/** What is asked for has an address of its own: the answer leads there. */
public final class Elsewhere extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String address;

  /** Leads to an address of this server. */
  public Elsewhere(String address) {
    super("it is at " + address, null, false, false);
    this.address = address;
  }

  String address() {
    return address;
  }
}
