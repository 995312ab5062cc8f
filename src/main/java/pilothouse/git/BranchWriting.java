package pilothouse.git;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes files below a folder of a work tree as one commit on a branch, by the machine's git with
 * the user's own settings. Work tree and index are not touched, and nothing is pushed.
 */
public final class BranchWriting {
  /** What our commits end with, so that a branch of ours goes on. */
  private static final String MARK = "Written-by: pilothouse";

  private final OwnGit git;
  private final String branch;
  private final String prefix;
  private final String parent;
  private final Map<String, String> there;

  private BranchWriting(OwnGit git, String branch, String prefix, String parent) {
    this.git = git;
    this.branch = branch;
    this.prefix = prefix;
    this.parent = parent;
    this.there = list();
  }

  /**
   * Begins on a branch, which is made of HEAD where it is not there yet.
   *
   * @param folder in a work tree; it need not be there
   * @throws GitTrouble where there is no such work tree, or the branch is one of others
   */
  public static BranchWriting on(String branch, Path folder) {
    Path asked = folder.toAbsolutePath().normalize();
    Path near = asked;
    while (near.getParent() != null && !Files.isDirectory(near)) {
      near = near.getParent();
    }
    OwnGit git = new OwnGit(near);
    String within = git.said("rev-parse", "--show-prefix");
    String rest = near.relativize(asked).toString().replace('\\', '/');
    String prefix = within + (rest.isEmpty() ? "" : rest + "/");
    git.said("rev-parse", "--show-toplevel");
    if (!git.good("check-ref-format", "--branch", branch)) {
      throw new GitTrouble("\"" + branch + "\" is no name of a branch; choose another one.");
    }
    return new BranchWriting(git, branch, prefix, parent(git, branch));
  }

  private static String parent(OwnGit git, String branch) {
    String ref = "refs/heads/" + branch;
    if (!git.good("rev-parse", "-q", "--verify", "HEAD^{commit}")) {
      throw new GitTrouble("The repository has no commit yet; make the first one.");
    }
    String head = git.said("rev-parse", "HEAD^{commit}");
    if (git.said("worktree", "list", "--porcelain").lines().anyMatch(("branch " + ref)::equals)) {
      throw new GitTrouble(
          "The branch %s is checked out; name another one, which git merge brings into it."
              .formatted(branch));
    }
    if (!git.good("rev-parse", "-q", "--verify", ref + "^{commit}")) {
      return head;
    }
    if (git.good("merge-base", "--is-ancestor", ref, "HEAD")) {
      return head;
    }
    String[] messages = git.said("log", "--format=%B%x00", "HEAD.." + ref).split("\0", -1);
    for (String message : messages) {
      if (!message.isBlank() && message.lines().noneMatch(MARK::equals)) {
        throw new GitTrouble(
            "The branch %s has commits of other hands; name another branch.".formatted(branch));
      }
    }
    if (!git.good("merge-base", "--is-ancestor", "HEAD", ref)) {
      throw new GitTrouble(
          "The branch %s began at an older commit than HEAD; merge it or delete it first."
              .formatted(branch));
    }
    return git.said("rev-parse", ref);
  }

  private Map<String, String> list() {
    Map<String, String> all = new TreeMap<>();
    String[] where = prefix.isEmpty() ? new String[0] : new String[] {"--", prefix};
    String[] words = {"ls-tree", "-r", "-z", "--full-tree", parent};
    String[] line = java.util.Arrays.copyOf(words, words.length + where.length);
    System.arraycopy(where, 0, line, words.length, where.length);
    for (String entry : git.said(line).split("\0", -1)) {
      int tab = entry.indexOf('\t');
      String[] parts = tab < 0 ? new String[0] : entry.substring(0, tab).split(" ", -1);
      if (parts.length == 3) {
        boolean isFile = parts[0].startsWith("100");
        all.put(entry.substring(tab + 1 + prefix.length()), isFile ? parts[2] : "no file");
      }
    }
    return all;
  }

  /** The paths of the files that are there, below the folder. */
  public List<String> paths() {
    return List.copyOf(there.keySet());
  }

  /** Whether a file is there with these very bytes. */
  public boolean isAs(String path, byte[] bytes) {
    String id = there.get(path);
    return id != null && id.equals(id(bytes, id.length()));
  }

  private static String id(byte[] bytes, int width) {
    try {
      MessageDigest digest = MessageDigest.getInstance(width == 64 ? "SHA-256" : "SHA-1");
      digest.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes the commit; its id. */
  public String commit(Map<String, byte[]> files, String message) {
    Map<String, byte[]> all = new HashMap<>();
    files.forEach((path, bytes) -> all.put(prefix + path, bytes));
    git.feed(out -> stream(out, new TreeMap<>(all), message), "fast-import", "--quiet", "--done");
    return git.said("rev-parse", "refs/heads/" + branch);
  }

  private void stream(OutputStream to, Map<String, byte[]> files, String message)
      throws IOException {
    try (OutputStream out = new BufferedOutputStream(to)) {
      line(out, "commit refs/heads/" + branch);
      line(out, "author " + git.said("var", "GIT_AUTHOR_IDENT"));
      line(out, "committer " + git.said("var", "GIT_COMMITTER_IDENT"));
      data(out, (message + "\n\n" + MARK + "\n").getBytes(StandardCharsets.UTF_8));
      line(out, "from " + parent);
      for (var file : files.entrySet()) {
        line(out, "M 100644 inline " + quoted(file.getKey()));
        data(out, file.getValue());
      }
      line(out, "done");
    }
  }

  private static String quoted(String path) {
    return '"' + path.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  private static void data(OutputStream out, byte[] bytes) throws IOException {
    line(out, "data " + bytes.length);
    out.write(bytes);
    out.write('\n');
  }

  private static void line(OutputStream out, String text) throws IOException {
    out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
