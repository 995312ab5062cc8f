package pilothouse.git;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The needed objects and the bases of their deltas as trees, so that each is decoded once: bases
 * before what is made from them. A node's number says nothing; -1 stands for none.
 */
final class Forest {
  private static final int NONE = -1;
  private final Objects objects;
  private final Pack.Header header = new Pack.Header();
  private final LongIntMap numbers;
  private long[] places;
  private int[] bases;
  private int[] blobs;
  private int size;
  private int[] firstChild = {};
  private int[] nextSibling = {};
  private int[] weights = {};
  private int[] roots = {};

  /** Makes the trees for all blobs of the pairs. */
  Forest(Objects objects, Pairs pairs) {
    this.objects = objects;
    int expected = pairs.blobCount() * 5 / 4 + 16;
    numbers = new LongIntMap(expected);
    places = new long[expected];
    bases = new int[expected];
    blobs = new int[expected];
    for (int blob = 0; blob < pairs.blobCount(); blob++) {
      int node = grow(pairs.place(blob)); // first: growing makes the arrays anew
      blobs[node] = blob;
    }
    link();
  }

  /** Adds an object and its bases; returns its node. */
  private int grow(long place) {
    int there = numbers.get(place);
    if (there >= 0) {
      return there;
    }
    int first = add(place);
    int node = first;
    long base = base(place);
    while (base >= 0) {
      int known = numbers.get(base);
      bases[node] = known >= 0 ? known : size;
      if (known >= 0) {
        break;
      }
      node = add(base);
      base = base(base);
    }
    return first;
  }

  private long base(long place) {
    if (!Objects.isPacked(place)) {
      return NONE;
    }
    try {
      objects.pack(place).header(Objects.offset(place), header);
    } catch (IndexOutOfBoundsException broken) {
      return NONE;
    }
    return header.base < 0 ? NONE : Objects.sibling(place, header.base);
  }

  private int add(long place) {
    if (size == places.length) {
      places = Arrays.copyOf(places, size * 2);
      bases = Arrays.copyOf(bases, size * 2);
      blobs = Arrays.copyOf(blobs, size * 2);
    }
    numbers.put(place, size);
    places[size] = place;
    bases[size] = NONE;
    blobs[size] = NONE;
    return size++;
  }

  /** Links children, the heaviest first; a stack then pops it last, when its base can go. */
  private void link() {
    firstChild = new int[size];
    nextSibling = new int[size];
    Arrays.fill(firstChild, NONE);
    Arrays.fill(nextSibling, NONE);
    weigh();
    for (int node = 0; node < size; node++) {
      int base = bases[node];
      if (base >= 0) {
        int heaviest = firstChild[base];
        if (heaviest < 0 || weights[node] >= weights[heaviest]) {
          nextSibling[node] = heaviest;
          firstChild[base] = node;
        } else {
          nextSibling[node] = nextSibling[heaviest];
          nextSibling[heaviest] = node;
        }
      }
    }
    roots =
        IntStream.range(0, size)
            .filter(node -> bases[node] < 0)
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer node) -> -weights[node])
                    .thenComparingLong(node -> places[node]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /** Counts the nodes of each tree below, leaves first. */
  private void weigh() {
    weights = new int[size];
    int[] children = new int[size];
    for (int node = 0; node < size; node++) {
      if (bases[node] >= 0) {
        children[bases[node]]++;
      }
    }
    int[] ready = new int[size];
    int count = 0;
    for (int node = 0; node < size; node++) {
      if (children[node] == 0) {
        ready[count++] = node;
      }
    }
    for (int i = 0; i < count; i++) {
      int node = ready[i];
      weights[node]++;
      int base = bases[node];
      if (base >= 0) {
        weights[base] += weights[node];
        if (--children[base] == 0) {
          ready[count++] = base;
        }
      }
    }
  }

  int size() {
    return size;
  }

  /** Nodes without a base, the heaviest trees first. */
  int[] roots() {
    return roots;
  }

  long place(int node) {
    return places[node];
  }

  int base(int node) {
    return bases[node];
  }

  /** The blob that the node is, or -1 for one that is only a base. */
  int blob(int node) {
    return blobs[node];
  }

  int firstChild(int node) {
    return firstChild[node];
  }

  int nextSibling(int node) {
    return nextSibling[node];
  }
}
