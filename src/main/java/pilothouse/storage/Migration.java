package pilothouse.storage;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;

/** Creates and changes the tables; apart, so that the tool is loaded only when it has work. */
final class Migration {
  /** Held here, because a logger that nobody holds forgets its level. */
  private static final Logger TOOL = Logger.getLogger("org.flywaydb");

  private Migration() {}

  static void run(Database database, Schema schema) {
    TOOL.setLevel(Level.WARNING);
    String[] folders =
        schema.files().stream()
            .map(file -> "classpath:db/" + file.substring(0, file.indexOf('/')))
            .distinct()
            .toArray(String[]::new);
    Flyway.configure(Migration.class.getClassLoader())
        .dataSource(database.source())
        .locations(folders)
        .placeholders(database.words())
        .load()
        .migrate();
  }
}
