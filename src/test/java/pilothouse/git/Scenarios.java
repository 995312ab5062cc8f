package pilothouse.git;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/** Histories with names, each as small as shows its point; the repository is empty at first. */
final class Scenarios {
  private static final String OTHER = "1234567890123456789012345678901234567890";

  private final List<Scenario> all = new ArrayList<>();

  private Scenarios() {}

  /** A named history. */
  record Scenario(String name, Consumer<GitRepo> build) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Scenario> all() {
    Scenarios scenarios = new Scenarios();
    scenarios.shapes();
    scenarios.files();
    scenarios.kinds();
    scenarios.texts();
    scenarios.oddities();
    return scenarios.all;
  }

  private void add(String name, Consumer<GitRepo> build) {
    all.add(new Scenario(name, build));
  }

  static GitRepo merged(GitRepo repo) {
    return repo.write("a", lines(1, 30))
        .commit("Root")
        .branch("side")
        .write("a", lines(0, 30))
        .write("b", "b\n")
        .commit("Side")
        .checkout("main")
        .write("a", lines(1, 32))
        .commit("Main")
        .merge("side")
        .write("c", "c\n")
        .commit("After");
  }

  private void shapes() {
    add("one commit", repo -> repo.write("a", "1\n").commit("One"));
    add("a merge", Scenarios::merged);
    add(
        "an octopus",
        repo -> {
          repo.write("a", "1\n").commit("Root");
          for (String name : List.of("x", "y", "z")) {
            repo.checkout("main").branch(name).write(name, lines(1, 5)).commit(name);
          }
          repo.checkout("main").write("m", "m\n").commit("Main").merge("x", "y", "z").tag("all");
        });
    add(
        "two roots",
        repo ->
            repo.write("a", "1\n")
                .commit("First root")
                .orphan("other")
                .write("b", "2\n")
                .commit("Second root")
                .checkout("main")
                .merge("other")
                .write("a", "3\n")
                .commit("Both"));
    add(
        "empty commits",
        repo ->
            repo.commit("Empty root")
                .commit("Empty")
                .write("a", "1\n")
                .commit("Full")
                .commit("")
                .commit("Empty again"));
    add(
        "a tag off the head's history",
        repo ->
            repo.write("a", "1\n")
                .commit("Root")
                .branch("release")
                .write("a", "2\n")
                .commit("Fix")
                .tag("v1", "One")
                .checkout("main")
                .write("b", "1\n")
                .commit("Main")
                .tag("v2"));
    add(
        "a detached head",
        repo ->
            repo.write("a", "1\n")
                .commit("One")
                .write("a", "2\n")
                .commit("Two")
                .run("checkout", "-q", "--detach", "HEAD~1"));
    add(
        "dates out of order",
        repo ->
            repo.on("2024-05-05T12:00:00+02:00")
                .write("a", "1\n")
                .commit("Later first")
                .on("2023-01-01T00:00:00Z")
                .write("a", "2\n")
                .commit("Earlier")
                .branch("s")
                .on("2025-01-01T00:00:00Z")
                .write("b", "1\n")
                .commit("Far")
                .checkout("main")
                .on("2023-01-01T00:00:00Z")
                .write("c", "1\n")
                .commit("Same time")
                .on("2022-01-01T00:00:00Z")
                .merge("s"));
    add("dates from 1970 to 2100 and odd zones", Scenarios::dates);
  }

  private static void dates(GitRepo repo) {
    ImportStream stream = new ImportStream();
    int last = stream.commit("main", "Begin", "A <a@x> 0 +0000");
    stream.file("a", "1\n");
    String[] idents = {
      "B <b@x> 1 -0930",
      "C <> 1700000000 +0545",
      "D d <d@x> 4102444800 +1400",
      " <e@x> 4102444801 -1200",
      "F <f@x> 1600000000 +0001"
    };
    for (String ident : idents) {
      last = stream.commit("main", "By " + ident, ident, last);
      stream.file("a", ident + "\n");
    }
    repo.load(stream);
  }

