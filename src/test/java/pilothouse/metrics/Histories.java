package pilothouse.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.Changes;
import pilothouse.evidence.Commits;
import pilothouse.evidence.Contributors;
import pilothouse.evidence.Files;
import pilothouse.evidence.History;

/**
 * Writes small histories by hand: {@code commit("2026-01-05", "ann", "+a.java 10/0", …)}. A change
 * is a mark (+ added, ~ modified, - deleted, > renamed) with a path and lines added/deleted; a
 * rename is {@code >old.java>new.java 1/1}. Each commit follows the one before unless told
 * otherwise.
 */
public final class Histories {
  private final Map<String, Integer> people = new LinkedHashMap<>();
  private final Map<String, Integer> paths = new LinkedHashMap<>();
  private final Map<String, Integer> files = new TreeMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<Commit> commits = new ArrayList<>();
  private final List<History.Tag> tags = new ArrayList<>();
  private final Map<String, Content> contents = new HashMap<>();
  private final BitSet bots = new BitSet();
  private int fileCount;
  private boolean shallow;
  private boolean counted = true;

  /** A row of changes being written. */
  private record Row(int path, int file, byte kind, int added, int deleted, int from) {}

  /** A commit being written. */
  private static final class Commit {
    final long authored;
    final long committed;
    final int author;
    final int[] parents;
    int[] coauthors = {};
    int reverts = -1;
    String subject = "change";
    boolean onHead = true;
    int lastRow;

    Commit(long authored, long committed, int author, int[] parents) {
      this.authored = authored;
      this.committed = committed;
      this.author = author;
      this.parents = parents;
    }
  }

  /** What a file of the head holds. */
  private record Content(int lines, int indentation, int[] runs, Object[] markers) {}

  /** The second of a day ("2026-01-05") or an instant ("2026-01-05T12:00:00Z"). */
  public static long at(String text) {
    return text.length() == 10
        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toEpochSecond()
        : Instant.parse(text).getEpochSecond();
  }

  /** A window in UTC. */
  public static Window window(String from, String to) {
    return new Window(
        Instant.ofEpochSecond(at(from)), Instant.ofEpochSecond(at(to)), ZoneOffset.UTC);
  }

  /** A commit after the last one. */
  public Histories commit(String at, String author, String... changes) {
    return commit(at, at, author, commits.isEmpty() ? new int[0] : new int[] {last()}, changes);
  }

  /** A commit with its own author date and parents. */
  public Histories commit(
      String authored, String committed, String author, int[] parents, String... changes) {
    Commit commit = new Commit(at(authored), at(committed), person(author), parents);
    for (String change : changes) {
      change(change);
    }
    commit.lastRow = rows.size();
    commits.add(commit);
    return this;
  }

  /** The index of the last commit. */
  public int last() {
    return commits.size() - 1;
  }

  /** Co-authors of the last commit. */
  public Histories with(String... names) {
    commits.getLast().coauthors = Arrays.stream(names).mapToInt(this::person).toArray();
    return this;
  }

  /** The last commit's subject. */
  public Histories saying(String subject) {
    commits.getLast().subject = subject;
    return this;
  }

  /** The last commit reverts another; −2 one that is not known. */
  public Histories reverting(int commit) {
    commits.getLast().reverts = commit;
    return this;
  }

  /** The last commit is reachable from tags only. */
  public Histories offHead() {
    commits.getLast().onHead = false;
    return this;
  }

  /** A tag on the last commit. */
  public Histories tag(String name, String at) {
    tags.add(new History.Tag(name, last(), at(at)));
    return this;
  }

  /** A name that is a program. */
  public Histories bot(String name) {
    bots.set(person(name));
    return this;
  }

  /** What a file holds in the end: pairs of a commit and how many lines it wrote last. */
  public Histories holds(String path, int indentation, int... runs) {
    int lines = 0;
    for (int i = 1; i < runs.length; i += 2) {
      lines += runs[i];
    }
    contents.put(path, new Content(lines, indentation, runs, new Object[0]));
    return this;
  }

  /** Marked lines of a file that holds something: triples of line, commit and text. */
  public Histories marks(String path, Object... markers) {
    Content content = known(contents, path);
    contents.put(path, new Content(content.lines, content.indentation, content.runs, markers));
    return this;
  }

  /** A clone that is cut off. */
  public Histories shallow() {
    shallow = true;
    return this;
  }

  /** Lines are not counted yet. */
  public Histories uncounted() {
    counted = false;
    return this;
  }

  private int person(String name) {
    return people.computeIfAbsent(name, n -> people.size());
  }

  private void change(String text) {
    int space = text.indexOf(' ');
    int slash = text.indexOf('/', space);
    String path = text.substring(1, space);
    int added = Integer.parseInt(text.substring(space + 1, slash));
    int deleted = Integer.parseInt(text.substring(slash + 1));
    switch (text.charAt(0)) {
      case '+' -> {
        files.put(path, fileCount++);
        row(path, path, Changes.ADDED, added, deleted, -1);
      }
      case '~' -> row(path, path, Changes.MODIFIED, added, deleted, -1);
      case '-' -> {
        row(path, path, Changes.DELETED, added, deleted, -1);
        files.remove(path);
      }
      case '>' -> {
        String old = path.substring(0, path.indexOf('>'));
        String now = path.substring(path.indexOf('>') + 1);
        row(old, old, Changes.DELETED, 0, 100, -1);
        files.put(now, known(files, old));
        files.remove(old);
        row(now, now, Changes.ADDED, added, deleted, rows.size() - 1);
      }
      default -> throw new IllegalArgumentException(text);
    }
  }

