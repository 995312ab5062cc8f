package pilothouse.git;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Content identities (patch-id): what a commit, or a whole change, does to the contents, whoever
 * carried it to where it is. A commit and the same one rebased have the same identity; so have a
 * change from where it left the main line to its head and the squash that it became.
 *
 * <p>Like {@code git patch-id --stable} it knows neither line numbers nor white space nor the order
 * of files. Unlike git's it leaves out the lines around, and counts lines rather than follow one of
 * several edit scripts (see {@link PatchSum}); so the digits differ from git's, and a line that was
 * changed nearby does not hide that the change is the same. For one thread.
 */
public final class PatchIds implements AutoCloseable {
  /** In place of an identity: a merge, what changes nothing, or what changes too many files. */
  public static final String NONE = "";

  private static final int FILES = 2_000;
  private static final int STEPS = 1_000;
  private static final long MEMORY = 16L << 20;

  private final Opened repository;
  private final Objects objects;
  private final ObjectReader reader;
  private final TouchedPaths paths;
  private final PatchSum sum;

  private PatchIds(Opened repository) {
    this.repository = repository;
    this.objects = repository.objects();
    this.reader = new ObjectReader(objects, MEMORY);
    this.paths = new TouchedPaths(objects, reader, FILES);
    this.sum = new PatchSum(objects, reader);
  }

  /** Opens a repository as {@link Scanner#scan} does. */
  public static PatchIds open(Path path) {
    return new PatchIds(Opened.open(path));
  }

  /** Whether the commit is there; only whole ids are. */
  public boolean has(String revision) {
    return place(revision) != Objects.MISSING;
  }

  /** What a commit does to its parent; null when an object is missing. */
  public @Nullable String of(String revision) {
    try {
      Commit commit = commit(revision);
      if (commit == null) {
        return null;
      }
      return switch (commit.parents().size()) {
        case 0 -> between(Touched.NOTHING, commit.tree());
        case 1 -> between(hex(commit.parents().getFirst()), commit);
        default -> NONE;
      };
    } catch (Damage | IndexOutOfBoundsException broken) {
      return null;
    }
  }

  /** What lies between two commits; null when an object is missing. */
  public @Nullable String between(String base, String head) {
    try {
      return between(base, commit(head));
    } catch (Damage | IndexOutOfBoundsException broken) {
      return null;
    }
  }

  private @Nullable String between(String base, @Nullable Commit head) throws Damage {
    Commit before = head == null ? null : commit(base);
    return before == null || head == null ? null : between(before.tree(), head.tree());
  }

  private String between(byte[] before, byte[] after) throws Damage {
    List<Touched> touched = paths.between(before, after);
    return touched.isEmpty() || touched.size() > FILES ? NONE : sum.of(touched);
  }

  /**
   * Where a change left the main line, or last took it up: the newest commit of it that the head
   * has among its ancestors. Null where there is none, or objects are missing on the way.
   *
   * @param main the commits of the main line
   */
  public @Nullable String base(String head, Ids main) {
    int newest = -1;
    Deque<String> next = new ArrayDeque<>(List.of(head));
    Set<String> seen = new HashSet<>(next);
    try {
      for (int steps = 0; !next.isEmpty(); steps++) {
        String revision = next.removeFirst();
        int number = main.of(revision);
        if (number >= 0) {
          newest = Math.max(newest, number);
          continue;
        }
        Commit commit = steps < STEPS ? commit(revision) : null;
        if (commit == null) {
          return null;
        }
        for (byte[] parent : commit.parents()) {
          if (seen.add(hex(parent))) {
            next.addLast(hex(parent));
          }
        }
      }
    } catch (Damage | IndexOutOfBoundsException broken) {
      return null;
    }
    return newest < 0 ? null : main.hex(newest);
  }

  private @Nullable Commit commit(String revision) throws Damage {
    long place = place(revision);
    if (place == Objects.MISSING) {
      return null;
    }
    Whole.Content content = reader.read(place);
    byte[] id = HexFormat.of().parseHex(revision);
    return content.type() == 1 ? Commit.parse(id, content.bytes(), content.size()) : null;
  }

  private long place(String revision) {
    boolean whole = HexId.at(revision, objects.width() * 2) != null;
    return whole && revision.length() == objects.width() * 2
        ? objects.find(HexFormat.of().parseHex(revision), 0)
        : Objects.MISSING;
  }

  private static String hex(byte[] id) {
    return HexFormat.of().formatHex(id);
  }

  @Override
  public void close() {
    reader.close();
    repository.close();
  }
}
