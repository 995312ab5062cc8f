package pilothouse.debt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
  @Test
  void filesAreNamedWithTheFoldersThatTellThemApart() {
    List<String> paths =
        List.of(
            "main.tf", "a/main.tf", "x/b/main.tf", "y/b/main.tf", "x/c/d/main.tf", "x/b/Q.java");
    Map<String, String> names = Tails.of(paths);
    List<String> told = paths.stream().map(names::get).toList();
    assertEquals(
        List.of("main.tf", "a/main.tf", "x/b/main.tf", "y/b/main.tf", "d/main.tf", "b/Q.java"),
        told);
    assertEquals(Map.of("b/a", "b/a", "a", "a"), Tails.of(List.of("a", "b/a", "a")));
  }

  @Test
  void filesOfOneNameAreToldApartByTheirFolders() {
    assertEquals("Till.java", Suggestions.apart("shop/Till.java", "pier/Gate.java"));
    assertEquals("shop/pom.xml", Suggestions.apart("shop/pom.xml", "pier/pom.xml"));
    assertEquals("a/x/pom.xml", Suggestions.apart("a/x/pom.xml", "b/x/pom.xml"));
    assertEquals("pom.xml", Suggestions.apart("pom.xml", "pier/pom.xml"));
    assertEquals("pier/pom.xml", Suggestions.apart("pier/pom.xml", "pom.xml"));
  }
}
