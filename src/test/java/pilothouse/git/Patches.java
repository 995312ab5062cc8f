package pilothouse.git;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What git's own patches say that each commit does, told as {@link PatchIds} means it. */
final class Patches {
  private Patches() {}

  /** By commit: what it does, in words of our own; empty where that is nothing. */
  static Map<String, String> told(GitRepo repo) {
    Map<String, String> told = new LinkedHashMap<>();
    byte[] log =
        repo.bytes(
            new byte[0],
            "log",
            "--all",
            "--no-merges",
            "--root",
            "-p",
            "-U0",
            "--full-index",
            "--no-renames",
            "--format=commit %H");
    String text = new String(log, StandardCharsets.ISO_8859_1);
    for (String commit : text.split("(?m)^commit ", -1)) {
      if (!commit.isEmpty()) {
        told.put(commit.substring(0, commit.indexOf('\n')), patch(List.of(commit.split("\n", -1))));
      }
    }
    return told;
  }

  /** By commit: the digits of {@code git patch-id --stable}. */
  static Map<String, String> ids(GitRepo repo) {
    byte[] patches =
        repo.bytes(
            new byte[0], "log", "--all", "--no-merges", "--root", "-p", "--format=commit %H");
    String text = new String(repo.bytes(patches, "patch-id", "--stable"), StandardCharsets.UTF_8);
    return text.lines()
        .map(line -> line.split(" ", -1))
        .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0]));
  }

  private static final class File {
    String oldMode = "";
    String newMode = "";
    String oldId = "";
    String newId = "";
    boolean binary;
    final Map<String, Integer> bare = new TreeMap<>();
    final Map<String, Integer> whole = new TreeMap<>();

    boolean isGone() {
      return newId.isEmpty() && !oldId.isEmpty();
    }

    boolean isNew() {
      return oldId.isEmpty() && !newId.isEmpty();
    }

    void line(String line, boolean ends) {
      int times = line.charAt(0) == '+' ? 1 : -1;
      bare.merge(line.substring(1).replaceAll("[ \t\r]", ""), times, Integer::sum);
      whole.merge(line.substring(1) + (ends ? "\n" : ""), times, Integer::sum);
    }

    String says() {
      String modes = oldMode.equals(newMode) ? "" : oldMode + ">" + newMode;
      bare.values().removeIf(times -> times == 0);
      whole.values().removeIf(times -> times == 0);
      boolean link = oldMode.equals("160000") || newMode.equals("160000");
      if (oldId.equals(newId)) {
        return modes;
      }
      if (binary || link || whole.isEmpty()) {
        return modes + oldId + ">" + newId;
      }
      return modes + (bare.isEmpty() ? "whole" + whole : "bare" + bare);
    }
  }

  private static String patch(List<String> lines) {
    Map<String, File> files = new TreeMap<>();
    File file = new File();
    int left = 0;
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i);
      if (left > 0) {
        left--;
        boolean ends = !lines.get(i + 1).startsWith("\\");
        file.line(line, ends);
        i += ends ? 0 : 1;
      } else if (line.startsWith("diff --git ")) {
        file = files.computeIfAbsent(line, there -> new File());
      } else if (line.startsWith("@@ ")) {
        left = count(line.split(" ", -1)[1]) + count(line.split(" ", -1)[2]);
      } else {
        header(file, line);
      }
    }
    Set<String> gone = new TreeSet<>();
    Set<String> made = new TreeSet<>();
    files.values().stream().filter(File::isGone).forEach(one -> gone.add(one.oldId));
    files.values().stream().filter(File::isNew).forEach(one -> made.add(one.newId));
    StringBuilder says = new StringBuilder();
    files.forEach((path, one) -> {
      boolean moved =
          (one.isGone() && made.contains(one.oldId)) || (one.isNew() && gone.contains(one.newId));
      String what = moved ? (one.isGone() ? "moved from" : "moved to") : one.says();
      says.append(path).append(": ").append(what).append('\n');
    });
    return says.toString();
  }

  private static int count(String range) {
    int comma = range.indexOf(',');
    return comma < 0 ? 1 : Integer.parseInt(range.substring(comma + 1));
  }

  private static void header(File file, String line) {
    String[] words = line.split(" ", -1);
    if (line.startsWith("new file mode ")) {
      file.newMode = words[3];
    } else if (line.startsWith("deleted file mode ")) {
      file.oldMode = words[3];
    } else if (line.startsWith("old mode ")) {
      file.oldMode = words[2];
    } else if (line.startsWith("new mode ")) {
      file.newMode = words[2];
    } else if (line.startsWith("Binary files ")) {
      file.binary = true;
    } else if (line.startsWith("index ")) {
      String[] ids = words[1].split("\\.\\.", -1);
      file.oldId = ids[0].matches("0+") ? file.oldId : ids[0];
      file.newId = ids[1].matches("0+") ? file.newId : ids[1];
      if (words.length > 2) {
        file.oldMode = words[2];
        file.newMode = words[2];
      }
    }
  }
}
