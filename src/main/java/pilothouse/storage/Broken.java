package pilothouse.storage;

import org.jspecify.annotations.Nullable;

/** A backup that cannot be taken; nothing was touched. */
final class Broken extends StorageTrouble {
  private static final long serialVersionUID = 1L;

  private Broken(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static Broken cut() {
    return new Broken("The backup is cut off or is none; take another copy of it.", null);
  }

  static Broken changed() {
    return new Broken(
        "The backup is not as it was written: it is damaged, cut off or was changed; take another copy of it.",
        null);
  }

  static Broken passphrase(Exception cause) {
    return new Broken(
        "This passphrase does not open the backup, or its beginning is damaged; give the one that it was made with.",
        cause);
  }

  static Broken because(String what) {
    return new Broken("The backup " + what, null);
  }
}
