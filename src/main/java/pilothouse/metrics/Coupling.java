package pilothouse.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pilothouse.metrics.Couplings.Pair;
import pilothouse.text.Texts;

/**
 * Finds files and folders that change together: degree = 100 × shared commits ÷ mean of their
 * revisions, over commits of at most 30 files; at least 5 shared commits, mean revisions of 5 and a
 * degree of 30. [code-maat]
 */
record Coupling(Couplings found, int wideCommits, int narrow, int goneRows, int generatedRows) {
  static final int WIDEST = 30;
  static final int SHARED = 5;
  static final int REVISIONS = 5;
  static final int DEGREE = 30;

  static Coupling of(Slice slice) {
    return new CouplingCount(slice).count();
  }

  static final Comparator<Pair> STRONGEST =
      Comparator.comparingDouble(Pair::degree)
          .thenComparingInt(Pair::shared)
          .reversed()
          .thenComparing(Pair::left)
          .thenComparing(Pair::right);

  static boolean passes(int shared, double mean) {
    return shared >= SHARED && mean >= REVISIONS && 100 * shared / mean >= DEGREE;
  }

  /** Groups paths by folder: as deep as needed to tell the repository's parts from each other. */
  record Folders(List<String> names, int[] of) {
    static Folders of(Slice slice) {
      HeadView head = slice.head();
      String[] texts = slice.history.paths();
      int depth = 1 + depthOf(slice.scope.folder());
      int[] of = new int[texts.length];
      Map<String, Integer> index = new HashMap<>();
      List<String> names = new ArrayList<>();
      for (int deeper = 0; deeper < 8; deeper++) {
        index.clear();
        names.clear();
        Arrays.fill(of, -1);
        int[] sizes = new int[texts.length + 1];
        int files = 0;
        for (int path : head.pathOf()) {
          if (path >= 0) {
            String name = cut(texts[path], depth + deeper);
            Integer known = index.putIfAbsent(name, names.size());
            if (known == null) {
              names.add(name);
            }
            of[path] = known == null ? names.size() - 1 : known;
            sizes[of[path]]++;
            files++;
          }
        }
        if (parts(sizes, names.size(), files) >= 3) {
          break;
        }
      }
      return new Folders(List.copyOf(names), of);
    }

    private static int parts(int[] sizes, int folders, int files) {
      int parts = 0;
      for (int folder = 0; folder < folders; folder++) {
        parts += 20L * sizes[folder] >= files ? 1 : 0;
      }
      return parts;
    }

    int of(int path) {
      return of[path];
    }

    private static int depthOf(String folder) {
      return folder.isEmpty() ? 0 : (int) folder.chars().filter(c -> c == '/').count() + 1;
    }

    /** The first folders of a path; "." for a file at the root. */
    static String cut(String path, int depth) {
      int end = -1;
      for (int i = 0; i < depth; i++) {
        int slash = path.indexOf('/', end + 1);
        if (slash < 0) {
          break;
        }
        end = slash;
      }
      return end < 0 ? "." : path.substring(0, end);
    }

    static String parent(String path) {
      int slash = path.lastIndexOf('/');
      return slash < 0 ? "." : path.substring(0, slash);
    }
  }

  /** Remembers how near the pairs came, to name the threshold that emptied the result. */
  static final class Best {
    int shared;
    double degree;

    void see(int sharedCommits, double itsDegree) {
      shared = Math.max(shared, sharedCommits);
      degree = sharedCommits >= SHARED ? Math.max(degree, itsDegree) : degree;
    }

    String says(int commits) {
      if (commits == 0) {
        return Texts.say("metrics.coupling.no-commit-of-at", WIDEST);
      }
      if (shared < SHARED) {
        return Texts.say("metrics.coupling.no-two-files-changed", SHARED);
      }
      return Texts.say("metrics.coupling.no-pair-reaches-a", DEGREE, Math.round(degree));
    }
  }
}
