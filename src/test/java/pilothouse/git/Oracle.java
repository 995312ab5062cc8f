package pilothouse.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

  /** Git's word on every commit of the head and the tags, sorted. */
  static String gitCommits(GitRepo repo) {
    String format = "%H|%P|%an|%ae|%ad|%cn|%ce|%cd|%s";
    String text = repo.git("log", "--date=raw", "--format=" + format, "HEAD", "--tags");
    return text.lines().sorted().collect(Collectors.joining("\n"));
  }

  /** Our word on the same. */
  static String ourCommits(Scan scan) {
    List<String> lines = new ArrayList<>();
    Graph graph = scan.graph();
    for (int i = 0; i < graph.size(); i++) {
      String parents =
          Arrays.stream(graph.parents(), graph.parentStart()[i], graph.parentStart()[i + 1])
              .mapToObj(graph::id)
              .collect(Collectors.joining(" "));
      lines.add(
          String.join(
              "|",
              graph.id(i),
              parents,
              graph.names()[graph.author()[i]],
              graph.emails()[graph.author()[i]],
              date(graph.authoredAt()[i], graph.authorZone()[i]),
              graph.names()[graph.committer()[i]],
              graph.emails()[graph.committer()[i]],
              date(graph.committedAt()[i], graph.committerZone()[i]),
              graph.subjects()[i]));
    }
    return lines.stream().sorted().collect(Collectors.joining("\n"));
  }

  private static String date(long at, int zone) {
    int minutes = Math.abs(zone);
    return at + " " + (zone < 0 ? '-' : '+') + "%02d%02d".formatted(minutes / 60, minutes % 60);
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
