package pilothouse.git;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The head's files in the making: what is known of them from an earlier scan, what is read now. */
final class HeadWork {
  private static final int NONE = -1;
  private final RowBuffer rows = new RowBuffer();
  private final Earlier earlier;

  /** The same file in the earlier scan, when its content is the same, or -1. */
  private final int[] same;

  /** Files whose lines have to be told anew. */
  private final BitSet touched = new BitSet();

  private final HeadTexts.Found[] texts;
  private final int[] lines;
  private final int[][] commitOf;

  HeadWork(
      RowBuffer head, Earlier earlier, RowFinder.Found found, Tangles tangles, PathTable paths) {
    this.earlier = earlier;
    for (int row = 0; row < head.size; row++) {
      if (head.newPlace[row] != RowBuffer.GITLINK) {
        rows.add(head.path[row], 'A', RowBuffer.ABSENT, head.newPlace[row], 0, head.newBlob[row]);
      }
    }
    same = new int[rows.size];
    lines = new int[rows.size];
    Arrays.fill(lines, Rows.UNKNOWN);
    commitOf = new int[rows.size][0];
    texts = new HeadTexts.Found[rows.size];
    Arrays.fill(texts, new HeadTexts.Found(0, List.of()));
    match(found, tangles, paths);
  }

  private void match(RowFinder.Found found, Tangles tangles, PathTable paths) {
    HeadFiles before = earlier.files();
    int[] there = new int[paths.size()];
    Arrays.fill(there, NONE);
    for (int file = 0; file < before.size(); file++) {
      there[earlier.path(before.path()[file])] = file;
    }
    BitSet changed = new BitSet();
    for (int row = 0; row < found.rows().size; row++) {
      changed.set(found.rows().path[row]);
    }
    for (int file = 0; file < rows.size; file++) {
      int match = there[rows.path[file]];
      boolean sameContent = match >= 0 && before.blob()[match] == rows.newBlob[file];
      same[file] = sameContent ? match : NONE;
      boolean moot = changed.get(rows.path[file]) || tangles.has(rows.path[file]);
      touched.set(file, !sameContent || moot);
    }
  }

  int size() {
    return rows.size;
  }

  int path(int file) {
    return rows.path[file];
  }

  long place(int file) {
    return rows.newPlace[file];
  }

  /** Asks for the contents that are not known yet; returns their blobs. */
  int[] ask(Pairs pairs) {
    List<Integer> wanted = new ArrayList<>();
    for (int file = touched.nextSetBit(0); file >= 0; file = touched.nextSetBit(file + 1)) {
      if (rows.newPlace[file] >= 0) {
        wanted.add(pairs.blob(rows.newPlace[file]));
      }
    }
    return wanted.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Takes what was read in the touched files, and what was known of the others. */
  void take(Pairs pairs, HeadTexts read) {
    HeadFiles before = earlier.files();
    for (int file = 0; file < rows.size; file++) {
      if (!touched.get(file)) {
        takeOver(file, before);
      } else if (rows.newPlace[file] >= 0) {
        int blob = pairs.known(rows.newPlace[file]);
        lines[file] = pairs.lines[blob];
        texts[file] = read.of(blob);
        commitOf[file] = new int[Math.max(0, lines[file])];
      }
    }
  }

  private void takeOver(int file, HeadFiles before) {
    int there = same[file];
    lines[file] = before.lines()[there];
    List<HeadTexts.Marker> markers = new ArrayList<>();
    for (int i = before.markerStart()[there]; i < before.markerStart()[there + 1]; i++) {
      markers.add(new HeadTexts.Marker(before.markerLine()[i], before.markerText()[i]));
    }
    texts[file] = new HeadTexts.Found(before.indentation()[there], markers);
    commitOf[file] = commits(before, there);
  }

  /** By line: today's index of the commit that wrote it last, as the earlier scan found. */
  int[] commits(HeadFiles before, int file) {
    int[] commits = new int[Math.max(0, before.lines()[file])];
    int line = 0;
    for (int run = before.runStart()[file]; run < before.runStart()[file + 1]; run++) {
      int end = line + before.runLines()[run];
      Arrays.fill(commits, line, end, earlier.today(before.runCommit()[run]));
      line = end;
    }
    return commits;
  }

  BitSet touched() {
    return touched;
  }

  /** By line of a file: the commit that wrote it last; filled by tracing. */
  int[] commitOf(int file) {
    return commitOf[file];
  }

  /** The columns; paths get the numbers of these columns. */
  HeadFiles columns(Columns columns) {
    int size = rows.size;
    int[] path = new int[size];
    int[] indentation = new int[size];
    RunColumns runs = new RunColumns(size);
    MarkerColumns markers = new MarkerColumns(size);
    for (int file = 0; file < size; file++) {
      path[file] = columns.path(rows.path[file]);
      indentation[file] = texts[file].indentation();
      runs.add(file, commitOf[file]);
      markers.add(file, texts[file].markers(), commitOf[file]);
    }
    return new HeadFiles(
        path,
        Arrays.copyOf(rows.newBlob, size),
        lines,
        indentation,
        runs.start,
        runs.commit.toArray(),
        runs.lines.toArray(),
        markers.start,
        markers.line.toArray(),
        markers.commit.toArray(),
        markers.text.toArray(String[]::new));
  }
}
