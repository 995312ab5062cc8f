package pilothouse.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitConfigTest {
  private static final String ODD =
      """
      ; a comment
      [Core] Bare = yes # of course
      \tfileMode
      [remote "Ori\\"gin\\\\"]\turl = "a # b" ; c
        fetch = one
        FETCH = two \\
      three  four\s\s
      [branch.Main]
      merge = a\\tb\\n"  kept  "
      [include]
      path = /nowhere
      [empty]
      a =
      b = ""
      c-1=x;y
      """;

  @TempDir Path temp;

  @Test
  void readsWhatGitReads() throws IOException {
    Path file = Files.writeString(temp.resolve("config"), ODD);
    String git =
        GitRepo.init(temp.resolve("r")).git("config", "-z", "-f", file.toString(), "--list");
    GitConfig config = GitConfig.read(file);
    List<String> ours = new ArrayList<>();
    for (String section : List.of("core", "remote", "branch", "include", "empty")) {
      for (String key : config.keys(section)) {
        config.all(key).forEach(value -> ours.add(key + "\n" + value));
      }
    }
    assertEquals(
        git.replace("core.filemode\0", "core.filemode\ntrue\0"), String.join("\0", ours) + "\0");
    assertEquals("two three  four", config.last("remote.Ori\"gin\\.fetch"));
  }

  @Test
  void knowsOnAndOff() {
    GitConfig config = GitConfig.parse("[a]\nx\ny=No\nz=2\nn=0\ne=\nx=Off\n", "here");
    assertFalse(config.on("a.x", true));
    assertFalse(config.on("a.y", true));
    assertTrue(config.on("a.z", false));
    assertFalse(config.on("a.n", true));
    assertFalse(config.on("a.e", true));
    assertTrue(config.on("a.none", true));
    assertNull(config.last("a.none"));
  }

  @Test
  void whatCannotBeUnderstoodNamesFileAndLine() {
    for (String bad :
        List.of("[a\n", "[a \"b]\n", "x = 1\n", "[a]\nx = \"1\n", "[a]\n?\n", "[a]\nx = \\q\n")) {
      GitTrouble trouble = assertThrows(GitTrouble.class, () -> GitConfig.parse(bad, "my/config"));
      assertTrue(String.valueOf(trouble.getMessage()).contains("my/config"), bad);
    }
  }

  @Test
  void windowsLineEndsAndAByteOrderMarkAreFine() {
    GitConfig config = GitConfig.parse("\uFEFF[core]\r\n\tbare = true\r\n", "here");
    assertEquals("true", config.last("core.bare"));
  }
}
