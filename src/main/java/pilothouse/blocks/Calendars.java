package pilothouse.blocks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a team's calendar.
 *
 * @param busy by the id of each, the time that its meetings take, as a union
 */
record Calendars(List<Upload> newestFirst, Map<String, List<Span>> busy) {
  Calendars {
    newestFirst = List.copyOf(newestFirst);
    busy = Map.copyOf(busy);
  }

  /** The time that meetings take, as it was told last for that day; null where nobody told. */
  @Nullable List<Span> on(LocalDate day) {
    return newestFirst.stream()
        .filter(upload -> upload.holds(day))
        .findFirst()
        .map(upload -> busy.getOrDefault(upload.id(), List.of()))
        .orElse(null);
  }

  /** So many weeks of these blocks, the newest first. */
  List<Week> weeks(List<Block> blocks, LocalDate newest, int count) {
    return IntStream.range(0, count).mapToObj(ago -> week(blocks, newest.minusWeeks(ago))).toList();
  }

  private Week week(List<Block> blocks, LocalDate monday) {
    List<Eaten> all = new ArrayList<>();
    for (Block block : blocks) {
      monday
          .datesUntil(monday.plusDays(7))
          .filter(block::isOn)
          .forEach(day -> all.add(eaten(block, day)));
    }
    all.sort(Comparator.comparing(one -> one.span().from()));
    return new Week(monday, all);
  }

  private Eaten eaten(Block block, LocalDate day) {
    Words words = block.on(day);
    Span span = words.weekly().on(day);
    List<Span> meetings = on(day);
    return new Eaten(
        block,
        words.purpose(),
        day,
        span,
        meetings == null ? null : Span.both(Span.union(List.of(span)), meetings));
  }

  /** By team. */
  static Map<String, List<Upload>> byTeam(List<Upload> newestFirst) {
    Map<String, List<Upload>> teams = new LinkedHashMap<>();
    newestFirst.forEach(one -> teams.computeIfAbsent(one.team(), _ -> new ArrayList<>()).add(one));
    return teams;
  }
}
