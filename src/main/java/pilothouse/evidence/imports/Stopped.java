package pilothouse.evidence.imports;

/** The import was told to stop; what was stored stays, and the rest comes with the next import. */
public final class Stopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Stopped() {
    super("The import was stopped; what was stored stays. Import the file again for the rest.");
  }
}
