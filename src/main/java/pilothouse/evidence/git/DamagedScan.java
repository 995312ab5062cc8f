package pilothouse.evidence.git;

/** Stored bytes are not a scan of this version, or not whole: the repository is read again. */
public final class DamagedScan extends Exception {
  private static final long serialVersionUID = 1L;

  DamagedScan(String message) {
    super(message);
  }

  DamagedScan(String message, Throwable cause) {
    super(message, cause);
  }
}
