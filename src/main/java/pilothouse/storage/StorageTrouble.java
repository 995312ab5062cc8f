package pilothouse.storage;

import org.jspecify.annotations.Nullable;

/** The database cannot be used; the message names it, the reason and the mend. */
public sealed class StorageTrouble extends RuntimeException permits HalfFilled, Broken {
  private static final long serialVersionUID = 1L;

  public StorageTrouble(String message) {
    super(message);
  }

  public StorageTrouble(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
