package pilothouse.debt.interest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The wishes that can be chosen, in whole numbers, each after all that it needs; among those that
 * could stand anywhere by key.
 *
 * @param worth thousandths of what each saves
 * @param needs indexes of what each needs
 * @param unknown keys of those that cannot be chosen
 */
record Wanted(List<String> keys, int[] hours, long[] worth, int[][] needs, List<String> unknown) {
  static final double GRAIN = 1_000;

  static Wanted of(Collection<Wish> wishes) {
    List<String> circle = Circles.find(wishes);
    if (!circle.isEmpty()) {
      throw new Circular(circle);
    }
    Map<String, Wish> byKey = new TreeMap<>();
    wishes.forEach(wish -> byKey.put(wish.key(), wish));
    Map<String, Integer> places = new HashMap<>();
    List<Wish> ordered = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    byKey.keySet().forEach(key -> add(key, byKey, places, ordered, unknown));
    return new Wanted(
        ordered.stream().map(Wish::key).toList(),
        ordered.stream().mapToInt(wish -> or(wish.hours())).toArray(),
        ordered.stream().mapToLong(Wanted::worth).toArray(),
        ordered.stream().map(wish -> needs(wish, places)).toArray(int[][]::new),
        unknown.stream().sorted().toList());
  }

  private static int or(@Nullable Integer hours) {
    return hours == null ? 0 : hours;
  }

  private static long worth(Wish wish) {
    Double saving = wish.saving();
    return saving == null ? 0 : Math.round(saving * GRAIN);
  }

  private static int[] needs(Wish wish, Map<String, Integer> places) {
    return wish.needs().stream().filter(places::containsKey).mapToInt(places::get).toArray();
  }

  /** Adds a wish after what it needs; one that cannot be done gets the place −1. */
  private static void add(
      String key,
      Map<String, Wish> byKey,
      Map<String, Integer> places,
      List<Wish> ordered,
      List<String> unknown) {
    Wish wish = byKey.get(key);
    if (wish == null || places.containsKey(key) || unknown.contains(key)) {
      return;
    }
    wish.needs().forEach(need -> add(need, byKey, places, ordered, unknown));
    if (wish.hours() == null || wish.needs().stream().anyMatch(unknown::contains)) {
      unknown.add(key);
      return;
    }
    places.put(key, ordered.size());
    ordered.add(wish);
  }

  int size() {
    return hours.length;
  }

  /** All that something needs, and what that needs, itself among it. */
  BitSet[] closures() {
    BitSet[] all = new BitSet[size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = new BitSet(i + 1);
      all[i].set(i);
      for (int need : needs[i]) {
        all[i].or(all[need]);
      }
    }
    return all;
  }

  int hours(BitSet set) {
    return (int) Math.min(Integer.MAX_VALUE, set.stream().mapToLong(i -> hours[i]).sum());
  }

  long worth(BitSet set) {
    return set.stream().mapToLong(i -> worth[i]).sum();
  }

  Choice choice(Search.Found found) {
    return new Choice(
        found.set().stream().mapToObj(keys::get).toList(),
        hours(found.set()),
        worth(found.set()) / GRAIN,
        found.bound() <= worth(found.set()),
        found.bound() / GRAIN,
        unknown);
  }

  /** The greatest number that all hours are multiples of; 1 at least. */
  int grain() {
    return Math.max(1, Arrays.stream(hours).reduce(0, Wanted::common));
  }

  private static int common(int a, int b) {
    return b == 0 ? a : common(b, a % b);
  }
}
