package pilothouse.evidence.facts;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32C;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Storage;

/**
 * Merged facts, packed by kind and place, so that a first look need not read and merge everything
 * that was ever said. They may be deleted at any time.
 */
final class Packs {
  /** The form of the bytes; packs of another form are as good as none. */
  static final int FORM = 2;

  private static final int CHECKSUM = 4;

  private final Storage storage;

  Packs(Storage storage) {
    this.storage = storage;
  }

  /**
   * What there is of one place.
   *
   * @param seq of the last row that has a part in it
   */
  record Entry(int things, long seq) {}

  /** The bytes of one place with what they hold. */
  record Pack(Place place, Entry entry, byte[] bytes) {

    static <F extends Fact> Pack of(Form<F> form, Place place, List<F> facts, long seq) {
      var out = new PackOut(form);
      facts.forEach(fact -> out.fact(form, fact));
      byte[] packed = out.bytes();
      byte[] bytes = ByteBuffer.allocate(CHECKSUM + packed.length).putInt(0).put(packed).array();
      ByteBuffer.wrap(bytes).putInt(checksum(bytes));
      return new Pack(place, new Entry(facts.size(), seq), bytes);
    }

    /** The facts; null when the bytes are damaged. */
    <F extends Fact> @Nullable List<F> facts(Form<F> form, UnaryOperator<String> person) {
      if (bytes.length < CHECKSUM || ByteBuffer.wrap(bytes).getInt() != checksum(bytes)) {
        return null;
      }
      return new PackIn(bytes, CHECKSUM, bytes.length, person).facts(form, entry.things);
    }
  }

  private static int checksum(byte[] bytes) {
    var checksum = new CRC32C();
    checksum.update(bytes, CHECKSUM, bytes.length - CHECKSUM);
    return (int) checksum.getValue();
  }

  /**
   * How far the packs of a kind reach.
   *
   * @param places how many packs there are
   * @param seq up to which everything is in them
   */
  record Head(int places, long seq) {
    /** Nothing is packed. */
    static final Head NONE = new Head(0, 0);
  }

  /** How far the packs of each kind reach that are of use; by table. */
  Map<String, Head> heads() {
    return storage.read(Packs::heads);
  }

  private static Map<String, Head> heads(Handle rows) {
    Map<String, Head> heads = new HashMap<>();
    rows.createQuery("select kind, places, seq from fact_packed where form = :form")
        .bind("form", FORM)
        .map((row, context) -> Map.entry(row.getString(1), new Head(row.getInt(2), row.getLong(3))))
        .forEach(head -> heads.put(head.getKey(), head.getValue()));
    return heads;
  }

  /** What there is of a kind. */
  Map<Place, Entry> entries(Form<?> form) {
    Map<Place, Entry> entries = new HashMap<>();
    storage.read(rows -> {
      rows.createQuery("select service, repository, things, seq from fact_pack where kind = :kind")
          .bind("kind", form.table())
          .map((row, context) ->
              entries.put(
                  new Place(row.getString(1), row.getString(2)),
                  new Entry(row.getInt(3), row.getLong(4))))
          .forEach(before -> {});
      return true;
    });
    return entries;
  }

  /** The pack of one place; empty when there is none. */
  Optional<Pack> pack(Form<?> form, Place place) {
    // Plain JDBC: a page of all systems asks hundreds of times.
    return storage.read(rows -> {
      try (PreparedStatement query =
          rows.getConnection()
              .prepareStatement(
                  """
                  select things, seq, bytes
                  from fact_pack
                  where kind = ? and service = ? and repository = ?
                  """)) {
        query.setString(1, form.table());
        query.setString(2, place.service());
        query.setString(3, place.repository());
        try (ResultSet row = query.executeQuery()) {
          return row.next()
              ? Optional.of(
                  new Pack(place, new Entry(row.getInt(1), row.getLong(2)), row.getBytes(3)))
              : Optional.empty();
        }
      } catch (SQLException e) {
        throw new UnableToExecuteStatementException(e, null);
      }
    });
  }

  /**
   * Replaces packs, unless another process was quicker.
   *
   * @param before how far they reached when the new ones were made
   * @param reach how far they reach now
   * @param all whether no other packs are to stay
   * @param changed the new ones; those without things go
   */
  void replace(Form<?> form, Head before, long reach, boolean all, Collection<Pack> changed) {
    storage.write(rows -> {
      // Holds back others who pack the same kind, until this transaction ends.
      head(rows, form, "seq = fact_packed.seq", 0);
      if (!before.equals(heads(rows).getOrDefault(form.table(), Head.NONE))) {
        return false;
      }
      if (all) {
        rows.execute("delete from fact_pack where kind = ?", form.table());
      }
      changed.forEach(pack -> put(rows, form, pack));
      head(
          rows,
          form,
          """
          form = excluded.form,
          seq = excluded.seq,
          places = (select count(*) from fact_pack where fact_pack.kind = excluded.kind)
          """,
          reach);
      return true;
    });
  }

  private static void head(Handle rows, Form<?> form, String update, long reach) {
    rows.execute(
        "insert into fact_packed (kind, form, places, seq) values (?, ?, 0, ?)"
            + " on conflict (kind) do update set "
            + update,
        form.table(),
        FORM,
        reach);
  }

  private static void put(Handle rows, Form<?> form, Pack pack) {
    Place place = pack.place();
    rows.execute(
        "delete from fact_pack where kind = ? and service = ? and repository = ?",
        form.table(),
        place.service(),
        place.repository());
    if (pack.entry().things() > 0) {
      rows.execute(
          """
          insert into fact_pack (kind, service, repository, things, seq, bytes)
          values (?, ?, ?, ?, ?, ?)
          """,
          form.table(),
          place.service(),
          place.repository(),
          pack.entry().things(),
          pack.entry().seq(),
          pack.bytes());
    }
  }

  /** The facts of a pack; where they cannot be read, all packs of the kind are forgotten. */
  <F> @Nullable List<F> kept(Form<?> form, @Nullable List<F> facts) {
    if (facts == null) {
      forget(form);
    }
    return facts;
  }

  /** Forgets those of a kind, which are made anew when they are next looked for. */
  void forget(Form<?> form) {
    storage.write(rows -> rows.execute("delete from fact_packed where kind = ?", form.table()));
  }
}
