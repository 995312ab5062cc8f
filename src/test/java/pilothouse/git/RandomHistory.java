package pilothouse.git;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A history nobody would write: random trees, edits, merges and dates, all from one seed. */
final class RandomHistory {
  private static final String[] NAMES = {"a", "b", "c-d", "e.f", "g h", "ü", "a0", "\"q"};
  private static final String[] MODES = {"100644", "100644", "100644", "100755", "120000"};

  private final Random random;
  private final Shape shape;
  private final ImportStream stream = new ImportStream();
  private final List<Tip> tips = new ArrayList<>();
  private long clock = 1_600_000_000;

  /**
   * How large it is.
   *
   * @param commits how many
   * @param lines a new file's lines at most
   * @param words how many different lines there are
   */
  record Shape(int commits, int lines, int words) {}

  /** A commit that can be built on, with its files. */
  private record Tip(int mark, Map<String, List<String>> files) {}

  private RandomHistory(long seed, Shape shape) {
    this.random = new Random(seed);
    this.shape = shape;
  }

  /** The history on main, and its first half on the branch half. */
  static ImportStream of(long seed, Shape shape) {
    RandomHistory history = new RandomHistory(seed, shape);
    for (int i = 0; i < shape.commits(); i++) {
      history.commit(i == shape.commits() / 2 ? "half" : "main");
    }
    history.mergeAll();
    return history.stream;
  }

  private void commit(String branch) {
    clock += random.nextInt(5) * 60 - 60;
    boolean root = tips.isEmpty() || random.nextInt(25) == 0;
    Tip on = root ? new Tip(0, new TreeMap<>()) : any();
    int[] parents = root ? new int[0] : parents(on);
    int mark = stream.commit(branch, "Commit at " + clock, clock, parents);
    Map<String, List<String>> files = new TreeMap<>(on.files);
    for (int edits = random.nextInt(5); edits > 0; edits--) {
      edit(files);
    }
    if (tips.size() > 4 || (!root && random.nextInt(4) > 0)) {
      tips.remove(on);
    }
    tips.add(new Tip(mark, files));
  }

  private Tip any() {
    return tips.get(random.nextInt(tips.size()));
  }

  private int[] parents(Tip first) {
    List<Integer> parents = new ArrayList<>(List.of(first.mark));
    for (int i = random.nextInt(8) == 0 ? 1 + random.nextInt(2) : 0; i > 0; i--) {
      int other = any().mark;
      if (!parents.contains(other)) {
        parents.add(other);
      }
    }
    return parents.stream().mapToInt(mark -> mark).toArray();
  }

  private void mergeAll() {
    stream.commit("main", "All", clock, tips.stream().mapToInt(Tip::mark).toArray());
  }

  private void edit(Map<String, List<String>> files) {
    int what = files.isEmpty() ? 0 : random.nextInt(10);
    if (what < 3) {
      write(files, path(), text(random.nextInt(shape.lines())));
    } else if (what < 8) {
      String path = existing(files);
      write(files, path, changed(files.getOrDefault(path, List.of())));
    } else {
      String path = existing(files);
      List<String> text = files.getOrDefault(path, List.of());
      files.remove(path);
      stream.delete(bytes(path));
      if (what == 8) {
        write(files, path(), random.nextBoolean() ? text : changed(text));
      }
    }
  }

  private String existing(Map<String, List<String>> files) {
    return List.copyOf(files.keySet()).get(random.nextInt(files.size()));
  }

  private String path() {
    StringBuilder path = new StringBuilder(name());
    for (int depth = random.nextInt(3); depth > 0; depth--) {
      path.append('/').append(name());
    }
    return path.toString();
  }

  private String name() {
    return NAMES[random.nextInt(NAMES.length)];
  }

  /** Writes the file; what stood in its way as a file or a folder is gone then. */
  private void write(Map<String, List<String>> files, String path, List<String> text) {
    files.keySet().removeIf(there -> there.startsWith(path + "/") || path.startsWith(there + "/"));
    files.put(path, text);
    String mode = MODES[random.nextInt(MODES.length)];
    String whole = String.join("", text);
    if (mode.equals("120000") && whole.isEmpty()) {
      whole = "nowhere";
    }
    stream.file(mode, bytes(path), bytes(whole));
  }

  private List<String> text(int lines) {
    List<String> text = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      text.add(line());
    }
    if (lines > 0 && random.nextInt(6) == 0) {
      text.set(lines - 1, "no newline");
    }
    if (lines > 0 && random.nextInt(30) == 0) {
      text.set(0, "\0 binary\n");
    }
    return text;
  }

  /** Every third line as a program's: the same few words everywhere. */
  private String line() {
    return switch (random.nextInt(12)) {
      case 0, 1 -> "}\n";
      case 2 -> "\n";
      case 3 -> "  return;\n";
      case 4 -> "word " + random.nextInt(shape.words()) + "\r\n";
      default -> "word " + random.nextInt(shape.words()) + "\n";
    };
  }

  /** Lines put in, taken out, moved or doubled, a few times. */
  private List<String> changed(List<String> before) {
    List<String> text = new ArrayList<>(before);
    for (int edits = 1 + random.nextInt(5); edits > 0; edits--) {
      int from = random.nextInt(text.size() + 1);
      int to = Math.min(text.size(), from + random.nextInt(2 + shape.lines() / 8));
      List<String> block = new ArrayList<>(text.subList(from, to));
      switch (random.nextInt(4)) {
        case 0 -> text.subList(from, to).clear();
        case 1 -> text.addAll(from, text(1 + random.nextInt(4)));
        case 2 -> text.addAll(random.nextInt(text.size() + 1), block);
        default -> {
          text.subList(from, to).clear();
          text.addAll(random.nextInt(text.size() + 1), block);
        }
      }
    }
    return text;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
