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
}