  private void files() {
    add(
        "a rename",
        repo ->
            repo.write("a", lines(1, 20))
                .commit("A")
                .move("a", "d/b")
                .commit("Moved")
                .move("d/b", "e")
                .write("e", lines(1, 21))
                .commit("Moved and changed"));
    add(
        "a copy",
        repo ->
            repo.write("a", lines(1, 20))
                .commit("A")
                .write("b", lines(1, 20))
                .commit("Copied")
                .delete("a")
                .commit("Gone"));
    add(
        "a file becomes a folder and back",
        repo ->
            repo.write("a", "1\n")
                .write("a.b", "x\n")
                .commit("File")
                .delete("a")
                .write("a/b", "1\n2\n")
                .write("a/c", "3\n")
                .commit("Folder")
                .delete("a")
                .write("a", "1\n")
                .commit("File again"));
    add(
        "folders sort as git sorts them",
        repo ->
            repo.write("a/x", "1\n")
                .write("a-b", "1\n")
                .write("a.b", "1\n")
                .write("a0", "1\n")
                .write("a/y/z", "1\n")
                .commit("A")
                .write("a/x", "2\n")
                .write("a-b", "2\n")
                .write("a0", "2\n")
                .commit("B")
                .delete("a")
                .write("a", "1\n")
                .commit("C"));
    add(
        "empty files",
        repo ->
            repo.write("a", "")
                .write("b", "")
                .commit("Empty")
                .write("a", "1\n")
                .commit("Filled")
                .write("a", "")
                .delete("b")
                .commit("Emptied"));
    add(
        "no newline at the end",
        repo ->
            repo.write("a", "1\n2")
                .commit("Without")
                .write("a", "1\n2\n")
                .commit("With")
                .write("a", "1\n2\n3")
                .commit("Another")
                .write("a", "3")
                .write("b", "x")
                .commit("One line"));
    add(
        "a folder is swapped for another",
        repo ->
            repo.write("x/a", "1\n")
                .write("x/b", "2\n")
                .commit("A")
                .delete("x")
                .write("x/c/d", "3\n")
                .write("w/x/a", "1\n")
                .commit("B"));
  }

  private void kinds() {
    add(
        "binary files",
        repo ->
            repo.write("a", new byte[] {0, 1, 2})
                .commit("Binary")
                .write("a", new byte[] {0, 9})
                .commit("Changed")
                .write("a", "text\n")
                .commit("Text now")
                .write("a", new byte[] {65, 0})
                .commit("Binary again")
                .delete("a")
                .commit("Gone"));
    add(
        "a zero byte beyond where git looks",
        repo ->
            repo.write("a", zeroAt(7999))
                .write("b", zeroAt(8000))
                .write("c", zeroAt(8001))
                .commit("A")
                .write("a", zeroAt(8100))
                .write("b", zeroAt(100))
                .write("c", zeroAt(8200))
                .commit("B"));
    add(
        "mode changes",
        repo ->
            repo.write("a", "1\n")
                .write("b", "1\n")
                .commit("A")
                .executable("a", true)
                .commit("Mode")
                .write("a", "2\n")
                .executable("b", true)
                .commit("Both")
                .executable("a", false)
                .commit("Back"));
    add(
        "symbolic links",
        repo ->
            repo.write("a", "1\n")
                .symlink("l", "a")
                .commit("A")
                .symlink("l", "nowhere/else")
                .commit("B")
                .delete("l")
                .commit("C"));
    add(
        "a file becomes a link and back",
        repo ->
            repo.write("a", "1\n2\n3\n")
                .commit("File")
                .symlink("a", "b")
                .commit("Link")
                .delete("a")
                .write("a", "b")
                .commit("File"));
    add(
        "a binary becomes a link",
        repo -> repo.write("a", new byte[] {0, 1}).commit("File").symlink("a", "b").commit("Link"));
    add(
        "gitlinks",
        repo ->
            repo.write("a", "1\n")
                .gitlink("sub", OTHER)
                .commit("Added")
                .gitlink("sub", OTHER.replace('1', '2'))
                .write("a", "2\n")
                .commit("Moved on")
                .delete("sub")
                .run("rm", "-q", "--cached", "sub")
                .commit("Removed"));
    add(
        "a gitlink becomes a file and a folder",
        repo ->
            repo.gitlink("sub", OTHER)
                .commit("Link")
                .delete("sub")
                .write("sub", "1\n2\n")
                .commit("File")
                .delete("sub")
                .gitlink("sub", OTHER)
                .commit("Link again")
                .delete("sub")
                .write("sub/a", "1\n")
                .commit("Folder"));
  }

