package pilothouse.views;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import pilothouse.views.Sentence.Kind;
import pilothouse.views.Sentence.Part;

class SentenceTest {
  private static final String LONG =
      "railties/lib/rails/generators/rails/%s/templates/github/ci.yml.tt";

  private static List<String> paths(String one, String other) {
    Sentence sentence = Sentence.of(one + " and " + other + " changed together in 6 commits.");
    return sentence.parts().stream()
        .filter(part -> part.kind() == Kind.PATH)
        .map(Part::text)
        .toList();
  }

  @Test
  void aLongPathIsShortened() {
    String path = LONG.formatted("app");
    List<String> shown = paths(path, "b");
    assertEquals(1, shown.size());
    assertEquals(true, shown.getFirst().length() < path.length());
  }

  @Test
  void pathsThatShortenAlikeStayApart() {
    String one = LONG.formatted("app");
    String other = LONG.formatted("plugin");
    assertEquals(List.of(one, other), paths(one, other));
  }

  private static String leads(String text) {
    return Sentence.of(text).parts().stream()
        .filter(part -> part.kind() == Kind.NUMBER)
        .map(Part::text)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theValueLeadsAndNeverAPieceOfADate() {
    assertEquals("12 %", leads("Since 16 Nov 2026 reverts are 12 % of 300 commits."));
    assertEquals("3", leads("Overdue since 2026-11-16 for 3 teams."));
    assertEquals("1", leads("Commits fell to 1 in the week of 16 Nov 2026."));
    assertEquals("5", leads("In Nov 2026 at 16:30 there were 5."));
    String day = "The promise to the harbour was due on 16 Nov 2026";
    assertEquals(day, leads(day + "."));
    assertEquals("2", leads("Maya marches 2 boats."));
    assertEquals("owner", leads("This has no owner."));
  }
}
