package pilothouse.git;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All objects of a repository. An object's place is a long: the pack's number above 40 bits of
 * offset, or {@link #WHOLE} above a number in the source of whole objects.
 */
final class Objects implements AutoCloseable {
  static final long MISSING = -1;
  private static final int OFFSET_BITS = 40;
  private static final long WHOLE = 0x3fffffL;

  private final Arena arena = Arena.ofShared();
  private final List<Pack> packs;
  private final Pack[] unindexed;

  /** The numbers of those packs among all. */
  private final int[] numbers;

  private final List<PackFolders.Joined> joined;
  private final Whole whole;
  private final int width;
  private final Replacements replacements = new Replacements();

  /**
   * Opens the packs and lists the loose objects.
   *
   * @param directories object directories, alternates included
   * @param width bytes per id
   * @param fallback reads what lies in none of the packs; null for loose objects
   */
  Objects(List<Path> directories, int width, @Nullable Whole fallback) {
    this.width = width;
    try {
      PackFolders folders = new PackFolders(arena, width);
      for (Path directory : fallback == null ? directories : List.<Path>of()) {
        folders.open(directory.resolve("pack"));
      }
      packs = folders.packs();
      unindexed = folders.unindexed().toArray(Pack[]::new);
      numbers = folders.unindexed().stream().mapToInt(packs::indexOf).toArray();
      joined = folders.joined();
      whole = fallback == null ? Loose.list(directories, width) : fallback;
    } catch (IOException broken) {
      arena.close();
      throw new GitTrouble("cannot open the packs: " + broken.getMessage(), broken);
    } catch (GitTrouble broken) {
      arena.close();
      throw broken;
    }
  }

  /** From now on the objects with the ids of the keys are those with the ids of the values. */
  void replace(Map<String, String> by) {
    replacements.add(by);
  }

  /** Bytes per id. */
  int width() {
    return width;
  }

  /** Where the object is, or {@link #MISSING}. */
  long find(byte[] id, int at) {
    byte[] other = replacements.of(id, at);
    return other == null ? locate(id, at) : locate(other, 0);
  }

  private long locate(byte[] id, int at) {
    for (PackFolders.Joined many : joined) {
      int position = many.index().find(id, at);
      if (position >= 0) {
        return place(many, position);
      }
    }
    for (int i = 0; i < unindexed.length; i++) {
      int position = unindexed[i].index().find(id, at);
      if (position >= 0) {
        return place(numbers[i], unindexed[i].index().offset(position));
      }
    }
    int number = whole.find(id, at);
    return number < 0 ? MISSING : place(WHOLE, number);
  }

  /** Where the object is whose id starts with these eight bytes, or {@link #MISSING}. */
  long findPrefix(long first) {
    for (PackFolders.Joined many : joined) {
      int position = many.index().findPrefix(first);
      if (position >= 0) {
        return place(many, position);
      }
    }
    for (int i = 0; i < unindexed.length; i++) {
      int position = unindexed[i].index().findPrefix(first);
      if (position >= 0) {
        return place(numbers[i], unindexed[i].index().offset(position));
      }
    }
    int number = whole.findPrefix(first);
    return number < 0 ? MISSING : place(WHOLE, number);
  }

  /** The whole id of an object that starts with these eight bytes; only those where unknown. */
  byte[] idOf(long first) {
    for (Pack pack : packs) {
      int position = pack.index().findPrefix(first);
      if (position >= 0) {
        return pack.index().id(position);
      }
    }
    return whole.id(first);
  }

  private static long place(PackFolders.Joined many, int position) {
    return place(many.packs()[many.index().pack(position)], many.index().offset(position));
  }

  private static long place(long pack, long offset) {
    return pack << OFFSET_BITS | offset;
  }

  /** Whether the object stands in a pack. */
  static boolean isPacked(long place) {
    return place >>> OFFSET_BITS != WHOLE;
  }

  /** The object's pack. */
  Pack pack(long place) {
    return packs.get((int) (place >>> OFFSET_BITS));
  }

  /** The object's offset in its pack. */
  static long offset(long place) {
    return place & (1L << OFFSET_BITS) - 1;
  }

  /** The same pack, another offset. */
  static long sibling(long place, long offset) {
    return place >>> OFFSET_BITS << OFFSET_BITS | offset;
  }

  /** An object that stands in no pack. */
  Whole.Content readWhole(long place) throws Damage {
    return whole.read((int) offset(place));
  }

  @Override
  public void close() {
    arena.close();
  }
}
