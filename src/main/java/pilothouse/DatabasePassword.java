package pilothouse;

import java.util.List;
import java.util.Map;
import pilothouse.storage.Address;
import pilothouse.storage.StorageTrouble;

/**
 * What a PostgreSQL server asks for: from a file, or from where other settings are. Never printed.
 */
final class DatabasePassword {
  private static final String PLAIN = "database_password";
  static final String FILE = "database_password_file";

  /** The settings that it may stand in. */
  static final List<String> NAMES = List.of(PLAIN, FILE);

  private final String text;

  private DatabasePassword(String text) {
    this.text = text;
  }

  /**
   * The one that was given, by the names of the settings; empty when there is none.
   *
   * @throws Refused for a file that holds none, or when there are both
   */
  static DatabasePassword of(Map<String, String> given) {
    if (given.size() > 1) {
      throw new Refused("Both %s and %s are set; keep one of them.".formatted(PLAIN, FILE));
    }
    String file = given.get(FILE);
    return new DatabasePassword(
        file == null ? given.getOrDefault(PLAIN, "") : Secrets.read(FILE, file, "password"));
  }

  /** The server of that URL, with this password where the URL has none. */
  Address at(String url) {
    Address own = Address.server(url, "");
    return own.hasPassword() ? own : Address.server(url, text);
  }

  /**
   * Where the rows are, as the settings say it.
   *
   * @throws Refused for what is no address; a password may stand in it, so it is not repeated
   */
  static Address address(SettingsSources sources) {
    String url = sources.text("database", "");
    if (url.isEmpty()) {
      return Address.folder(sources.folder());
    }
    try {
      return of(sources.texts(NAMES)).at(url);
    } catch (StorageTrouble e) {
      throw new Refused(
          "The setting database from %s is no URL of a PostgreSQL database; write postgresql://user@host:5432/name, or leave it out to store in the data folder."
              .formatted(sources.by("database")));
    }
  }

  @Override
  public String toString() {
    return text.isEmpty() ? "no password" : "a password";
  }
}
