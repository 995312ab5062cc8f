package pilothouse.storage;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/** Creates and changes the tables; apart, so that the tool is loaded only when it has work. */
final class Migration {
  /** Held here, because a logger that nobody holds forgets its level. */
  private static final Logger TOOL = Logger.getLogger("org.flywaydb");

  private Migration() {}

  static void run(Database database, Schema schema) {
    run(database, schema, false);
  }

  /** The same beside the table that tells of a filling. */
  static void runMarked(Database database, Schema schema) {
    run(database, schema, true);
  }

  private static void run(Database database, Schema schema, boolean isMarked) {
    TOOL.setLevel(Level.WARNING);
    String[] folders =
        schema.files().stream()
            .map(file -> "classpath:db/" + file.substring(0, file.indexOf('/')))
            .distinct()
            .toArray(String[]::new);
    Flyway.configure(Migration.class.getClassLoader())
        .dataSource(database.source())
        .locations(folders)
        .target(MigrationVersion.fromVersion(String.valueOf(schema.version())))
        .baselineOnMigrate(isMarked)
        .baselineVersion("0")
        .placeholders(database.words())
        .load()
        .migrate();
  }
}
