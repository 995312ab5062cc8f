package pilothouse;

import java.util.List;
import java.util.Map;
import pilothouse.storage.Address;
import pilothouse.storage.StorageTrouble;

/** The address of the database with its password, which comes from a file or the environment. */
final class DatabasePassword {
  private static final String PLAIN = "database_password";
  private static final String FILE = "database_password_file";

  /** The settings that a password may stand in. */
  static final List<String> NAMES = List.of(PLAIN, FILE);

  private DatabasePassword() {}

  /**
   * Where the rows are, as the settings say it.
   *
   * @throws Refused for what is no address, or a password that cannot be read; without showing it
   */
  static Address address(SettingsSources sources) {
    String url = sources.text("database", "");
    if (url.isEmpty()) {
      return Address.folder(sources.folder());
    }
    if (!Address.isServer(url)) {
      throw wrong(sources);
    }
    try {
      return Address.server(url, password(sources));
    } catch (StorageTrouble e) {
      throw wrong(sources);
    }
  }

  /** The password alone; empty when none is set. */
  static String password(SettingsSources sources) {
    Map<String, String> given = sources.texts(NAMES);
    if (given.size() > 1) {
      throw new Refused("Both %s and %s are set; keep one of them.".formatted(PLAIN, FILE));
    }
    String file = given.get(FILE);
    return file == null ? given.getOrDefault(PLAIN, "") : Secrets.read(FILE, file, "password");
  }

  /** Does not repeat what was given: a password may stand in it. */
  private static Refused wrong(SettingsSources sources) {
    return new Refused(
        "The setting database from %s is no URL of a PostgreSQL database; write postgresql://user@host:5432/name, or leave it out to store in the data folder."
            .formatted(sources.by("database")));
  }
}
