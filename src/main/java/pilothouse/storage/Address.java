package pilothouse.storage;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the rows are: in a data folder, or on a PostgreSQL server. It never shows a password. */
public final class Address {
  private final Path folder;
  private final @Nullable URI server;
  private final @Nullable String user;
  private final @Nullable String password;

  private Address(
      Path folder, @Nullable URI server, @Nullable String user, @Nullable String password) {
    this.folder = folder;
    this.server = server;
    this.user = user;
    this.password = password;
  }

  /** {@code pilothouse.db} in the folder. */
  public static Address folder(Path folder) {
    return new Address(folder, null, null, null);
  }

  /** Whether the text means a server, rather than a folder. */
  public static boolean isServer(String text) {
    return text.startsWith("postgresql://") || text.startsWith("postgres://");
  }

  /** A server, or a folder. */
  public static Address of(String text) {
    return isServer(text) ? server(text, "") : folder(Path.of(text));
  }

  /**
   * A database on a server.
   *
   * @param url {@code postgresql://user:password@host:5432/name}, with options of the driver
   * @param password empty when it stands in the URL, or none is needed
   * @throws StorageTrouble for what is no such URL
   */
  public static Address server(String url, String password) {
    URI uri = read(url);
    String said = uri.getRawUserInfo();
    int colon = said == null ? -1 : said.indexOf(':');
    String user = said == null ? null : plain(colon < 0 ? said : said.substring(0, colon));
    String own = said == null || colon < 0 ? null : plain(said.substring(colon + 1));
    return new Address(Path.of(""), uri, user, password.isEmpty() ? own : password);
  }

  private static URI read(String url) {
    try {
      URI uri = new URI(url);
      if (isServer(url)
          && uri.getHost() != null
          && uri.getPath() != null
          && uri.getPath().length() > 1) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Its message would show the password.
    }
    throw new StorageTrouble(
        "This is no URL of a PostgreSQL database; write postgresql://user@host:5432/name, and %25 and the like for unusual signs.");
  }

  private static String plain(String encoded) {
    return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Whether it is a server. */
  public boolean isServer() {
    return server != null;
  }

  /** Whether a password is known already. */
  public boolean hasPassword() {
    return password != null;
  }

  /** Whether a database can be there already: a folder has none before the first start. */
  public boolean mayHaveRows() {
    return server != null || Files.exists(folder.resolve(Sqlite.FILE));
  }

  /** Whether another Pilothouse has it open at this moment. */
  public boolean isInUse() {
    if (server == null) {
      return SqliteFilling.isInUse(folder);
    }
    try (Postgres opened = Postgres.at(toString(), query(server), user, password)) {
      return opened.isInUse();
    }
  }

  /** The database there, which may be new. */
  Database database() {
    return server == null
        ? Sqlite.in(folder)
        : Postgres.at(toString(), query(server), user, password);
  }

  private static String query(URI server) {
    return server.getRawQuery() == null ? "" : server.getRawQuery();
  }

  /** The folder, or the URL without user, password and options. */
  @Override
  public String toString() {
    if (server == null) {
      return folder.toString();
    }
    String port = server.getPort() < 0 ? "" : ":" + server.getPort();
    return "postgresql://" + server.getHost() + port + server.getRawPath();
  }
}
