package pilothouse.evidence.sql;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.pull.PullTrouble;

/**
 * Where numbers are read with SQL: one of the databases whose drivers are on board. It never holds
 * a password, and no message repeats what stands behind the kind of a database.
 *
 * @param file of SQLite; null for a server
 */
public record SqlAddress(String url, @Nullable Path file, String database) {
  private static final String SQLITE = "jdbc:sqlite:";
  private static final Pattern SERVER =
      Pattern.compile("jdbc:postgresql://(?<host>[^/?#]+)/(?<name>[^/?#]+)(?:\\?(?<options>.*))?");
  private static final Pattern KIND = Pattern.compile("jdbc:[a-z0-9]{1,20}:");

  /** Those that say where and how safely, and nothing about what may be done there. */
  private static final Set<String> OPTIONS =
      Set.of(
          "sslmode",
          "sslrootcert",
          "sslcert",
          "sslkey",
          "sslnegotiation",
          "channelbinding",
          "gssencmode",
          "targetservertype",
          "currentschema");

  /**
   * The address that somebody wrote.
   *
   * @throws PullTrouble for what is none, holds a user or a password, or names no file
   */
  public static SqlAddress of(String written) {
    String url = written.strip();
    if (url.startsWith(SQLITE)) {
      return file(url.substring(SQLITE.length()));
    }
    Matcher server = SERVER.matcher(url);
    if (server.matches()) {
      return server(server);
    }
    if (url.startsWith("jdbc:postgresql:")) {
      throw PullTrouble.wrong(
          "--url is no address of a PostgreSQL database; write jdbc:postgresql://host:5432/name.");
    }
    Matcher kind = KIND.matcher(url);
    throw PullTrouble.wrong(
        "--url %s cannot be read; the drivers of PostgreSQL and SQLite are on board: write jdbc:postgresql://host:5432/name or jdbc:sqlite:FILE. What another database knows, pilothouse import reads from a CSV file."
            .formatted(kind.lookingAt() ? "of " + kind.group() : "that is none of JDBC"));
  }

  private static SqlAddress server(Matcher url) {
    if (url.group("host").indexOf('@') >= 0) {
      throw named();
    }
    String options = url.group("options") == null ? "" : url.group("options");
    List<String> names =
        Arrays.stream(options.split("&", -1))
            .map(option -> option.replaceFirst("=.*", "").toLowerCase(Locale.ROOT))
            .filter(name -> !name.isEmpty())
            .toList();
    if (names.stream().anyMatch(name -> name.equals("user") || name.contains("password"))) {
      throw named();
    }
    if (!OPTIONS.containsAll(names)) {
      throw PullTrouble.wrong(
          "--url has an option that is not taken; leave it out. Taken are sslmode, sslrootcert, sslcert, sslkey, sslnegotiation, channelBinding, gssEncMode, targetServerType and currentSchema.");
    }
    return new SqlAddress(url.group(), null, url.group("name"));
  }

  private static PullTrouble named() {
    return PullTrouble.wrong(
        "--url holds a user or a password; take them out. Name the user with --user, and give the password by pilothouse seal sql_password, by SQL_PASSWORD in the environment, or in a file that the setting sql_password_file names.");
  }

  private static SqlAddress file(String name) {
    if (name.isBlank() || name.startsWith(":") || name.startsWith("file:") || name.contains("?")) {
      throw PullTrouble.wrong(
          "--url names no plain file of SQLite; write jdbc:sqlite:FILE, without options.");
    }
    try {
      Path file = Path.of(name).toAbsolutePath().normalize();
      if (Files.isRegularFile(file) && Files.isReadable(file)) {
        return new SqlAddress(SQLITE + file, file, String.valueOf(file.getFileName()));
      }
    } catch (InvalidPathException e) {
      // Said below.
    }
    throw PullTrouble.wrong(
        "There is no file %s that can be read; look how --url is written.".formatted(name));
  }

  /** As pages name it: the database or the file, without the machine. */
  public String says() {
    return "sql " + database;
  }

  @Override
  public String toString() {
    return says();
  }
}
