package pilothouse.allocation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.work.Work;

/**
 * What was declared beside what was finished. The share by count is the pieces of the category over
 * all pieces, the unknown ones among them; the share by lines is the same of the lines that are
 * known.
 *
 * @param shares a line for each category, in the order of the rules
 * @param unknown what no rule sorts
 * @param pieces how many pieces of work were finished
 * @param uncounted of how many of them the lines are not known
 */
record Balance(List<Share> shares, Share unknown, int pieces, int uncounted) {
  /** Of fewer pieces a share says nothing: one more or less would move it by ten points. */
  static final int ENOUGH = 10;

  Balance {
    shares = List.copyOf(shares);
  }

  static Balance of(Plan plan, List<Work> finished, Rulebook rules) {
    Map<String, List<Rulebook.Sorted>> sorted = new LinkedHashMap<>();
    rules.words().forEach(word -> sorted.put(word, new ArrayList<>()));
    plan.shares().keySet().forEach(word -> sorted.putIfAbsent(word, new ArrayList<>()));
    sorted.put("", new ArrayList<>());
    for (Work work : finished) {
      Rulebook.Sorted one = rules.sort(work);
      Objects.requireNonNull(sorted.get(one.category())).add(one);
    }
    long lines = lines(sorted.values().stream().flatMap(List::stream).toList());
    List<Share> shares = new ArrayList<>();
    sorted.forEach((category, items) ->
        shares.add(
            new Share(
                category,
                plan.shares().get(category),
                items,
                lines(items),
                percent(items.size(), finished.size()),
                percent(lines(items), lines))));
    int uncounted = (int) finished.stream().filter(work -> work.lines() == null).count();
    Share unknown = shares.removeLast();
    return new Balance(shares, unknown, finished.size(), uncounted);
  }

  private static long lines(List<Rulebook.Sorted> items) {
    return items.stream()
        .map(item -> item.work().lines())
        .filter(Objects::nonNull)
        .mapToLong(Integer::longValue)
        .sum();
  }

  private static @Nullable Double percent(long some, long all) {
    return all == 0 ? null : (Double) (100.0 * some / all);
  }

  /** The sum over all categories, the unknown one among them; null where none is known. */
  @Nullable Double together(Function<Share, @Nullable Double> part) {
    List<Double> parts =
        Stream.concat(shares.stream(), Stream.of(unknown))
            .map(part)
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .toList();
    return parts.isEmpty() ? null : (Double) parts.stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Whether enough was finished to say anything of shares. */
  boolean isEnough() {
    return pieces >= ENOUGH;
  }

  /**
   * Whether the work that no rule sorts could close the gap, so that nobody knows whether it is.
   */
  boolean mayBeUnknown(Share share) {
    Double drift = share.drift();
    Double open = unknown.byCount();
    return drift != null && open != null && drift < 0 && drift + open >= 0;
  }
}
