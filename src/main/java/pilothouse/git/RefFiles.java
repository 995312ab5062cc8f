package pilothouse.git;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** References kept as files: loose ones, and the packed-refs file below them. */
final class RefFiles {
  private static final int DEEPEST_SYMBOLIC = 5;
  private static final String SYMBOLIC = "ref:";

  private final Place place;
  private final int hexWidth;

  /** What each loose reference says, by name; null where it cannot be read. */
  private final Map<String, @Nullable String> loose = new HashMap<>();

  private final Map<String, Ref> packed = new HashMap<>();
  private int broken;

  RefFiles(Place place) {
    this.place = place;
    this.hexWidth = place.idWidth() * 2;
  }

  Refs read() {
    // Loose before packed: `git pack-refs` writes the packed file before it removes loose ones.
    collect(place.commonDir());
    if (!place.gitDir().equals(place.commonDir())) {
      collect(place.gitDir());
    }
    readPacked();
    String head = headText();
    String headName = head.startsWith(SYMBOLIC) ? target(head) : null;
    String headId = headName != null ? id(headName, 0) : id(head);
    if (headName == null && headId == null) {
      throw new GitTrouble(
          place.gitDir().resolve("HEAD")
              + " names neither a branch nor a commit: write the branch into it with"
              + " `git symbolic-ref HEAD refs/heads/main`.");
    }
    return new Refs(headName, headId, resolved(), broken);
  }

  private List<Ref> resolved() {
    Map<String, Ref> all = new TreeMap<>(packed);
    for (String name : loose.keySet()) {
      String id = id(name, 0);
      all.remove(name);
      if (id == null) {
        broken++;
      } else {
        all.put(name, new Ref(name, id, peeledOf(name, id)));
      }
    }
    return new ArrayList<>(all.values());
  }

  private @Nullable String peeledOf(String name, String id) {
    Ref below = packed.get(name);
    return below != null && below.hexId().equals(id) ? below.hexPeeled() : null;
  }

  private String headText() {
    Path head = place.gitDir().resolve("HEAD");
    try {
      if (Files.isSymbolicLink(head)) {
        return SYMBOLIC + Files.readSymbolicLink(head);
      }
    } catch (IOException e) {
      throw Disk.trouble(head, e);
    }
    String text = Disk.textIfThere(head);
    return text == null ? "" : text.strip();
  }

  private @Nullable String id(String name, int depth) {
    if (!loose.containsKey(name)) {
      Ref ref = packed.get(name);
      return ref == null ? null : ref.hexId();
    }
    String text = loose.get(name);
    if (text != null && text.startsWith(SYMBOLIC)) {
      return depth == DEEPEST_SYMBOLIC ? null : id(target(text), depth + 1);
    }
    return text == null ? null : id(text);
  }

  private static String target(String symbolic) {
    return symbolic.substring(SYMBOLIC.length()).strip();
  }

  private @Nullable String id(String text) {
    return HexId.at(text, hexWidth);
  }

  private void readPacked() {
    Ref last = null;
    for (String line : Disk.linesIfThere(place.commonDir().resolve("packed-refs"))) {
      if (line.startsWith("^") && last != null) {
        last = new Ref(last.name(), last.hexId(), id(line.substring(1)));
        packed.put(last.name(), last);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        last = packedLine(line);
      }
    }
  }

  private @Nullable Ref packedLine(String line) {
    String id = id(line);
    if (id == null || line.length() < hexWidth + 2) {
      broken++;
      return null;
    }
    Ref ref = new Ref(line.substring(hexWidth + 1), id, null);
    packed.put(ref.name(), ref);
    return ref;
  }

  private void collect(Path gitDir) {
    boolean shared = gitDir.equals(place.commonDir());
    boolean linked = !place.gitDir().equals(place.commonDir());
    Path refs = gitDir.resolve("refs");
    try {
      if (Files.isDirectory(refs)) {
        Files.walkFileTree(refs, new Loose(gitDir, linked, shared));
      }
    } catch (IOException e) {
      throw Disk.trouble(refs, e);
    }
  }

  /** Whether a linked worktree keeps the reference to itself. */
  private static boolean ofOneWorktree(String name) {
    return name.startsWith("refs/bisect/")
        || name.startsWith("refs/worktree/")
        || name.startsWith("refs/rewritten/");
  }

  /** Takes up each loose reference below a git folder. */
  private final class Loose extends SimpleFileVisitor<Path> {
    private final Path gitDir;
    private final boolean linked;
    private final boolean shared;

    Loose(Path gitDir, boolean linked, boolean shared) {
      this.gitDir = gitDir;
      this.linked = linked;
      this.shared = shared;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = gitDir.relativize(file).toString().replace('\\', '/');
      boolean mine = !linked || ofOneWorktree(name) != shared;
      if (mine && !name.endsWith(".lock")) {
        loose.put(name, text(file));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      broken++;
      return FileVisitResult.CONTINUE;
    }

    private @Nullable String text(Path file) {
      try {
        String text = Disk.textIfThere(file);
        return text == null ? null : text.strip();
      } catch (GitTrouble unreadable) {
        return null;
      }
    }
  }
}
