package pilothouse.systems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CODEOWNERS means what GitHub and GitLab say that it means. */
class CodeownersTest {
  @ParameterizedTest
  @CsvSource({
    "*, any/where.txt, true",
    "*.js, a/b/c.js, true",
    "*.js, a/b/c.jsx, false",
    "/build/logs/, build/logs/today/a.log, true",
    "/build/logs/, x/build/logs/a.log, false",
    "docs/*, docs/start.md, true",
    "docs/*, docs/deep/start.md, false",
    "docs/**, docs/deep/start.md, true",
    "apps/, x/apps/y/z, true",
    "apps/, apps, false",
    "/docs/, docs/a, true",
    "**/logs, deep/down/logs/a, true",
    "/a/**/z.txt, a/z.txt, true",
    "/a/**/z.txt, a/b/c/z.txt, true",
    "/a/**/z.txt, a/bz.txt, false",
    "foo, x/foo/y, true",
    "foo, foobar, false",
    "a/b, a/b/c, true",
    "a/b, x/a/b, false",
    "/a?c, abc, true",
    "/a?c, a/c, false",
    "a.b, a.b, true",
    "a.b, aXb, false",
    "with\\ space.txt, with space.txt, true",
    "\\#odd, '#odd', true",
    "(x)+, (x)+, true",
  })
  void matchesPaths(String pattern, String path, boolean matches) {
    assertEquals(matches ? List.of("@o") : List.of(), github(pattern + " @o").owners(path));
  }

  @Test
  void lastMatchWins() {
    var owners = github("* @all\n/web/ @web me@x.example # why\n/web/free/\n");
    assertEquals(List.of("@all"), owners.owners("a"));
    assertEquals(List.of("@web", "me@x.example"), owners.owners("web/a"));
    assertEquals(List.of(), owners.owners("web/free/a"));
  }

  @Test
  void listsTheFoldersThatRulesName() {
    var owners =
        github("* @all\n/web/ @web\n/src/main/** @core\n*.js @js\nanywhere/ @x\n/web/ @new\n");
    assertEquals(
        Map.of("web", List.of("@new"), "src/main", List.of("@core")), Map.copyOf(owners.folders()));
  }

  @Test
  void saysWhatItCannotRead() {
    var owners = github("\n!not @a\nfine nobody @b\n[a-z] @c\n");
    assertEquals(
        List.of(2, 3, 4), owners.problems().stream().map(Codeowners.Problem::line).toList());
    assertEquals(List.of("@b"), owners.owners("fine"));
  }

  @Test
  void joinsTheSectionsOfGitlab() {
    String text =
        """
        * @all
        [Docs][2] @writers
        docs/
        docs/api/ @@developer
        ^[Database] @dba @group/sub/team
        *.sql
        !old.sql
        [docs]
        README.md @readers
        """;
    var owners = Codeowners.parse(text, "CODEOWNERS");
    assertEquals(List.of(), owners.problems());
    assertEquals(List.of("@all", "@writers"), owners.owners("docs/a"));
    assertEquals(List.of("@all", "@@developer"), owners.owners("x/docs/api/a"));
    assertEquals(List.of("@all", "@dba", "@group/sub/team"), owners.owners("db/a.sql"));
    assertEquals(List.of("@all"), owners.owners("db/old.sql"));
    assertEquals(List.of("@all", "@readers"), owners.owners("README.md"));
  }

  @Test
  void aSlashInsideFloatsOnlyInGitlab() {
    String text = "internal/README.md @a\n";
    assertEquals(List.of(), github(text).owners("x/internal/README.md"));
    var gitlab = Codeowners.parse(text, ".gitlab/CODEOWNERS");
    assertEquals(List.of("@a"), gitlab.owners("x/internal/README.md"));
  }

  private static Codeowners github(String text) {
    return Codeowners.parse(text, ".github/CODEOWNERS");
  }
}
