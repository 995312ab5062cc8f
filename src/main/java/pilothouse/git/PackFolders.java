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
import java.util.List;
import java.util.Map;

/** Opens the packs of object directories, and maps them into memory as long as the arena lives. */
final class PackFolders {
  private final Arena arena;
  private final int width;
  private final List<Pack> packs = new ArrayList<>();
  private final List<Pack> unindexed = new ArrayList<>();
  private final List<Joined> joined = new ArrayList<>();

  /** A multi-pack index with our numbers of its packs. */
  record Joined(PackIndex index, int[] packs) {}

  /**
   * Prepares.
   *
   * @param width bytes per id
   */
  PackFolders(Arena arena, int width) {
    this.arena = arena;
    this.width = width;
  }

  /** Opens the packs that a folder holds; none where there is no such folder. */
  void open(Path folder) throws IOException {
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

  /** All packs, by our numbers. */
  List<Pack> packs() {
    return packs;
  }

  /** Packs that stand in no multi-pack index. */
  List<Pack> unindexed() {
    return unindexed;
  }

  /** The multi-pack indexes whose packs are all there. */
  List<Joined> joined() {
    return joined;
  }
}
