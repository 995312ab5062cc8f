package pilothouse.git;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The shortest edit script's counts by the plain table that everybody can check. */
final class Shortest {
  private Shortest() {}

  /** The row of a path that the commit modified, as git would print it; {@code path} as printed. */
  static String row(GitRepo repo, String commit, String path) {
    String name = path.startsWith("\"") ? Quoted.undo(path) : path;
    List<String> before = lines(repo, commit + "^:" + name);
    List<String> after = lines(repo, commit + ":" + name);
    int common = common(before, after);
    return (after.size() - common) + "\t" + (before.size() - common) + "\t" + path;
  }

  private static List<String> lines(GitRepo repo, String blob) {
    byte[] bytes = repo.bytes(new byte[0], "cat-file", "blob", blob);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.isEmpty()
        ? List.of()
        : List.of(text.split("(?<=\n)", -1)).stream().filter(line -> !line.isEmpty()).toList();
  }

  static int common(List<String> before, List<String> after) {
    int[] above = new int[after.size() + 1];
    for (String old : before) {
      int[] here = new int[after.size() + 1];
      for (int i = 0; i < after.size(); i++) {
        here[i + 1] = old.equals(after.get(i)) ? above[i] + 1 : Math.max(above[i + 1], here[i]);
      }
      above = here;
    }
    return above[after.size()];
  }
}
