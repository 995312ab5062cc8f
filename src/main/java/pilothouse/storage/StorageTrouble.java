package pilothouse.storage;

/** The database cannot be used; the message names it, the reason and the mend. */
public final class StorageTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StorageTrouble(String message) {
    super(message);
  }

  public StorageTrouble(String message, Throwable cause) {
    super(message, cause);
  }
}
