package pilothouse.storage;

import org.jspecify.annotations.Nullable;

/** The database cannot be used; the message names it, the reason and the mend. */
public sealed class StorageTrouble extends RuntimeException permits HalfFilled, Broken {
  private static final long serialVersionUID = 1L;
  private final String plain;

  public StorageTrouble(String message) {
    this(message, message, null);
  }

  public StorageTrouble(String message, @Nullable Throwable cause) {
    this(message, message, cause);
  }

  StorageTrouble(String message, String plain, @Nullable Throwable cause) {
    super(message, cause);
    this.plain = plain;
  }

  /** The same without words of the database, which may repeat what was to be stored: for logs. */
  public String plain() {
    return plain;
  }
}
