package pilothouse.debt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Storage;

/** All items, kept in memory until a row comes. */
final class DebtShelf {
  private static final Pattern NAMED = Pattern.compile("(?i)(?:td-)?(\\d{1,9})");
  private volatile @Nullable Kept kept;

  /**
   * The register at one moment.
   *
   * @param all the newest first
   */
  record Kept(String version, List<Item> all, Map<Integer, Item> byNumber, Rules rules) {

    /** The item of a number or a name; the one that it is the same as, where it is joined. */
    Optional<Item> find(String named) {
      var found = NAMED.matcher(named.strip());
      return found.matches()
          ? Optional.ofNullable(byNumber.get(Integer.valueOf(found.group(1))))
          : Optional.empty();
    }

    /** Whether any of them says where it is in code, so that it can be measured. */
    boolean isPlaced() {
      return all.stream().anyMatch(one -> !one.words().spots().isEmpty());
    }
  }

  /** As it is now. */
  Kept now(Storage storage) {
    return storage.read(rows -> {
      String version = DebtRows.version(rows);
      Kept before = kept;
      if (before == null || !before.version().equals(version)) {
        before = kept(version, DebtRows.all(rows), Rules.of(Rules.rows(rows)));
        kept = before;
      }
      return before;
    });
  }

  private static Kept kept(String version, List<Item> rows, Rules rules) {
    List<Item> all = joined(rows);
    Map<Integer, Item> byNumber = new HashMap<>();
    all.forEach(item -> byNumber.put(item.number(), item));
    return new Kept(version, List.copyOf(all), byNumber, rules);
  }

  /** What is the same as another item gives that one its sources. */
  private static List<Item> joined(List<Item> rows) {
    Map<String, String> same = new HashMap<>();
    rows.stream()
        .filter(item -> item.state() == State.JOINED)
        .forEach(item ->
            item.last(Turn.Kind.JOINED).ifPresent(turn -> same.put(item.id(), turn.about())));
    if (same.isEmpty()) {
      return rows;
    }
    Map<String, List<Sighting>> given = new HashMap<>();
    for (Item item : rows) {
      String target = target(same, item.id());
      if (!target.equals(item.id())) {
        given.computeIfAbsent(target, _ -> new ArrayList<>()).addAll(item.seen());
      }
    }
    return rows.stream().map(item -> with(item, given.get(item.id()))).toList();
  }

  private static String target(Map<String, String> same, String id) {
    String at = id;
    for (int step = 0; step <= same.size() && same.containsKey(at); step++) {
      at = same.getOrDefault(at, at);
    }
    return at;
  }

  private static Item with(Item item, @Nullable List<Sighting> more) {
    if (more == null) {
      return item;
    }
    List<Sighting> seen = new ArrayList<>(item.seen());
    seen.addAll(more);
    return new Item(item.id(), item.number(), item.opened(), item.now(), item.turns(), seen);
  }

  /** A text by which two are alike: its letters and digits. */
  static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
