package pilothouse.evidence.facts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Storage;

/**
 * The home of facts: keeps what sources say, each statement once, in any order and however often it
 * is said; and what people say about causes.
 */
public final class Facts {
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
    Instant now = clock.instant();
    Map<Form<?>, List<Fact>> kinds = new LinkedHashMap<>();
    List<Refusal> refused = new ArrayList<>();
    for (Fact fact : facts) {
      Form<Fact> form = Forms.of(fact);
      Refusal refusal = Doubts.about(form, fact, now);
      if (refusal == null) {
        kinds.computeIfAbsent(form, kind -> new ArrayList<>()).add(fact);
      } else {
        refused.add(refusal);
      }
    }
    int taken = facts.size() - refused.size();
    long added = taken == 0 ? 0 : storage.write(rows -> write(rows, kinds, source));
    return new Receipt(facts.size(), added, taken - added, refused);
  }

  /** Writes them, and what they make known of deployments whose commit nobody named. */
  private static long write(Handle rows, Map<Form<?>, List<Fact>> kinds, String source) {
    long added = Writing.write(rows, kinds, source);
    List<Deployment> found = Bridge.over(rows, kinds.values());
    if (!found.isEmpty()) {
      Writing.write(rows, Map.of(Forms.DEPLOYMENTS, List.copyOf(found)), Bridge.SOURCE);
    }
    return added;
  }

  /** Keeps what a person says about the cause of an incident. */
  public void say(CauseWord word) {
    storage.write(rows ->
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
            word.at().toEpochMilli()));
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