  private void row(String path, String file, byte kind, int added, int deleted, int from) {
    int index = paths.computeIfAbsent(path, p -> paths.size());
    rows.add(new Row(index, known(files, file), kind, added, deleted, from));
  }

  /** The history; the head is the last commit on the head. */
  public History build() {
    int head = last();
    while (head >= 0 && !commits.get(head).onHead) {
      head--;
    }
    String[] names = people.keySet().toArray(new String[0]);
    String[] emails =
        Arrays.stream(names).map(name -> name + "@example.org").toArray(String[]::new);
    return new History(
        "ferry",
        1,
        commits(head),
        changes(),
        paths.keySet().toArray(new String[0]),
        headFiles(),
        tags,
        new Contributors(names, emails, bots),
        new History.Coverage(shallow, 0, 0, 0, counted));
  }

  private Commits commits(int head) {
    int n = commits.size();
    byte[] ids = new byte[20 * n];
    int[] parentStart = new int[n + 1];
    int[] coauthorStart = new int[n + 1];
    List<Integer> parents = new ArrayList<>();
    List<Integer> coauthors = new ArrayList<>();
    BitSet onHead = new BitSet();
    String[] subjects = new String[n];
    for (int c = 0; c < n; c++) {
      Commit commit = commits.get(c);
      ids[20 * c] = (byte) (c >> 8);
      ids[20 * c + 1] = (byte) c;
      Arrays.stream(commit.parents).forEach(parents::add);
      Arrays.stream(commit.coauthors).forEach(coauthors::add);
      parentStart[c + 1] = parents.size();
      coauthorStart[c + 1] = coauthors.size();
      onHead.set(c, commit.onHead);
      subjects[c] = commit.subject;
    }
    int[] author = commits.stream().mapToInt(c -> c.author).toArray();
    return new Commits(
        head,
        20,
        ids,
        parentStart,
        ints(parents),
        onHead,
        author,
        author,
        commits.stream().mapToLong(c -> c.authored).toArray(),
        commits.stream().mapToLong(c -> c.committed).toArray(),
        new short[n],
        new short[n],
        subjects,
        coauthorStart,
        ints(coauthors),
        commits.stream().mapToInt(c -> c.reverts).toArray());
  }

  private Changes changes() {
    int n = rows.size();
    int[] start = new int[commits.size() + 1];
    for (int c = 0; c < commits.size(); c++) {
      start[c + 1] = commits.get(c).lastRow;
    }
    byte[] kind = new byte[n];
    int[] movedTo = new int[n];
    Arrays.fill(movedTo, -1);
    for (int r = 0; r < n; r++) {
      kind[r] = rows.get(r).kind;
      if (rows.get(r).from >= 0) {
        movedTo[rows.get(r).from] = r;
      }
    }
    int[] added = lines(rows.stream().mapToInt(Row::added).toArray());
    int[] deleted = lines(rows.stream().mapToInt(Row::deleted).toArray());
    return new Changes(
        start,
        rows.stream().mapToInt(Row::path).toArray(),
        rows.stream().mapToInt(Row::file).toArray(),
        kind,
        added,
        deleted,
        rows.stream().mapToInt(Row::from).toArray(),
        movedTo,
        added,
        deleted,
        fileCount);
  }

  private int[] lines(int[] lines) {
    if (!counted) {
      Arrays.fill(lines, Changes.UNKNOWN);
    }
    return lines;
  }

  private Files headFiles() {
    List<String> sorted = counted ? List.copyOf(files.keySet()) : List.of();
    int n = sorted.size();
    int[][] columns = new int[4][n];
    int[] runStart = new int[n + 1];
    int[] markerStart = new int[n + 1];
    List<Integer> runs = new ArrayList<>();
    List<Object> markers = new ArrayList<>();
    for (int f = 0; f < n; f++) {
      String path = sorted.get(f);
      @Nullable Content content = contents.get(path);
      columns[0][f] = known(paths, path);
      columns[1][f] = known(files, path);
      columns[2][f] = content == null ? 1 : content.lines;
      columns[3][f] = content == null ? 0 : content.indentation;
      if (content != null) {
        Arrays.stream(content.runs).forEach(runs::add);
        markers.addAll(Arrays.asList(content.markers));
      }
      runStart[f + 1] = runs.size() / 2;
      markerStart[f + 1] = markers.size() / 3;
    }
    return new Files(
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        runStart,
        every(runs, 2, 0),
        every(runs, 2, 1),
        markerStart,
        every(markers, 3, 0),
        every(markers, 3, 1),
        texts(markers));
  }

  private static int[] every(List<?> values, int step, int from) {
    int[] column = new int[values.size() / step];
    for (int i = 0; i < column.length; i++) {
      column[i] = (Integer) values.get(step * i + from);
    }
    return column;
  }

  private static String[] texts(List<Object> markers) {
    String[] texts = new String[markers.size() / 3];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = (String) markers.get(3 * i + 2);
    }
    return texts;
  }

  private static int[] ints(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  private static <T> T known(Map<String, T> map, String name) {
    return Objects.requireNonNull(map.get(name), name);
  }
}
