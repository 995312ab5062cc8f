package pilothouse.git;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One index over many packs (format version 1, chunks PNAM, OIDF, OIDL, OOFF, LOFF).
 *
 * @param index the ids and offsets
 * @param packs names of the packs without their endings, by the numbers that the index uses
 */
record MultiPackIndex(PackIndex index, List<String> packs) {
  private static final int MAGIC = 0x4d494458;

  /** Reads the header; null when the version or the hash is not the one expected. */
  static @Nullable MultiPackIndex of(Path file, MemorySegment map, int width) {
    if (map.byteSize() < 12 || map.get(PackIndex.INT, 0) != MAGIC) {
      throw new GitTrouble(
          file + " is no multi-pack index; remove it or `git multi-pack-index write`");
    }
    int hash = width == 20 ? 1 : 2;
    if (map.get(JAVA_BYTE, 4) != 1 || map.get(JAVA_BYTE, 5) != hash) {
      return null;
    }
    Map<String, Long> chunks = chunks(map);
    Long fanout = chunks.get("OIDF");
    Long names = chunks.get("OIDL");
    Long offsets = chunks.get("OOFF");
    Long packNames = chunks.get("PNAM");
    if (fanout == null || names == null || offsets == null || packNames == null) {
      throw new GitTrouble(file + " lacks a chunk; run `git multi-pack-index write`");
    }
    int count = map.get(PackIndex.INT, fanout + 255 * 4);
    long large = chunks.getOrDefault("LOFF", 0L);
    PackIndex index = new PackIndex(map, width, count, fanout, names, offsets, 8, large);
    return new MultiPackIndex(index, packNames(map, packNames, map.get(PackIndex.INT, 8)));
  }

  private static Map<String, Long> chunks(MemorySegment map) {
    Map<String, Long> found = new HashMap<>();
    int count = map.get(JAVA_BYTE, 6) & 0xff;
    for (int i = 0; i < count; i++) {
      byte[] name = map.asSlice(12 + 12L * i, 4).toArray(JAVA_BYTE);
      found.put(new String(name, StandardCharsets.US_ASCII), map.get(PackIndex.LONG, 16 + 12L * i));
    }
    return found;
  }

  private static List<String> packNames(MemorySegment map, long start, int count) {
    List<String> names = new ArrayList<>();
    long at = start;
    for (int i = 0; i < count; i++) {
      String name = map.getString(at, StandardCharsets.UTF_8);
      at += name.getBytes(StandardCharsets.UTF_8).length + 1;
      names.add(name.replaceFirst("\\.(idx|pack)$", ""));
    }
    return names;
  }
}
