package pilothouse.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * New databases for tests. Each test class that stores something runs on both kinds; tests that
 * start the program run on the usual kind, which {@code -Dtest.database=postgresql} changes for
 * all.
 */
public enum Databases {
  SQLITE {
    @Override
    public String empty(Path folder) {
      return folder.resolve("data").toString();
    }

    @Override
    public String create(Path folder) {
      Path data = folder.resolve("data");
      lay(data);
      return data.toString();
    }
  },
  POSTGRESQL {
    @Override
    public String empty(Path folder) {
      return made("template1");
    }

    @Override
    public String create(Path folder) {
      return made(model());
    }
  };

  private static final String FILE = "pilothouse.db";

  /** About what a new database has on a server. */
  private static final long NEW_BYTES = 7 << 20;

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Map<Path, String> OF_FOLDERS = new ConcurrentHashMap<>();
  private static @Nullable EmbeddedPostgres server;

  /** The file of SQLite with all tables and nothing in them. */
  private static byte @Nullable [] file;

  /** The name of such a database on the server. */
  private static @Nullable String model;

  private static Databases usual = named(System.getProperty("pilothouse.test.database", ""));

  private static Databases named(String name) {
    return name.isEmpty() ? SQLITE : valueOf(name.toUpperCase(java.util.Locale.ROOT));
  }

  /**
   * What to give to {@link Storage#open} for a new database: a copy of one that the program made
   * once in this JVM, for making the tables takes thirty times longer.
   */
  public abstract String create(Path folder);

  /** The same without tables, as the program finds it at its first start. */
  public abstract String empty(Path folder);

  /** Puts a new file of SQLite into a data folder that has none. */
  private static void lay(Path data) {
    Path there = data.resolve(FILE);
    if (Files.notExists(there)) {
      DataFolder.make(data);
      try {
        DataFolder.write(there, file());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static synchronized byte[] file() {
    byte[] known = file;
    if (known == null) {
      try {
        Path folder = Files.createTempDirectory(Path.of("target"), "model");
        Storage.open(folder.toString()).close();
        known = Files.readAllBytes(folder.resolve(FILE));
        file = known;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return known;
  }

  private static synchronized String model() {
    String known = model;
    if (known == null) {
      String url = made("template1");
      Storage.open(url).close();
      known = url.substring(url.lastIndexOf('/') + 1);
      model = known;
    }
    return known;
  }

  private static String made(String template) {
    String name = "test" + NUMBER.incrementAndGet();
    try (var connection = server().getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      // Copying the files costs half of copying them through the log, as is usual.
      statement.execute(
          "create database " + name + " template " + template + " strategy file_copy");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return "postgresql://postgres:postgres@localhost:" + server().getPort() + "/" + name;
  }

  /** The kind that the program runs on in tests that do not say it. */
  public static Databases usual() {
    return usual;
  }

  /** Sets the usual kind, until it is set again; what was usual before. */
  static Databases use(Databases kind) {
    Databases before = usual;
    usual = kind;
    return before;
  }

  /**
   * What belongs into the settings of a program with this data folder, twice the same for the same
   * folder: nothing for SQLite, the setting {@code database} for a server. The tables are there.
   */
  public static Map<String, String> ready(Path data) {
    if (usual == SQLITE) {
      lay(data);
      return Map.of();
    }
    return Map.of(
        "database",
        OF_FOLDERS.computeIfAbsent(
            data.toAbsolutePath().normalize(), folder -> POSTGRESQL.create(folder)));
  }

  /** The same for its environment, and it makes its tables itself. */
  public static Map<String, String> environment(Path data) {
    return usual == SQLITE ? Map.of() : Map.of("PILOTHOUSE_DATABASE", url(data));
  }

  /** The rows of a program with this data folder. */
  public static Storage of(Path data) {
    return Storage.open(address(data));
  }

  static Address address(Path data) {
    return Address.of(usual == SQLITE ? data.toString() : url(data));
  }

  /** The password of the user {@code guarded}. */
  public static final String PASSWORD = "h@rbour 7";

  /** A new database on a server that asks its owner for the password; the URL has none. */
  public static String guarded(Path folder) {
    String url = POSTGRESQL.empty(folder);
    String name = url.substring(url.lastIndexOf('/') + 1);
    try (var connection = server().getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var known = statement.executeQuery("select 1 from pg_roles where rolname = 'guarded'")) {
      if (!known.next()) {
        statement.execute("create role guarded login password '" + PASSWORD + "'");
      }
      statement.execute("alter database " + name + " owner to guarded");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return url.replace("postgres:postgres@", "guarded@");
  }

  /** How many bytes a program with this data folder has written so far; it may be running. */
  public static long bytes(Path data) {
    return usual == SQLITE
        ? data.resolve(FILE).toFile().length() + data.resolve("pilothouse.db-wal").toFile().length()
        : bytes(url(data)) - NEW_BYTES;
  }

  private static long bytes(String url) {
    try (var connection = DriverManager.getConnection(jdbc(url));
        var statement = connection.createStatement();
        var row = statement.executeQuery("select pg_database_size(current_database())")) {
      return row.next() ? row.getLong(1) : 0;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String jdbc(String url) {
    String behind = url.substring(url.indexOf('@') + 1);
    return "jdbc:postgresql://" + behind + "?user=postgres&password=postgres";
  }

  private static String url(Path data) {
    return OF_FOLDERS.computeIfAbsent(
        data.toAbsolutePath().normalize(), folder -> POSTGRESQL.empty(folder));
  }

  private static synchronized EmbeddedPostgres server() {
    if (server == null) {
      try {
        Path folder = Files.createTempDirectory("pilothouse-postgresql");
        EmbeddedPostgres started =
            EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "400")
                // Nobody needs these rows after a loss of power, nor statistics of short lives.
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("autovacuum", "off")
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("hba_file", asking().toString())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started, folder)));
        server = started;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return server;
  }

  /** Who is asked for a password. */
  private static Path asking() throws IOException {
    Path file = Files.createTempFile("pilothouse", "hba.conf");
    file.toFile().deleteOnExit();
    file.toFile().setReadable(true, false);
    return Files.writeString(
        file,
        """
        host all guarded all scram-sha-256
        host all spoken all password
        host all all all trust
        local all all trust
        """);
  }

  /** Hundreds of databases of a thousand files each: they are taken away behind us. */
  private static void stop(EmbeddedPostgres started, Path folder) {
    try {
      started.close();
      new ProcessBuilder("rm", "-rf", folder.toString()).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
