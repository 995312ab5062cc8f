package pilothouse.blocks;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Storage;

/** All blocks and what meetings ate of them, kept in memory until a row comes or the day ends. */
final class Shelf {
  /** So many full weeks are shown, and before them the one that runs. */
  static final int SHOWN = 12;

  /** So many full weeks are judged. */
  static final int JUDGED = 4;

  private final Yard yard;
  private volatile @Nullable Kept kept;

  Shelf(Yard yard) {
    this.yard = yard;
  }

  /**
   * As it is at one moment.
   *
   * @param weeks by team, the one that runs first
   */
  record Kept(
      String version,
      LocalDate day,
      List<Block> blocks,
      Map<String, List<Upload>> uploads,
      Map<String, List<Week>> weeks) {

    Optional<Block> find(String id) {
      return blocks.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    List<Block> of(String team) {
      return blocks.stream()
          .filter(one -> one.team().equals(team))
          .sorted(Comparator.comparing(one -> one.words().purpose()))
          .toList();
    }

    List<Upload> uploads(String team) {
      return uploads.getOrDefault(team, List.of());
    }

    List<Week> weeks(String team) {
      return weeks.getOrDefault(team, List.of());
    }

    /** The last full weeks together. */
    Week.Sum judged(String team) {
      return Week.Sum.of(weeks(team).stream().skip(1).limit(JUDGED).toList());
    }
  }

  Yard yard() {
    return yard;
  }

  Storage storage() {
    return yard.storage();
  }

  Kept now() {
    LocalDate day = yard.today();
    String version = storage().read(BlockRows::version);
    Kept before = kept;
    if (before == null || !before.version().equals(version) || !before.day().equals(day)) {
      before = read(day);
      kept = before;
    }
    return before;
  }

  private Kept read(LocalDate day) {
    LocalDate monday = Weekly.monday(day);
    var since = monday.minusWeeks(SHOWN + 1L).atStartOfDay(yard.zone()).toInstant();
    return storage()
        .read(rows -> {
          List<Block> blocks = BlockRows.all(rows);
          var uploads = Calendars.byTeam(MeetingRows.uploads(rows));
          var busy = MeetingRows.busy(rows, since);
          Map<String, List<Week>> weeks = new HashMap<>();
          blocks.stream()
              .collect(Collectors.groupingBy(Block::team))
              .forEach((team, own) ->
                  weeks.put(
                      team,
                      new Calendars(uploads.getOrDefault(team, List.of()), busy)
                          .weeks(own, monday, SHOWN + 1)));
          return new Kept(BlockRows.version(rows), day, blocks, uploads, weeks);
        });
  }
}
