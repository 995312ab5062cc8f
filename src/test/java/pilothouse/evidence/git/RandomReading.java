package pilothouse.evidence.git;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import pilothouse.git.Graph;
import pilothouse.git.HeadFiles;
import pilothouse.git.Rows;
import pilothouse.git.Scan;

/** Any reading that keeps to the columns' contracts, by a seed. */
final class RandomReading {
  private final Random random;

  private RandomReading(long seed) {
    this.random = new Random(seed);
  }

  static Reading of(long seed) {
    var random = new RandomReading(seed);
    int commits = random.random.nextInt(60);
    Rows rows = random.rows(commits);
    var scan =
        new Scan(
            random.graph(commits),
            rows,
            random.files(rows.paths().length, commits),
            random.tags(commits),
            random.gaps());
    return new Reading(scan, List.of(new HeadText(".mailmap", random.text())));
  }

  private Graph graph(int size) {
    int width = random.nextBoolean() ? 20 : 32;
    byte[] ids = new byte[size * width];
    random.nextBytes(ids);
    int[] start = new int[size + 1];
    var parents = new int[size * 3];
    for (int commit = 0; commit < size; commit++) {
      start[commit + 1] = start[commit] + Math.min(commit, random.nextInt(4));
      for (int i = start[commit]; i < start[commit + 1]; i++) {
        parents[i] = random.nextInt(commit);
      }
    }
    int idents = 1 + random.nextInt(5);
    return new Graph(
        size - 1,
        width,
        ids,
        start,
        Arrays.copyOf(parents, start[size]),
        BitSet.valueOf(new long[] {random.nextLong() & ((1L << size) - 1)}),
        texts(idents),
        texts(idents),
        ints(size, 0, idents),
        ints(size, 0, idents),
        times(size),
        times(size),
        zones(size),
        zones(size),
        texts(size),
        texts(size),
        reverted(size));
  }

  private Rows rows(int commits) {
    int paths = 1 + random.nextInt(20);
    int[] start = new int[commits + 1];
    for (int i = 0; i < commits; i++) {
      start[i + 1] = start[i] + random.nextInt(6);
    }
    int size = start[commits];
    int[] path = ints(size, 0, paths);
    byte[] kind = new byte[size];
    long[] old = new long[size];
    long[] fresh = new long[size];
    long[] last = new long[paths];
    for (int i = 0; i < size; i++) {
      kind[i] = (byte) "AMDT".charAt(random.nextInt(4));
      old[i] = kind[i] == 'A' ? 0 : random.nextInt(5) == 0 ? random.nextLong() : last[path[i]];
      fresh[i] = kind[i] == 'D' ? 0 : random.nextLong();
      last[path[i]] = fresh[i];
    }
    return rows(start, path, kind, old, fresh, paths);
  }

  private Rows rows(int[] start, int[] path, byte[] kind, long[] old, long[] fresh, int paths) {
    int size = path.length;
    int[] added = ints(size, -2, 1000);
    int[] deleted = ints(size, -2, 70_000);
    int[] from = new int[size];
    int[] movedTo = new int[size];
    Arrays.fill(from, -1);
    Arrays.fill(movedTo, -1);
    int[] editedAdded = added.clone();
    int[] editedDeleted = deleted.clone();
    for (int i = 1; i < size; i += 7) {
      from[i] = i - 1;
      movedTo[i - 1] = i;
      editedAdded[i] = random.nextInt(9);
      editedDeleted[i] = random.nextInt(9);
    }
    byte[][] names = new byte[paths][];
    Arrays.setAll(names, i -> bytes());
    return new Rows(
        start,
        path,
        kind,
        added,
        deleted,
        old,
        fresh,
        from,
        movedTo,
        editedAdded,
        editedDeleted,
        names);
  }

  private HeadFiles files(int paths, int commits) {
    int size = random.nextInt(paths);
    int[] runs = starts(size);
    int[] marks = starts(size);
    return new HeadFiles(
        ints(size, 0, paths),
        random.longs(size).toArray(),
        ints(size, -2, 500),
        ints(size, 0, 5000),
        runs,
        ints(runs[size], -1, Math.max(commits, 1)),
        ints(runs[size], 1, 90),
        marks,
        ints(marks[size], 1, 900),
        ints(marks[size], -1, Math.max(commits, 1)),
        texts(marks[size]));
  }

  private int[] starts(int size) {
    int[] starts = new int[size + 1];
    for (int i = 0; i < size; i++) {
      starts[i + 1] = starts[i] + random.nextInt(5);
    }
    return starts;
  }

  private List<Scan.Tag> tags(int commits) {
    var tags = new ArrayList<Scan.Tag>();
    for (int i = 0; i < commits; i += 9) {
      tags.add(new Scan.Tag("v" + i, random.nextInt(commits), random.nextLong() >> 20));
    }
    return tags;
  }

  private Scan.Gaps gaps() {
    var missing = List.of(texts(random.nextInt(3)));
    return new Scan.Gaps(
        random.nextBoolean(),
        missing,
        random.nextInt(9),
        random.nextInt(),
        7,
        random.nextBoolean());
  }

  private int[] ints(int size, int from, int to) {
    return random.ints(size, from, to).toArray();
  }

  private long[] times(int size) {
    return random.longs(size, -1L << 33, 1L << 35).toArray();
  }

  private short[] zones(int size) {
    var zones = new short[size];
    for (int i = 0; i < size; i++) {
      zones[i] = (short) random.nextInt();
    }
    return zones;
  }

  private @Nullable String[] reverted(int size) {
    var reverted = new @Nullable String[size];
    for (int i = 0; i < size; i += 1 + random.nextInt(5)) {
      reverted[i] = Long.toHexString(random.nextLong());
    }
    return reverted;
  }

  private String[] texts(int size) {
    var texts = new String[size];
    Arrays.setAll(texts, i -> text());
    return texts;
  }

  private String text() {
    return random
        .ints(random.nextInt(12), 0, 0x2ffff)
        .filter(c -> Character.isDefined(c) && (c < 0xd800 || c > 0xdfff))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private byte[] bytes() {
    byte[] bytes = new byte[1 + random.nextInt(20)];
    random.nextBytes(bytes);
    return bytes;
  }
}
