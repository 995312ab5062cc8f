package pilothouse.git;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/** Histories with odd texts, paths, dates and trees. */
final class OddScenarios {
  private final List<Scenarios.Scenario> all;

  private OddScenarios(List<Scenarios.Scenario> all) {
    this.all = all;
  }

  static void addTo(List<Scenarios.Scenario> all) {
    OddScenarios scenarios = new OddScenarios(all);
    scenarios.texts();
    scenarios.edits();
    scenarios.oddities();
    scenarios.messages();
  }

  private void add(String name, Consumer<GitRepo> build) {
    all.add(new Scenarios.Scenario(name, build));
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
  }

  private void edits() {
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
            repo.write("a", Scenarios.lines(1, 60))
                .commit("A")
                .write("a", Scenarios.lines(30, 60) + Scenarios.lines(1, 29))
                .commit("B")
                .write("a", Scenarios.lines(1, 60))
                .commit("C"));
    add(
        "everything changes",
        repo ->
            repo.write("a", Scenarios.lines(1, 50))
                .commit("A")
                .write("a", Scenarios.lines(100, 180))
                .commit("B"));
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
    add("dates from 1970 to 2100 and odd zones", OddScenarios::dates);
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
    add("old ways to write modes", OddScenarios::oldModes);
  }

  private void messages() {
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

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
