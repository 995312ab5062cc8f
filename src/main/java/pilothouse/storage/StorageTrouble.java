package pilothouse.storage;

/** The database cannot be used; the message names it, the reason and the mend. */
public sealed class StorageTrouble extends RuntimeException permits HalfFilled {
  private static final long serialVersionUID = 1L;

  public StorageTrouble(String message) {
    super(message);
  }

  public StorageTrouble(String message, Throwable cause) {
    super(message, cause);
  }
}
