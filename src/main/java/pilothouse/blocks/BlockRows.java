package pilothouse.blocks;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Instants;

/** Blocks as rows. */
final class BlockRows {
  private BlockRows() {}

  /** Differs as soon as a row came. */
  static String version(Handle rows) {
    return rows.createQuery(
            """
            select (select count(*) from focus_block_words) || ' '
              || (select count(*) from focus_calendar)
            """)
        .mapTo(String.class)
        .one();
  }

  static List<Block> all(Handle rows) {
    Map<String, String> teams = new LinkedHashMap<>();
    Map<String, List<Block.Version>> versions = new LinkedHashMap<>();
    rows.createQuery(
            """
            select block, number, team, purpose, owner, days, starts, ends, zone, since, until,
              every, pauses, at, who, who_name, why
            from focus_block_words join focus_block on id = block order by block, number
            """)
        .map((row, _) -> {
          String block = row.getString("block");
          teams.put(block, row.getString("team"));
          return versions
              .computeIfAbsent(block, _ -> new ArrayList<>())
              .add(
                  new Block.Version(
                      row.getInt("number"),
                      words(row),
                      Instants.parse(row.getString("at")),
                      row.getString("who"),
                      row.getString("who_name"),
                      row.getString("why")));
        })
        .list();
    return versions.entrySet().stream()
        .map(one -> new Block(one.getKey(), teams.getOrDefault(one.getKey(), ""), one.getValue()))
        .toList();
  }

  private static Words words(java.sql.ResultSet row) throws java.sql.SQLException {
    @Nullable String until = row.getString("until");
    Weekly weekly =
        new Weekly(
            days(row.getString("days")),
            LocalTime.parse(row.getString("starts")),
            LocalTime.parse(row.getString("ends")),
            ZoneId.of(row.getString("zone")),
            LocalDate.parse(row.getString("since")),
            until == null ? null : LocalDate.parse(until),
            row.getInt("every"));
    return new Words(
        row.getString("purpose"),
        row.getString("owner"),
        weekly,
        Pause.read(row.getString("pauses")));
  }

  private static Set<DayOfWeek> days(String numbers) {
    return Stream.of(numbers.split(" "))
        .map(number -> DayOfWeek.of(Integer.parseInt(number)))
        .collect(Collectors.toSet());
  }

  static void open(Handle rows, Block block) {
    rows.execute("insert into focus_block (id, team) values (?, ?)", block.id(), block.team());
    add(rows, block);
  }

  /** Keeps its newest version. */
  static void add(Handle rows, Block block) {
    Block.Version version = block.newest();
    Weekly weekly = version.words().weekly();
    rows.execute(
        """
        insert into focus_block_words (block, number, purpose, owner, days, starts, ends, zone,
          since, until, every, pauses, at, who, who_name, why)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        block.id(),
        version.number(),
        version.words().purpose(),
        version.words().owner(),
        weekly.days().stream()
            .map(day -> String.valueOf(day.getValue()))
            .collect(Collectors.joining(" ")),
        weekly.from().toString(),
        weekly.to().toString(),
        weekly.zone().getId(),
        weekly.since().toString(),
        weekly.last().map(LocalDate::toString).orElse(null),
        weekly.every(),
        Pause.text(version.words().pauses()),
        Instants.text(version.at()),
        version.whoId(),
        version.whoName(),
        version.why());
  }
}
