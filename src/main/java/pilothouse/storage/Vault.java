package pilothouse.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Values that nobody reads who has only the database or a copy of it: AES-GCM, each value under a
 * key of its own, and that key under the one of a file outside the database. A value is bound to
 * its name: rows that were exchanged do not open.
 */
public final class Vault {
  private static final String ROWS = "select name, key_id, wrapped, body, sealed_at from sealed ";
  private static final String BEGINNING =
      "where substr(name, 1, :length) = :beginning order by name";
  private static final RowMapper<Row> ROW =
      (row, context) ->
          new Row(
              row.getString(1),
              row.getString(2),
              row.getBytes(3),
              row.getBytes(4),
              Instants.parse(row.getString(5)));

  private final Storage storage;
  private final KeyFile keys;
  private final InstantSource clock;
  private final AesGcm aes;

  /**
   * A vault in that storage.
   *
   * @param keyFile made with a new key when something is first sealed
   */
  public Vault(Storage storage, Path keyFile, InstantSource clock) {
    this.storage = storage;
    SecureRandom random = new SecureRandom();
    this.keys = new KeyFile(keyFile, random);
    this.aes = new AesGcm(random);
    this.clock = clock;
  }

  /** What is sealed under a name, and since when; never the value. */
  public record Kept(String name, Instant at) {}

  /** The same with the value. */
  public record Opened(String name, Instant at, String value) {}

  private record Row(String name, String key, byte[] wrapped, byte[] body, Instant at) {}

  /**
   * Seals a value, in place of the one that the name had.
   *
   * @param also what is written in the same transaction
   */
  public void seal(String name, String value, Consumer<Handle> also) {
    seal(
        name,
        value,
        """
        do update set key_id = excluded.key_id, wrapped = excluded.wrapped,
          body = excluded.body, sealed_at = excluded.sealed_at
        """,
        also);
  }

  private void seal(String name, String value, String known, Consumer<Handle> also) {
    var first = keys.keys().firstEntry();
    SecretKey own = AesGcm.key();
    byte[] body = aes.encrypted(own, value.getBytes(UTF_8), name);
    byte[] wrapped = aes.encrypted(first.getValue(), own.getEncoded(), name);
    storage.writeDurably(rows -> {
      rows.execute(
          """
          insert into sealed (name, key_id, wrapped, body, sealed_at) values (?, ?, ?, ?, ?)
          on conflict (name)\
          """
              + known,
          name,
          first.getKey(),
          wrapped,
          body,
          Instants.text(clock.instant()));
      also.accept(rows);
      return true;
    });
    follow(name, own, first.getKey());
  }

  /** The value of a name; where there is none, this one is sealed, unless another was quicker. */
  public String openOr(String name, Supplier<String> made) {
    Optional<String> there = open(name);
    if (there.isPresent()) {
      return there.get();
    }
    seal(name, made.get(), "do nothing", _ -> {});
    return open(name).orElseThrow();
  }

  /** A new key that came into use meanwhile did not find the value, and the old one goes. */
  private void follow(String name, SecretKey own, String used) {
    var first = keys.keys().firstEntry();
    if (!first.getKey().equals(used)) {
      byte[] wrapped = aes.encrypted(first.getValue(), own.getEncoded(), name);
      storage.writeDurably(rows ->
          rows.execute(
              "update sealed set key_id = ?, wrapped = ? where name = ? and key_id = ?",
              first.getKey(),
              wrapped,
              name,
              used));
    }
  }

  /**
   * The value of a name; empty when nothing is sealed under it.
   *
   * @throws StorageTrouble when its key is not in the file, or it was tampered with
   */
  public Optional<String> open(String name) {
    return find(name).map(Opened::value);
  }

  /** The same, with when it was sealed. */
  Optional<Opened> find(String name) {
    return storage.read(rows -> row(rows, name)).map(row -> opened(row, keys.known()));
  }

