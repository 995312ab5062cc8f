package pilothouse.evidence.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Measurement;
import pilothouse.evidence.facts.Refusal;
import pilothouse.evidence.pull.Keeping;
import pilothouse.evidence.pull.Named;
import pilothouse.evidence.pull.PullTrouble;
import pilothouse.evidence.tables.WrittenTimes;
import pilothouse.evidence.wire.Excerpts;

/** Makes measurements of the rows of a query, and counts those that make none. */
public final class SqlRows {
  private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");
  private static final long MOST = 1_000_000;
  private static final int MOST_SCOPES = 10_000;
  private static final int SHOWN = 20;

  /** Milliseconds until the year 2500 need so many. */
  private static final int BITS = 44;

  private final Named as;
  private final WrittenTimes times;
  private final Instant latest;
  private final Consumer<List<Measurement>> keep;
  private final Map<String, Integer> scopes = new LinkedHashMap<>();

  /** The number of each time of each scope, by one number for both; NaN where rows differ. */
  private final Map<Long, Double> known = new LinkedHashMap<>();

  private final List<Refusal> shown = new ArrayList<>();
  private long rows;
  private long refused;
  private long left;
  private long twice;

  /**
   * For the rows of a query.
   *
   * @param keep gets them in the end, some thousands at a time
   */
  public SqlRows(SqlQuery query, Instant now, Consumer<List<Measurement>> keep) {
    this.as = query.as();
    this.times = new WrittenTimes(query.zone());
    this.latest = now.plus(Fact.AHEAD);
    this.keep = keep;
  }

  /** Looks whether it can be rows of numbers at all. */
  static void mustFit(int columns) {
    if (columns < 2 || columns > 3) {
      throw PullTrouble.wrong(
          "The query has %d columns, and two or three are read: a day or a time, a number and, if it differs, the scope; write select day, value from …."
              .formatted(columns));
    }
  }

  void take(ResultSet row, boolean scoped) throws SQLException {
    if (++rows > MOST) {
      rows--;
      throw PullTrouble.wrong(
          "The query has more than %,d rows, and no more are read at once; ask for a part, as with where day >= '2026-01-01'."
              .formatted(MOST));
    }
    double value = number(row.getObject(2));
    if (Double.isNaN(value)) {
      left++;
      return;
    }
    String written = row.getString(1);
    Instant at = written == null || written.length() > 100 ? null : times.read(written);
    String scope = scoped ? scope(row.getString(3)) : as.scope();
    if (at == null) {
      refuse(written, "is no day and no time", "write 2026-01-31 or 2026-01-31T12:00:00Z");
    } else if (at.isBefore(FIRST) || at.isAfter(latest)) {
      refuse(written, "lies before 1990 or more than a day in the future", "look at the unit");
    } else if (scope == null) {
      refuse(
          row.getString(3),
          "is no scope",
          "write organisation, system:checkout, team:payments or repository:acme/shop");
    } else {
      take(at, value, scope, written);
    }
  }

  private void take(Instant at, double value, String scope, @Nullable String written) {
    Integer number = scopes.get(scope);
    if (number == null && scopes.size() == MOST_SCOPES) {
      throw PullTrouble.wrong(
          "The query names more than %,d scopes; look at its third column.".formatted(MOST_SCOPES));
    }
    int known = number == null ? scopes.size() : number;
    scopes.putIfAbsent(scope, known);
    long key = ((long) known << BITS) | at.toEpochMilli();
    Double before = this.known.putIfAbsent(key, value);
    if (before == null) {
      return;
    }
    if (before == value) {
      twice++;
      return;
    }
    // None of several is the number, so the first of them is none either.
    refused += before.isNaN() ? 0 : 1;
    this.known.put(key, Double.NaN);
    refuse(
        written,
        "comes more than once for %s, with different numbers".formatted(scope),
        "sum them up with group by");
  }

  /** No more rows come: what they gave is kept, but for times whose rows differ. */
  void end() {
    List<String> names = List.copyOf(scopes.keySet());
    List<Measurement> part = new ArrayList<>();
    for (Map.Entry<Long, Double> one : known.entrySet()) {
      if (!one.getValue().isNaN()) {
        Instant at = Instant.ofEpochMilli(one.getKey() & (1L << BITS) - 1);
        String scope = names.get((int) (one.getKey() >>> BITS));
        part.add(as.at(at, one.getValue(), scope));
      }
      if (part.size() == Keeping.AT_ONCE) {
        keep.accept(List.copyOf(part));
        part.clear();
      }
    }
    if (!part.isEmpty()) {
      keep.accept(part);
    }
    known.clear();
  }

  private void refuse(@Nullable String what, String why, String mend) {
    refused++;
    if (shown.size() < SHOWN) {
      String said = what == null ? "nothing" : "“" + Excerpts.shown(what) + "”";
      shown.add(new Refusal("row %,d".formatted(rows), said, why, mend));
    }
  }

  private @Nullable String scope(@Nullable String written) {
    String scope = written == null ? "" : written.strip();
    if (scope.isEmpty()) {
      return as.scope();
    }
    String whole =
        scope.indexOf(':') < 0 && !scope.equals("organisation") ? "system:" + scope : scope;
    return Named.isScope(whole) && whole.indexOf('\0') < 0 ? whole : null;
  }

  /** NaN for what is none, and for what has no end. */
  private static double number(@Nullable Object cell) {
    if (cell instanceof Number || (cell instanceof String text && isNumber(text.strip()))) {
      double value = Double.parseDouble(cell.toString().strip());
      return Double.isFinite(value) ? value : Double.NaN;
    }
    return Double.NaN;
  }

  private static boolean isNumber(String text) {
    return text.length() < 100
        && text.matches("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?");
  }

  /** How many rows came. */
  public long rows() {
    return rows;
  }

  /** How many had nothing for their number, or something that is none. */
  public long left() {
    return left;
  }

  /** How many said the same as a row before. */
  public long twice() {
    return twice;
  }

  /** How many cannot be. */
  public long refused() {
    return refused;
  }

  /** The first of those. */
  public List<Refusal> shown() {
    return List.copyOf(shown);
  }

  /** What the numbers are of. */
  public Set<String> scopes() {
    return Set.copyOf(scopes.keySet());
  }
}
