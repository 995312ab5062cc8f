package pilothouse.git;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
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
  private final List<Pack> packs = new ArrayList<>();
  private final List<Pack> unindexed = new ArrayList<>();
  private final List<Joined> joined = new ArrayList<>();
  private final Whole whole;
  private final int width;
  private final Map<Id, byte[]> replacements = new HashMap<>();

  /** An id that can be looked up. */
  private record Id(long first, long second) {
    static Id of(byte[] id, int at) {
      return new Id(Bytes.big(id, at), Bytes.big(id, at + 8));
    }
  }

  /** A multi-pack index with our numbers of its packs. */
  private record Joined(PackIndex index, int[] packs) {}

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
      for (Path directory : fallback == null ? directories : List.<Path>of()) {
        openPacks(directory.resolve("pack"));
      }
      whole = fallback == null ? Loose.list(directories, width) : fallback;
    } catch (IOException broken) {
      arena.close();
      throw new GitTrouble("cannot open the packs: " + broken.getMessage(), broken);
    } catch (GitTrouble broken) {
      arena.close();
      throw broken;
    }
  }

  private void openPacks(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Map<String, Integer> numbers = new HashMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.idx")) {
      List<Path> indexes = new ArrayList<>();
      files.forEach(indexes::add);
      indexes.sort(null);
      for (Path file : indexes) {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.idx$", "");
        Path data = folder.resolve(name + ".pack");
        if (Files.exists(data)) {
          numbers.put(name, packs.size());
          packs.add(Pack.of(data, name, map(data), PackIndex.of(file, map(file), width)));
        }
      }
    }
    join(folder.resolve("multi-pack-index"), numbers);
  }

  private void join(Path file, Map<String, Integer> numbers) throws IOException {
    MultiPackIndex many = Files.exists(file) ? MultiPackIndex.of(file, map(file), width) : null;
    boolean whole = many != null && numbers.keySet().containsAll(many.packs());
    if (many != null && whole) {
      joined.add(new Joined(many.index(), many.packs().stream().mapToInt(numbers::get).toArray()));
    }
    numbers.forEach((name, number) -> {
      if (many == null || !whole || !many.packs().contains(name)) {
        unindexed.add(packs.get(number));
      }
    });
  }

  private MemorySegment map(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
    }
  }

  /** From now on the objects with the ids of the keys are those with the ids of the values. */
  void replace(Map<String, String> by) {
    by.forEach((id, other) ->
        replacements.put(Id.of(HexFormat.of().parseHex(id), 0), HexFormat.of().parseHex(other)));
  }

  /** Bytes per id. */
  int width() {
    return width;
  }

  /** Where the object is, or {@link #MISSING}. */
  long find(byte[] id, int at) {
    byte[] other = replacements.isEmpty() ? null : replacements.get(Id.of(id, at));
    return other == null ? locate(id, at) : locate(other, 0);
  }

  private long locate(byte[] id, int at) {
    for (Joined many : joined) {
      int position = many.index.find(id, at);
      if (position >= 0) {
        return place(many, position);
      }
    }
    for (Pack pack : unindexed) {
      int position = pack.index().find(id, at);
      if (position >= 0) {
        return place(packs.indexOf(pack), pack.index().offset(position));
      }
    }
    int number = whole.find(id, at);
    return number < 0 ? MISSING : place(WHOLE, number);
  }

  /** Where the object is whose id starts with these eight bytes, or {@link #MISSING}. */
  long findPrefix(long first) {
    for (Joined many : joined) {
      int position = many.index.findPrefix(first);
      if (position >= 0) {
        return place(many, position);
      }
    }
    for (Pack pack : unindexed) {
      int position = pack.index().findPrefix(first);
      if (position >= 0) {
        return place(packs.indexOf(pack), pack.index().offset(position));
      }
    }
    int number = whole.findPrefix(first);
    return number < 0 ? MISSING : place(WHOLE, number);
  }

  private static long place(Joined many, int position) {
    return place(many.packs[many.index.pack(position)], many.index.offset(position));
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