  /** All whose names begin so, opened. */
  List<Opened> opened(String beginning) {
    List<Row> all = storage.read(rows -> rows(rows, beginning));
    Map<String, SecretKey> known = all.isEmpty() ? Map.of() : keys.known();
    return all.stream().map(row -> opened(row, known)).toList();
  }

  /** All that is sealed, by name. */
  public List<Kept> all() {
    return all("");
  }

  /** All whose names begin so, by name. */
  List<Kept> all(String beginning) {
    return storage.read(rows ->
        rows.createQuery("select name, sealed_at from sealed " + BEGINNING)
            .bind("length", beginning.length())
            .bind("beginning", beginning)
            .map((row, context) -> new Kept(row.getString(1), Instants.parse(row.getString(2))))
            .list());
  }

  /**
   * Names of values that do not open with the keys of the file, because theirs is not in it.
   *
   * @throws StorageTrouble when the file is there and cannot be read
   */
  public List<String> lost() {
    Map<String, SecretKey> known = keys.known();
    return storage.read(rows ->
        rows(rows, "").stream().filter(row -> !known.containsKey(row.key)).map(Row::name).toList());
  }

  /**
   * Forgets a value; whether there was one.
   *
   * @param also what is written in the same transaction, where there was one
   */
  public boolean forget(String name, Consumer<Handle> also) {
    return storage.writeDurably(rows -> {
      boolean was = rows.execute("delete from sealed where name = ?", name) > 0;
      if (was) {
        also.accept(rows);
      }
      return was;
    });
  }

  /**
   * Takes a new key into use and forgets the old one; how many values are under it now. Cut off at
   * any moment, it loses nothing: until all are under the new key, the file holds both.
   *
   * @param also what is written in the same transaction
   * @throws StorageTrouble when another process does the same
   */
  public int turn(Consumer<Handle> also) {
    try (Leases leases = new Leases(storage)) {
      if (!leases.take("new key")) {
        throw new StorageTrouble(
            "A new key is being taken into use already, or that was cut off; try again in a minute.");
      }
      return turned(also);
    }
  }

  private int turned(Consumer<Handle> also) {
    var _ = keys.keys();
    keys.add();
    SequencedMap<String, SecretKey> known = keys.keys();
    int turned =
        storage.writeDurably(rows -> {
          List<Row> all = rows(rows, "");
          all.forEach(row -> rewrap(rows, row, known));
          also.accept(rows);
          return all.size();
        });
    keys.keepFirst();
    return turned;
  }

  private void rewrap(Handle rows, Row row, SequencedMap<String, SecretKey> known) {
    byte[] own = AesGcm.decrypted(key(row, known), row.wrapped, row.name);
    var first = known.firstEntry();
    rows.execute(
        "update sealed set key_id = ?, wrapped = ? where name = ?",
        first.getKey(),
        aes.encrypted(first.getValue(), own, row.name),
        row.name);
  }

  private Opened opened(Row row, Map<String, SecretKey> known) {
    byte[] own = AesGcm.decrypted(key(row, known), row.wrapped, row.name);
    byte[] value = AesGcm.decrypted(new SecretKeySpec(own, "AES"), row.body, row.name);
    return new Opened(row.name, row.at, new String(value, UTF_8));
  }

  private SecretKey key(Row row, Map<String, SecretKey> known) {
    SecretKey key = known.get(row.key);
    if (key == null) {
      throw new StorageTrouble(
          "%s is sealed with a key that is not in %s; put that file back, or seal the value again."
              .formatted(row.name, keys.file()));
    }
    return key;
  }

  private static Optional<Row> row(Handle rows, String name) {
    return rows.createQuery(ROWS + "where name = :name").bind("name", name).map(ROW).findOne();
  }

  /** The rows whose names begin so; all of them for an empty beginning. */
  private static List<Row> rows(Handle rows, String beginning) {
    return rows.createQuery(ROWS + BEGINNING)
        .bind("length", beginning.length())
        .bind("beginning", beginning)
        .map(ROW)
        .list();
  }
}
