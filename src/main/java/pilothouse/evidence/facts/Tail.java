package pilothouse.evidence.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import pilothouse.storage.Storage;

/** Things of which something was said lately, each merged from all that was ever said of it. */
final class Tail {
  /** More rows than that are packed before they are looked at. */
  static final int LONG = 20_000;

  /** More rows than that are packed with all others, a page at a time: memory is bounded. */
  static final int ENDLESS = 200_000;

  private Tail() {}

  /**
   * One thing.
   *
   * @param seq of the last row about it
   * @param services that were ever named for it, the empty name among them where one row had none
   * @param repositories likewise
   */
  record Thing<F extends Fact>(
      F fact, Place place, long seq, Set<String> services, Set<String> repositories) {

    /** Whether it may have lain there at any time. */
    boolean mayHaveLainIn(Place other) {
      return services.contains(other.service()) && repositories.contains(other.repository());
    }
  }

  /** One row. */
  record Row<F extends Fact>(long seq, long digest, F fact) {}

  /** The last {@code seq} of each kind, by table: what has none newer need not be asked again. */
  static Map<String, Long> last(Storage storage) {
    String text =
        Forms.ALL.stream()
            .map(form -> "select '%s', max(seq) from %<s".formatted(form.table()))
            .collect(Collectors.joining(" union all "));
    Map<String, Long> last = new HashMap<>();
    storage.read(rows -> {
      rows.createQuery(text)
          .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
          .forEach(kind -> last.put(kind.getKey(), kind.getValue()));
      return true;
    });
    return last;
  }

  /** Whether more than so many rows are newer. */
  static boolean isLonger(Storage storage, Form<?> form, long since, int rowsMost) {
    return storage.read(rows ->
        rows.createQuery(
                "select 1 from %s where seq > :since order by seq limit 1 offset :long"
                    .formatted(form.table()))
            .bind("since", since)
            .bind("long", rowsMost)
            .map((row, context) -> row.getInt(1))
            .findOne()
            .isPresent());
  }

  /** The things with rows that are newer. */
  static <F extends Fact> List<Thing<F>> since(Storage storage, Form<F> form, long since) {
    String text =
        """
        select %s, digest
        from %s
        where key in (select key from %<s where seq > :since)
        order by key, digest
        """
            .formatted(RowIn.columns(form), form.table());
    List<Row<F>> rows =
        storage.read(handle ->
            handle
                .createQuery(text)
                .bind("since", since)
                .map((row, context) -> row(form, row))
                .list());
    List<Thing<F>> things = new ArrayList<>();
    Group<F> group = new Group<>(form, things::add);
    rows.forEach(group::add);
    group.end();
    return things;
  }

  /** A row with its digest behind the columns of {@link RowIn}; who said it is not read. */
  static <F extends Fact> Row<F> row(Form<F> form, ResultSet row) throws SQLException {
    return new Row<>(
        row.getLong(1), row.getLong(form.columns().size() + 5), new RowIn(row).fact(form));
  }

  /** Gathers rows of one key, which follow each other. */
  static final class Group<F extends Fact> {
    private final Form<F> form;
    private final Consumer<Thing<F>> hears;
    private final List<F> said = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private Place last = Place.NOWHERE;
    private String key = "";
    private long seq;

    Group(Form<F> form, Consumer<Thing<F>> hears) {
      this.form = form;
      this.hears = hears;
    }

    void add(Row<F> row) {
      if (!key.equals(row.fact.key())) {
        end();
        key = row.fact.key();
      }
      said.add(row.fact);
      seq = Math.max(seq, row.seq);
    }

    void end() {
      if (said.isEmpty()) {
        return;
      }
      F fact = Merge.of(said);
      Place place = place(fact);
      if (said.size() == 1) {
        hears.accept(
            new Thing<>(fact, place, seq, Set.of(place.service()), Set.of(place.repository())));
      } else {
        Set<String> services = new HashSet<>();
        Set<String> repositories = new HashSet<>();
        for (F one : said) {
          services.add(place(one).service());
          repositories.add(place(one).repository());
        }
        hears.accept(new Thing<>(fact, place, seq, services, repositories));
      }
      said.clear();
      seq = 0;
    }

    /** With the names that are there already, so that things of one place share them. */
    private Place place(F fact) {
      Place place = form.place().apply(fact);
      if (!place.equals(last)) {
        last =
            new Place(
                names.computeIfAbsent(place.service(), name -> name),
                names.computeIfAbsent(place.repository(), name -> name));
      }
      return last;
    }
  }
}
