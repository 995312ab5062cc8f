package pilothouse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import pilothouse.evidence.Changes;
import pilothouse.evidence.Commits;
import pilothouse.evidence.Contributors;
import pilothouse.evidence.Files;
import pilothouse.evidence.History;

/** A history as the machine's git logs it, without renames: a second opinion for the pages. */
final class LoggedHistory {
  private final Path repository;
  private final Map<String, Integer> commitOf = new HashMap<>();
  private final Map<String, Integer> personOf = new HashMap<>();
  private final Map<String, Integer> pathOf = new HashMap<>();
  private final List<String[]> commits = new ArrayList<>();
  private final List<List<int[]>> rows = new ArrayList<>();

  private LoggedHistory(Path repository) {
    this.repository = repository;
  }

  static History of(Path repository, String name, long version) {
    return new LoggedHistory(repository).read(name, version);
  }

  private History read(String name, long version) {
    for (String line :
        git(
            "log",
            "--topo-order",
            "--reverse",
            "--format=%H%x1f%P%x1f%aN%x1f%aE%x1f%at%x1f%ct%x1f%s")) {
      String[] fields = line.split("\u001f", -1);
      commitOf.put(fields[0], commits.size());
      personOf.putIfAbsent(fields[3], personOf.size());
      commits.add(fields);
      rows.add(new ArrayList<>());
    }
    List<int[]> now = rows.isEmpty() ? List.of() : rows.getFirst();
    for (String line :
        git(
            "-c",
            "core.quotePath=false",
            "log",
            "--no-merges",
            "--no-renames",
            "--numstat",
            "--format=\u001e%H")) {
      if (line.startsWith("\u001e")) {
        now = rows.get(commitOf.getOrDefault(line.substring(1), 0));
      } else if (!line.isEmpty()) {
        String[] cells = line.split("\t", 3);
        int path = pathOf.computeIfAbsent(cells[2], _ -> pathOf.size());
        now.add(new int[] {path, lines(cells[0]), lines(cells[1])});
      }
    }
    return history(name, version);
  }

  private static int lines(String cell) {
    return cell.equals("-") ? Changes.BINARY : Integer.parseInt(cell);
  }

  private History history(String name, long version) {
    String[] paths = new String[pathOf.size()];
    pathOf.forEach((path, index) -> paths[index] = path);
    return new History(
        name,
        version,
        commits(),
        changes(),
        paths,
        files(paths),
        tags(),
        people(),
        new History.Coverage(false, 0, 0, 0, true));
  }

  private Commits commits() {
    int n = commits.size();
    byte[] ids = new byte[n * 20];
    int[] parentStart = new int[n + 1];
    List<Integer> parents = new ArrayList<>();
    int[] author = new int[n];
    long[] authored = new long[n];
    long[] committed = new long[n];
    String[] subjects = new String[n];
    for (int i = 0; i < n; i++) {
      String[] fields = commits.get(i);
      System.arraycopy(HexFormat.of().parseHex(fields[0]), 0, ids, i * 20, 20);
      for (String parent : fields[1].isEmpty() ? new String[0] : fields[1].split(" ")) {
        parents.add(commitOf.getOrDefault(parent, 0));
      }
      parentStart[i + 1] = parents.size();
      author[i] = personOf.getOrDefault(fields[3], 0);
      authored[i] = Long.parseLong(fields[4]);
      committed[i] = Long.parseLong(fields[5]);
      subjects[i] = fields[6];
    }
    BitSet onHead = new BitSet();
    onHead.set(0, n);
    int[] reverts = new int[n];
    Arrays.fill(reverts, -1);
    short[] zones = new short[n];
    return new Commits(
        n - 1,
        20,
        ids,
        parentStart,
        parents.stream().mapToInt(i -> i).toArray(),
        onHead,
        author,
        author,
        authored,
        committed,
        zones,
        zones,
        subjects,
        new int[n + 1],
        new int[0],
        reverts);
  }

  private Changes changes() {
    int n = rows.stream().mapToInt(List::size).sum();
    int[] start = new int[rows.size() + 1];
    int[] path = new int[n];
    int[] added = new int[n];
    int[] deleted = new int[n];
    int[] none = new int[n];
    Arrays.fill(none, -1);
    byte[] kind = new byte[n];
    Arrays.fill(kind, Changes.MODIFIED);
    int at = 0;
    for (int commit = 0; commit < rows.size(); commit++) {
      for (int[] row : rows.get(commit)) {
        path[at] = row[0];
        added[at] = row[1];
        deleted[at++] = row[2];
      }
      start[commit + 1] = at;
    }
    return new Changes(
        start, path, path, kind, added, deleted, none, none, added, deleted, pathOf.size());
  }

  private Files files(String[] paths) {
    int[] lines = new int[paths.length];
    int[] last = new int[paths.length];
    for (int commit = 0; commit < rows.size(); commit++) {
      for (int[] row : rows.get(commit)) {
        lines[row[0]] += Math.max(0, row[1]) - Math.max(0, row[2]);
        last[row[0]] = commit;
      }
    }
    int[] head =
        git("-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", "HEAD").stream()
            .sorted()
            .mapToInt(path -> pathOf.getOrDefault(path, -1))
            .filter(path -> path >= 0)
            .toArray();
    int[] starts = new int[head.length + 1];
    Arrays.setAll(starts, i -> i);
    int[] size = Arrays.stream(head).map(path -> Math.max(0, lines[path])).toArray();
    int[] indentation = Arrays.stream(size).map(n -> n + n / 2).toArray();
    int[] runs = Arrays.stream(head).map(path -> last[path]).toArray();
    int[] none = {};
    return new Files(
        head,
        head,
        size,
        indentation,
        starts,
        runs,
        size,
        new int[head.length + 1],
        none,
        none,
        new String[0]);
  }

  private List<History.Tag> tags() {
    List<History.Tag> tags = new ArrayList<>();
    String format = "--format=%(refname:short) %(objectname) %(*objectname) %(creatordate:unix)";
    for (String line : git("for-each-ref", format, "refs/tags")) {
      String[] fields = line.split(" ", -1);
      String id = fields[2].isEmpty() ? fields[1] : fields[2];
      Integer commit = commitOf.get(id);
      if (commit != null) {
        tags.add(new History.Tag(fields[0], commit, Long.parseLong(fields[fields.length - 1])));
      }
    }
    return tags;
  }

  private Contributors people() {
    String[] names = new String[personOf.size()];
    String[] emails = new String[personOf.size()];
    BitSet bots = new BitSet();
    for (String[] fields : commits) {
      int person = personOf.getOrDefault(fields[3], 0);
      names[person] = fields[2];
      emails[person] = fields[3];
      bots.set(person, fields[2].endsWith("[bot]"));
    }
    return new Contributors(names, emails, bots);
  }

  private List<String> git(String... words) {
    List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
    command.addAll(List.of(words));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try (var reader =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        return reader.lines().toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