  private void texts() {
    add(
        "line ends",
        repo ->
            repo.write("a", "1\r\n2\r\n3\r\n")
                .write("b", "1\n2\n")
                .commit("A")
                .write("a", "1\n2\n3\n")
                .write("b", "1\r\n2\n")
                .commit("B"));
    add(
        "lone carriage returns",
        repo ->
            repo.write("a", "1\r2\r3\r")
                .commit("A")
                .write("a", "1\r2\r3\r4\r")
                .commit("B")
                .write("a", "1\n2\r3\r4\r")
                .commit("C"));
    add(
        "repeated lines",
        repo ->
            repo.write("a", "{\n}\n".repeat(40))
                .commit("A")
                .write("a", "x\n" + "{\n}\n".repeat(35) + "y\n" + "}\n{\n".repeat(9))
                .commit("B"));
    add(
        "blocks move",
        repo ->
            repo.write("a", lines(1, 60))
                .commit("A")
                .write("a", lines(30, 60) + lines(1, 29))
                .commit("B")
                .write("a", lines(1, 60))
                .commit("C"));
    add(
        "everything changes",
        repo -> repo.write("a", lines(1, 50)).commit("A").write("a", lines(100, 180)).commit("B"));
    add(
        "one very long line",
        repo ->
            repo.write("a", "x".repeat(200_000))
                .commit("A")
                .write("a", "x".repeat(200_001) + "\ny\n")
                .commit("B"));
    add(
        "bytes that are no UTF-8",
        repo ->
            repo.write("a", new byte[] {-1, -2, 10, -3})
                .commit("A")
                .write("a", new byte[] {-1, -2, 10, -4, 10})
                .commit("B"));
  }

  private void oddities() {
    add(
        "paths that need quotes",
        repo -> {
          ImportStream stream = new ImportStream();
          int first = stream.commit("main", "Odd", 1_700_000_000);
          byte[][] paths = {
            bytes("a b"),
            bytes("new\nline"),
            bytes("quo\"te"),
            bytes("back\\slash"),
            bytes("tab\t"),
            bytes("é/ü"),
            {'x', -1, -2},
            {'x', 1, 127, 27},
            bytes(" lead"),
            bytes("bell\u0007\u000b")
          };
          for (byte[] path : paths) {
            stream.file("100644", path, bytes("1\n"));
          }
          stream.commit("main", "Less", 1_700_000_100, first);
          stream.delete(paths[1]).file("100755", paths[6], bytes("2\n"));
          repo.load(stream);
        });
    add("old ways to write modes", Scenarios::oldModes);
    add(
        "messages and trailers",
        repo ->
            repo.write("a", "1\n")
                .commit("A subject\nover two lines\n\nBody.\n\nSigned-off-by: A <a@x>\nFixes: #1")
                .write("a", "2\n")
                .commit("\n\n  Leading blanks  \n\nText")
                .by("Zoë Ümlaut", "z@x")
                .write("a", "3\n")
                .commit("Grüße"));
    add(
        "another encoding",
        repo -> {
          byte[] message = "Gr\u00fc\u00dfe".getBytes(StandardCharsets.ISO_8859_1);
          repo.write("a", "1\n")
              .run("add", "a")
              .bytes(message, "-c", "i18n.commitEncoding=ISO-8859-1", "commit", "-q", "-F", "-");
        });
  }

  /** Group-writable files and folders with a leading zero, as early tools wrote them. */
  private static void oldModes(GitRepo repo) {
    repo.write("a", "1\n").write("d/b", "2\n").commit("As today");
    String fileId = repo.id("HEAD:a");
    String folderId = repo.id("HEAD:d");
    String tree = tree(repo, "100664 a", fileId, "040000 d", folderId);
    String first = repo.git("commit-tree", tree, "-p", "HEAD", "-m", "As then");
    String other = tree(repo, "100664 a", repo.id("HEAD:d/b"), "40000 d", folderId);
    repo.run("reset", "-q", "--soft", repo.git("commit-tree", other, "-p", first, "-m", "Changed"));
  }

  private static String tree(GitRepo repo, String one, String oneId, String two, String twoId) {
    byte[] tree =
        HexFormat.of()
            .parseHex(
                HexFormat.of().formatHex(bytes(one + "\0"))
                    + oneId
                    + HexFormat.of().formatHex(bytes(two + "\0"))
                    + twoId);
    byte[] id = repo.bytes(tree, "hash-object", "-t", "tree", "-w", "--stdin", "--literally");
    return new String(id, StandardCharsets.US_ASCII).strip();
  }

  static String lines(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i <= to; i++) {
      text.append("line ").append(i).append('\n');
    }
    return text.toString();
  }

  private static byte[] zeroAt(int at) {
    byte[] bytes = "x".repeat(9000).getBytes(StandardCharsets.US_ASCII);
    bytes[at] = 0;
    return bytes;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
