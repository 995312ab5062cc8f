package pilothouse.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import pilothouse.storage.Table.Column;

/** Rows in every table that there is, with every kind of value; the same seed, the same rows. */
final class AnyRows {
  private static final List<String> TEXTS =
      List.of("", "plain", "Zürich – 日本 🚢", "two\nlines\ttab", "\"quoted\" 'and' \\", "null");
  private static final double[] REALS = {0, -0.5, 1e300, 4.9e-324, Math.PI};

  /** Columns that take only some words. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("role_grant.role", "reader"),
          Map.entry("role_grant.scope", "organisation"),
          Map.entry("subscription.way", "webhook"),
          Map.entry("subscription.rhythm", "daily"),
          Map.entry("notice.state", "sent"),
          Map.entry("audience_told.way", "page"),
          Map.entry("bet.rewrite", "yes"),
          Map.entry("bet.stage", "proposed"),
          Map.entry("council.topic", "security"),
          Map.entry("council_turn.kind", "member"),
          Map.entry("customer_note.tone", "praise"),
          Map.entry("decision_words.way_back", "easy"),
          Map.entry("delegation.way_back", "easy"),
          Map.entry("debt_words.effect", "slows"),
          Map.entry("debt_words.severity", "low"),
          Map.entry("experiment.ending", "supported"),
          Map.entry("experiment.expect", "up"),
          Map.entry("experiment.guarded", "yes"),
          Map.entry("experiment_guard.side", "above"),
          Map.entry("experiment_guard_end.held", "yes"),
          Map.entry("flag_life.purpose", "release"),
          Map.entry("flag_turn.kind", "removed"),
          Map.entry("flag_words.purpose", "release"),
          Map.entry("focus.expect", "up"),
          Map.entry("focus_meeting.busy", "yes"),
          Map.entry("forum.cadence", "weekly"),
          Map.entry("forum.kind", "review"),
          Map.entry("issue_post.state", "waiting"),
          Map.entry("map_measure.level", "business"),
          Map.entry("measured_meaning.better", "up"),
          Map.entry("occasion.ending", "held"),
          Map.entry("occasion_line.kind", "decision"),
          Map.entry("prediction.expect", "up"),
          Map.entry("probe.kind", "spike"),
          Map.entry("probe.verdict", "answered"),
          Map.entry("promise.ended", "kept"),
          Map.entry("quarter_objective.fate", "keep"),
          Map.entry("roadmap_item.expect", "up"),
          Map.entry("roadmap_item.kind", "milestone"),
          Map.entry("roadmap_item.state", "open"),
          Map.entry("round_theme.weight", "once"),
          Map.entry("statement.kind", "mission"),
          Map.entry("statement_review.came", "keep"));

  private AnyRows() {}

  /** So many rows in each table that has none; a table that others refer to before those. */
  static void fill(Storage storage, Random random, int count) throws SQLException {
    List<Table> open;
    try (Snapshot snapshot = Snapshot.of(storage.database())) {
      open = new ArrayList<>(snapshot.tables());
    }
    Map<Table, AnyTable> known =
        storage.read(rows ->
            open.stream().collect(Collectors.toMap(one -> one, one -> AnyTable.of(rows, one))));
    boolean goesOn = true;
    while (goesOn) {
      goesOn =
          open.removeIf(
              table -> isFilled(storage, Objects.requireNonNull(known.get(table)), random, count));
    }
    assertEquals(List.of(), open, "tables that ask for something that is not known here");
  }

  private static boolean isFilled(Storage storage, AnyTable table, Random random, int count) {
    try {
      return storage.write(rows -> {
        if (rows.createQuery("select count(*) from " + table.name()).mapTo(long.class).one() == 0) {
          insert(rows, table, random, count);
        }
        return true;
      });
    } catch (StorageTrouble refersToNothingYet) {
      return false;
    }
  }

  private static void insert(Handle rows, AnyTable table, Random random, int count) {
    PreparedBatch insert = rows.prepareBatch(table.insert());
    for (int number = 1; number <= count; number++) {
      for (int i = 0; i < table.columns().size(); i++) {
        Column column = table.columns().get(i);
        boolean isKey = table.keys().contains(column.name());
        boolean isNull = table.open().contains(column.name()) && !isKey && random.nextInt(4) == 0;
        Object word = WORDS.get(table.name() + "." + column.name());
        Object any = isNull ? null : value(column, isKey, number, random);
        insert.bindBySqlType(i, word == null ? any : word, type(column.kind()));
      }
      insert.add();
    }
    insert.execute();
  }

  private static Object value(Column column, boolean isKey, int number, Random random) {
    return switch (column.kind()) {
      case INTEGER -> isKey ? number : random.nextInt(2);
      case REAL -> REALS[random.nextInt(REALS.length)];
      case TEXT -> isKey ? "k" + number : number + TEXTS.get(random.nextInt(TEXTS.size()));
      case BYTES -> {
        byte[] bytes = new byte[random.nextInt(3) * 500];
        random.nextBytes(bytes);
        yield bytes;
      }
    };
  }

  private static int type(Table.Kind kind) {
    return switch (kind) {
      case INTEGER -> java.sql.Types.BIGINT;
      case REAL -> java.sql.Types.DOUBLE;
      case TEXT -> java.sql.Types.VARCHAR;
      case BYTES -> java.sql.Types.BINARY;
    };
  }

  /** What of it arrives elsewhere: all but what tells of the processes that serve here. */
  static Map<String, Tally> arriving(Map<String, Tally> tallies) {
    Map<String, Tally> arriving = new LinkedHashMap<>(tallies);
    arriving.replace("lease", new Tally());
    arriving.replace("process", new Tally());
    return arriving;
  }

  /** What stands in each table, by name. */
  static Map<String, Tally> tallies(Storage storage) throws SQLException, IOException {
    Weighed weighed = Weighed.only(Progress.SILENT);
    try (Snapshot snapshot = Snapshot.of(storage.database())) {
      snapshot.into(weighed);
    }
    return weighed.tallies();
  }
}
