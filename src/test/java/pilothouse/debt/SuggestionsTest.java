package pilothouse.debt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SuggestionsTest {
  @Test
  void filesOfOneNameAreToldApartByTheirFolders() {
    assertEquals("Till.java", Suggestions.apart("shop/Till.java", "pier/Gate.java"));
    assertEquals("shop/pom.xml", Suggestions.apart("shop/pom.xml", "pier/pom.xml"));
    assertEquals("a/x/pom.xml", Suggestions.apart("a/x/pom.xml", "b/x/pom.xml"));
    assertEquals("pom.xml", Suggestions.apart("pom.xml", "pier/pom.xml"));
    assertEquals("pier/pom.xml", Suggestions.apart("pier/pom.xml", "pom.xml"));
  }
}
