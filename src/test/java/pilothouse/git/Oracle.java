package pilothouse.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What git itself says about a history, and what we say, in the same words. */
final class Oracle {
  private static final String[] LOG = {
    "log", "--numstat", "--minimal", "--no-renames", "--no-merges", "--format=%H", "HEAD"
  };

  private Oracle() {}

  /** Git's text for the head's history. */
  static String git(GitRepo repo) {
    return new String(repo.bytes(new byte[0], LOG), StandardCharsets.UTF_8);
  }

  /** Our text for the same. */
  static String ours(Scan scan) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Numstat.print(scan, out);
      return out.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Scan scan(Path path) {
    return Scanner.scan(path, null, new Scanner.Options(2, 64L << 20), Progress.SILENT);
  }

  /** The rows of each commit, commits in the text's order. */
  static Map<String, List<String>> rows(String text) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    List<String> last = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (line.indexOf('\t') > 0) {
        last.add(line);
      } else if (!line.isEmpty()) {
        last = new ArrayList<>();
        rows.put(line, last);
      }
    }
    return rows;
  }
}
