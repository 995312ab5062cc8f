package pilothouse.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server, through a pool of connections. */
final class Postgres implements Database {
  private static final int CONNECTIONS = 10;
  private static final long PATIENCE_MILLISECONDS = 10_000;

  /** Held here, because a logger that nobody holds forgets its level. */
  private static final Logger POOL = Logger.getLogger("com.zaxxer.hikari");

  private final String place;
  private final HikariDataSource pool;

  private Postgres(String place, HikariDataSource pool) {
    this.place = place;
    this.pool = pool;
  }

  static Postgres at(String url) {
    POOL.setLevel(Level.WARNING);
    URI uri = read(url);
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String place = "postgresql://" + address(uri);
    var config = new HikariConfig();
    config.setJdbcUrl("jdbc:" + place + query);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(PATIENCE_MILLISECONDS);
    config.setInitializationFailTimeout(-1);
    signIn(config, uri.getRawUserInfo());
    return new Postgres(place, new HikariDataSource(config));
  }

  private static URI read(String url) {
    try {
      URI uri = new URI(url);
      if (uri.getHost() == null || uri.getPath() == null || uri.getPath().length() < 2) {
        throw new URISyntaxException("", "host or database name is missing");
      }
      return uri;
    } catch (URISyntaxException e) {
      throw new StorageTrouble(
          "This is no URL of a PostgreSQL database ("
              + e.getReason()
              + "); write postgresql://user:password@host:5432/name.");
    }
  }

  private static String address(URI uri) {
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return uri.getHost() + port + uri.getRawPath();
  }

  private static void signIn(HikariConfig config, @Nullable String userInfo) {
    if (userInfo == null) {
      return;
    }
    int colon = userInfo.indexOf(':');
    config.setUsername(plain(colon < 0 ? userInfo : userInfo.substring(0, colon)));
    if (colon >= 0) {
      config.setPassword(plain(userInfo.substring(colon + 1)));
    }
  }

  private static String plain(String encoded) {
    return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public String place() {
    return place;
  }

  @Override
  public ConnectionFactory connections() {
    return pool::getConnection;
  }

  @Override
  public ConnectionFactory durable() {
    return connections();
  }

  @Override
  public <T> T inTurn(Supplier<T> write) {
    return write.get();
  }

  @Override
  public DataSource source() {
    return pool;
  }

  @Override
  public Map<String, String> words() {
    return Map.of(
        "strict", "",
        "blob", "bytea",
        "long", "bigint",
        "real", "double precision",
        "id", "bigint generated always as identity primary key",
        "fulltext",
            """
            create table search_word (rowid bigint not null primary key, words tsvector not null);
            create index search_word_in on search_word using gin (words)
            """);
  }

  @Override
  public FullText fullText() {
    return FullText.POSTGRESQL;
  }

  @Override
  public <T> T alone(Supplier<T> work) {
    return work.get();
  }

  /** The server watches over its own files. */
  @Override
  public String soundness() {
    return "select 'ok'";
  }

  @Override
  public void close() {
    pool.close();
  }
}
