package pilothouse.debt.interest;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import pilothouse.debt.interest.Interest.Place;

/** Finds the names that an item means: those where it says, and what its files were called. */
final class Naming {
  /** So many present names are enough to say where something moved. */
  private static final int SAID = 5;

  private final Merged.Names names;

  /** Indexes of names by repository and text. */
  private final int[] order;

  /** What a name's file was called before: offsets, and names. */
  private final int[] earlierStart;

  private final int[] earlier;

  private Naming(Merged.Names names, int[] order, int[] earlierStart, int[] earlier) {
    this.names = names;
    this.order = order;
    this.earlierStart = earlierStart;
    this.earlier = earlier;
  }

  /** The names of an item, and where it is now. */
  record Found(int[] names, Place place, List<String> now) {}

  static Naming of(Merged.Names names) {
    Integer[] boxed = new Integer[names.size()];
    Arrays.setAll(boxed, i -> i);
    Arrays.parallelSort(
        boxed,
        Comparator.<Integer>comparingInt(i -> names.repository()[i])
            .thenComparing(i -> names.path()[i]));
    int[] start = new int[names.size() + 1];
    for (int name = 0; name < names.size(); name++) {
      start[names.now()[name] < 0 ? 0 : names.now()[name] + 1]++;
    }
    start[0] = 0;
    Arrays.parallelPrefix(start, Integer::sum);
    int[] earlier = new int[start[names.size()]];
    int[] next = start.clone();
    for (int name = 0; name < names.size(); name++) {
      if (names.now()[name] >= 0) {
        earlier[next[names.now()[name]]++] = name;
      }
    }
    int[] order = Arrays.stream(boxed).mapToInt(Integer::intValue).toArray();
    return new Naming(names, order, start, earlier);
  }

  Found find(Item item) {
    BitSet all = new BitSet();
    TreeSet<String> now = new TreeSet<>();
    Place place = Place.UNKNOWN;
    for (Plot plot : item.plots()) {
      int repository = List.of(names.repositories()).indexOf(plot.repository());
      for (String path : repository < 0 ? List.<String>of() : plot.paths()) {
        Place here = find(repository, path, all, now);
        place = here.compareTo(place) < 0 ? here : place;
      }
    }
    List<String> said =
        place == Place.MOVED ? now.stream().limit(SAID).toList() : List.<String>of();
    return new Found(all.stream().toArray(), place, said);
  }

  private Place find(int repository, String path, BitSet all, TreeSet<String> now) {
    BitSet under = under(repository, path);
    BitSet here = new BitSet();
    BitSet elsewhere = new BitSet();
    under.stream()
        .forEach(name -> {
          int present = names.now()[name];
          if (present == name) {
            here.set(name);
          } else if (present >= 0) {
            elsewhere.set(present);
          }
        });
    BitSet followed = here.isEmpty() ? elsewhere : here;
    all.or(under);
    followed.stream()
        .forEach(name -> {
          for (int i = earlierStart[name]; i < earlierStart[name + 1]; i++) {
            all.set(earlier[i]);
          }
        });
    if (here.isEmpty()) {
      elsewhere.stream().forEach(name -> now.add(names.path()[name]));
    }
    return !here.isEmpty()
        ? Place.HERE
        : !elsewhere.isEmpty() ? Place.MOVED : under.isEmpty() ? Place.UNKNOWN : Place.GONE;
  }

  /** All that stand at the path or in it, whenever. */
  private BitSet under(int repository, String path) {
    BitSet under = new BitSet();
    if (path.isEmpty()) {
      add(under, at(repository, ""), at(repository + 1, ""));
    } else {
      add(under, at(repository, path), at(repository, path + "\0"));
      add(under, at(repository, path + "/"), at(repository, path + "0"));
    }
    return under;
  }

  private void add(BitSet set, int from, int to) {
    for (int i = from; i < to; i++) {
      set.set(order[i]);
    }
  }

  /** The first place in the order that is not before the name. */
  private int at(int repository, String path) {
    int low = 0;
    int high = order.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int name = order[middle];
      int compared = Integer.compare(names.repository()[name], repository);
      compared = compared == 0 ? names.path()[name].compareTo(path) : compared;
      low = compared < 0 ? middle + 1 : low;
      high = compared < 0 ? high : middle;
    }
    return low;
  }
}
