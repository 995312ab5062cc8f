package pilothouse.evidence.facts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.storage.Storage;

/**
 * The home of facts: keeps what sources say, each statement once, in any order and however often it
 * is said; and what people say about causes.
 */
public final class Facts {
  private static final int KEYS_AT_ONCE = 500;
  private final Storage storage;
  private final InstantSource clock;
  private final Stocks stocks;

  public Facts(Storage storage, InstantSource clock) {
    this.storage = storage;
    this.clock = clock;
    this.stocks = new Stocks(storage);
  }

  /**
   * Keeps what a source says: all that can be, in one transaction. What cannot be is refused and
   * hinders nothing else.
   *
   * @param facts of any kinds; up to some 50,000 at a time
   * @param source who says so: {@code github}, {@code import deployments.csv}
   */
  public Receipt add(Collection<? extends Fact> facts, String source) {
    Heard heard = Heard.of(facts, clock.instant());
    long added = heard.taken() == 0 ? 0 : write(List.of(heard), source).getFirst();
    return heard.receipt(added);
  }

  /**
   * Keeps what a source says in several deliveries, one after the other but in one transaction: a
   * receipt for each, the same as if each had been added alone.
   */
  public List<Receipt> addEach(List<List<Fact>> told, String source) {
    Instant now = clock.instant();
    List<Heard> all = told.stream().map(facts -> Heard.of(facts, now)).toList();
    if (all.stream().mapToInt(Heard::taken).sum() == 0) {
      return all.stream().map(heard -> heard.receipt(0)).toList();
    }
    List<Long> added = write(all, source);
    List<Receipt> receipts = new ArrayList<>(all.size());
    for (int i = 0; i < all.size(); i++) {
      receipts.add(all.get(i).receipt(added.get(i)));
    }
    return receipts;
  }

  /** Writes them, and what they make known of deployments whose commit nobody named. */
  private List<Long> write(List<Heard> all, String source) {
    return storage.write(rows -> {
      List<Long> added = Writing.write(rows, all.stream().map(Heard::kinds).toList(), source);
      List<List<Fact>> written =
          all.stream().flatMap(heard -> heard.kinds().values().stream()).toList();
      List<Deployment> found = Bridge.over(rows, written);
      if (!found.isEmpty()) {
        Writing.write(rows, List.of(Map.of(Forms.DEPLOYMENTS, List.copyOf(found))), Bridge.SOURCE);
      }
      return added;
    });
  }

  /**
   * Keeps what a person says about the cause of an incident.
   *
   * @param who says it
   * @param service whose incident it is
   */
  public void say(CauseWord word, Who who, String service) {
    storage.write(rows -> {
      rows.execute(
          """
          insert into cause_word (seq, incident, deployment, said, said_by, why, at)
          values (?, ?, ?, ?, ?, ?, ?)
          """,
          Writing.tick(rows, 1),
          word.incident(),
          word.deployment(),
          word.said().name(),
          word.by(),
          word.why(),
          word.at().toEpochMilli());
      Journal.write(rows, entry(word, who, service));
      return true;
    });
  }

  private static Entry entry(CauseWord word, Who who, String service) {
    Subject whole = Subject.service(service);
    Subject incident =
        new Subject(
            "incident",
            word.incident(),
            whole.address() + "#incidents",
            whole.place(),
            whole.needs());
    String deployment = word.deployment() == null ? "none" : word.deployment();
    String what = "cause " + word.said().name().toLowerCase(Locale.ROOT);
    return Entry.of(word.at(), who, what, incident, word.why())
        .with(Map.of("deployment", deployment, "said by", word.by()));
  }

  /** All that people said about causes, oldest first. */
  public List<CauseWord> words() {
    return storage.read(rows ->
        rows.createQuery(
                """
                select incident, deployment, said, said_by, why, at
                from cause_word
                order by at, seq
                """)
            .map((row, context) ->
                new CauseWord(
                    row.getString(1),
                    row.getString(2),
                    CauseWord.Said.valueOf(row.getString(3)),
                    row.getString(4),
                    row.getString(5),
                    Instant.ofEpochMilli(row.getLong(6))))
            .list());
  }

  /** Rises with everything new that is said, by whichever process. */
  public long version() {
    return storage.read(Facts::version);
  }

  private static long version(Handle rows) {
    return rows.createQuery("select value from fact_clock")
        .map((row, context) -> row.getLong(1))
        .one();
  }

  /**
   * What sources said of a kind, in the order in which it was heard.
   *
   * @param after the last {@code seq} that is known already; 0 for the beginning
   * @param most how many at most
   */
  public <F extends Fact> List<Told<F>> told(Class<F> kind, long after, int most) {
    Form<F> form = Forms.of(kind);
    return storage.read(rows ->
        rows.createQuery(
                "select %s from %s where seq > :after order by seq limit :most"
                    .formatted(RowIn.columns(form), form.table()))
            .bind("after", after)
            .bind("most", most)
            .map((row, context) -> new RowIn(row).told(form))
            .list());
  }

  /** All that was said of one thing, in the order in which it was heard. */
  public <F extends Fact> List<Told<F>> told(Class<F> kind, String key) {
    Form<F> form = Forms.of(kind);
    return storage.read(rows ->
        rows.createQuery(
                "select %s from %s where key = :key order by seq"
                    .formatted(RowIn.columns(form), form.table()))
            .bind("key", key)
            .map((row, context) -> new RowIn(row).told(form))
            .list());
  }

  /** The same of many things, by their keys; those of which nothing was said are left out. */
  public <F extends Fact> Map<String, List<F>> told(Class<F> kind, Collection<String> keys) {
    Form<F> form = Forms.of(kind);
    Map<String, List<F>> told = new HashMap<>();
    List<String> all = keys.stream().distinct().toList();
    storage.read(rows -> {
      for (int from = 0; from < all.size(); from += KEYS_AT_ONCE) {
        rows.createQuery(
                "select %s from %s where key in (<keys>) order by seq"
                    .formatted(RowIn.columns(form), form.table()))
            .bindList("keys", all.subList(from, Math.min(all.size(), from + KEYS_AT_ONCE)))
            .map((row, context) -> new RowIn(row).told(form).fact())
            .forEach(fact -> told.computeIfAbsent(fact.key(), _ -> new ArrayList<>()).add(fact));
      }
      return true;
    });
    return told;
  }

  /** What is known of one thing, merged from all that was said of it; null when nothing was. */
  public <F extends Fact> @Nullable F known(Class<F> kind, String key) {
    List<F> said = told(kind, key).stream().map(Told::fact).toList();
    return said.isEmpty() ? null : Merge.of(said);
  }

  /**
   * Packs what was said lately where it is much, so that a first look at it is quick. Worth it
   * after an import; nothing is lost without it.
   */
  public void pack() {
    stocks.packMuch();
  }

  Stocks stocks() {
    return stocks;
  }
}
