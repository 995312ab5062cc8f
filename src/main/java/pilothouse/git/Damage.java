package pilothouse.git;

/** One object cannot be read; it is counted as missing and the scan goes on. */
final class Damage extends Exception {
  private static final long serialVersionUID = 1L;

  Damage(String message) {
    super(message);
  }

  Damage(String message, Throwable cause) {
    super(message, cause);
  }
}
