package pilothouse;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What a backup is encrypted with: from a file, or typed where nothing shows. */
final class Passphrase {
  private static final int LONGEST = 4_096;
  private static final int SHORTEST = 12;

  private Passphrase() {}

  /** For a new backup. */
  static String chosen(@Nullable Path file, Asks asks) {
    String passphrase = file == null ? asks.hidden("Passphrase: ", LONGEST).strip() : in(file);
    if (passphrase.length() < SHORTEST) {
      throw new Refused(
          "A passphrase of at least %d characters is needed; a sentence is good."
              .formatted(SHORTEST));
    }
    if (file == null
        && asks.hears()
        && !asks.hidden("Again: ", LONGEST).strip().equals(passphrase)) {
      throw new Refused("The two are not the same; begin again.");
    }
    return passphrase;
  }

  /** For a backup that is there. */
  static String known(@Nullable Path file, Asks asks) {
    String passphrase = file == null ? asks.hidden("Passphrase: ", LONGEST).strip() : in(file);
    if (passphrase.isEmpty()) {
      throw new Refused(
          "This backup opens only with its passphrase; type it when asked, or name the file that holds it with --passphrase-file.");
    }
    return passphrase;
  }

  /** What stands in the file, without the white space around it. */
  static String in(Path file) {
    return Secrets.read("backup_passphrase_file", file.toString(), "passphrase");
  }
}
