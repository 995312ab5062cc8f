package pilothouse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pilothouse.git.GitRepo;
import pilothouse.git.ImportStream;

/** Odd input is simply right: the rows are git's, and the page comes. */
class OddInputTest {
  private static final long AT = 1_793_000_000L;
  @TempDir Path folder;

  @SuppressWarnings("ImmutableEnumChecker") // the stories have no state
  enum Odd {
    A_MILLION_LINES(stream -> {
      int first = stream.commit("main", "first", AT);
      stream.file("big.txt", lines(1_000_000, 1));
      stream.commit("main", "second", AT + 1, first);
      stream.file("big.txt", lines(1_000_000, 10_000));
    }),
    A_HUNDRED_THOUSAND_FILES(stream -> {
      stream.commit("main", "first", AT);
      for (int i = 0; i < 100_000; i++) {
        stream.file("d" + i % 300 + "/f" + i, "x" + i % 1_000 + "\n");
      }
    }),
    PATHS_THAT_NOBODY_EXPECTS(stream -> {
      stream.commit("main", "first", AT);
      for (String path :
          List.of("a\nb\tc", "cr\rx", "esc\u001b[31m", "quote\"'", "\u00ff\u00fe", " ", "\\")) {
        stream.file("100644", path.getBytes(ISO_8859_1), "x\n".getBytes(UTF_8));
      }
      stream.file("bidi\u202ex", "x\n").file("<script>alert(1)</script>", "x\n");
    }),
    TWO_ROOTS_AND_AN_OCTOPUS(stream -> {
      int[] tips = IntStream.range(0, 8).map(i -> root(stream, i)).toArray();
      stream.commit("main", "octopus", AT + 9, tips);
      stream.file("merged", "x\n");
    }),
    HUGE_MESSAGES_AND_LINES(stream -> {
      int first = stream.commit("main", "s".repeat(3_000_000), AT);
      stream.file("long.java", "x".repeat(10_000_000) + "\ny");
      stream.commit("main", "b\n\n" + "word ".repeat(500_000), AT + 1, first);
      stream.file("long.java", "x".repeat(10_000_000) + "\nz");
    });

    private final Consumer<ImportStream> story;

    Odd(Consumer<ImportStream> story) {
      this.story = story;
    }

    private static int root(ImportStream stream, int number) {
      int commit = stream.commit("b" + number, "root", AT + number);
      stream.file("f" + number, "x\n");
      return commit;
    }

    /** Lines that all differ, each so-many-th of them in its own way. */
    private static String lines(int count, int step) {
      StringBuilder text = new StringBuilder(count * 12);
      for (int i = 0; i < count; i++) {
        text.append("line ").append(i).append(step > 1 && i % step == 7 ? " anew\n" : "\n");
      }
      return text.toString();
    }
  }

  @ParameterizedTest
  @EnumSource
  void isReadAsGitReadsIt(Odd odd) {
    GitRepo repo = GitRepo.init(folder.resolve("odd"));
    ImportStream stream = new ImportStream();
    odd.story.accept(stream);
    repo.load(stream);
    assertEquals(rows(gits(repo)), rows(Terminal.bare("numstat", repo.path().toString()).fine()));
    Terminal.Ended page = Terminal.ready(folder.resolve("data")).check(repo.path()).fine();
    assertTrue(page.out().contains("Health check of odd"), page.out());
    for (int c : page.out().codePoints().toArray()) {
      assertFalse((c < 0x20 && c != '\n') || c == 0x202e, "a terminal would obey " + c);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isShownOnPages(Odd odd) {
    GitRepo repo = GitRepo.init(folder.resolve("odd"));
    ImportStream stream = new ImportStream();
    odd.story.accept(stream);
    repo.load(stream);
    try (Ship ship = Ship.with(repo.path()).read("odd")) {
      for (String page :
          List.of("/", "/systems/odd", "/systems/odd/files", "/systems/odd/people")) {
        var answer = ship.get(page);
        assertTrue(answer.statusCode() == 200 || answer.statusCode() == 404, page);
        assertFalse(answer.body().contains("<script>alert"), page);
      }
    }
  }

  @Test
  void datesOfAllTimesAreTakenAsTheyAre() {
    GitRepo repo = GitRepo.init(folder.resolve("dates")).write("a", "1\n").commit("First");
    String parent = repo.id("HEAD");
    String tree = repo.id("HEAD^{tree}");
    List<String> times =
        List.of(
            "0 +0000",
            "4102444800 +0000",
            "-1 +0000",
            "-62135596801 -1200",
            "253402300800 +1400",
            "99999999999999 -0000",
            "9223372036854775807 +0000",
            "18446744073709551616 +9999",
            "now +0000",
            "");
    for (String time : times) {
      String text =
          "tree %s\nparent %s\nauthor A <a@x> %s\ncommitter A <a@x> %s\n\nAt %s\n"
              .formatted(tree, parent, time, time, time);
      byte[] id =
          repo.bytes(
              text.getBytes(UTF_8), "hash-object", "--literally", "-t", "commit", "-w", "--stdin");
      parent = new String(id, UTF_8).strip();
    }
    repo.run("update-ref", "refs/heads/main", parent);
    Terminal terminal = Terminal.ready(folder.resolve("data"));
    for (List<String> form : List.of(List.<String>of(), List.of("--json"))) {
      Terminal.Ended page = terminal.check(repo.path(), form.toArray(String[]::new)).fine();
      assertTrue(page.out().contains("dates"), page.out());
    }
    try (Ship ship = Ship.with(repo.path()).read("dates")) {
      assertEquals(200, ship.get("/systems/dates").statusCode());
      assertEquals(200, ship.get("/").statusCode());
    }
  }

  @Test
  void namesAndMessagesInAnotherEncodingAreRead() {
    GitRepo repo = GitRepo.init(folder.resolve("words")).write("a", "1\n").commit("First");
    String head =
        "tree %s\nparent %s\nauthor J\u00f6rg <j@x> %d +0000\ncommitter J\u00f6rg <j@x> %d +0000\n"
            .formatted(repo.id("HEAD^{tree}"), repo.id("HEAD"), AT, AT);
    for (String encoding : List.of("encoding ISO-8859-1\n", "", "encoding no such thing\n")) {
      byte[] text = (head + encoding + "\n\u00fcberall \u00ff\n").getBytes(ISO_8859_1);
      byte[] id = repo.bytes(text, "hash-object", "--literally", "-t", "commit", "-w", "--stdin");
      repo.run("update-ref", "refs/heads/main", new String(id, UTF_8).strip());
      Terminal.ready(folder.resolve("data")).check(repo.path(), "--json").fine();
    }
  }

  private static Terminal.Ended gits(GitRepo repo) {
    String text =
        new String(
            repo.bytes(
                new byte[0],
                "log",
                "--numstat",
                "--minimal",
                "--no-renames",
                "--no-merges",
                "--format=%H"),
            UTF_8);
    return new Terminal.Ended(0, text, "");
  }

  /** Each row behind its commit, in one order: which of two commits comes first does not matter. */
  private static List<String> rows(Terminal.Ended printed) {
    List<String> rows = new ArrayList<>();
    String commit = "";
    for (String line : printed.out().split("\n", -1)) {
      if (line.matches("[0-9a-f]{40}")) {
        commit = line;
      } else if (!line.isEmpty()) {
        rows.add(commit + ' ' + line);
      }
    }
    rows.sort(null);
    return rows;
  }
}
