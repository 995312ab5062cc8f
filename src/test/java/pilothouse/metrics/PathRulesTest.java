package pilothouse.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathRulesTest {
  @ParameterizedTest
  @CsvSource({
    "src/main/java/ferry/Deck.java, CODE",
    "src/test/java/ferry/DeckTest.java, TEST",
    "src/integrationTest/java/ferry/Load.java, TEST",
    "ferry-test/src/main/java/ferry/Fixture.java, CODE",
    "lib/deck_test.go, TEST",
    "app/deck.spec.ts, TEST",
    "tests/test_deck.py, TEST",
    "spec/deck_spec.rb, TEST",
    "test/data/deck.json, CONFIGURATION",
    "package-lock.json, GENERATED",
    "web/yarn.lock, GENERATED",
    "Gemfile.lock, GENERATED",
    "node_modules/left/pad.js, GENERATED",
    "vendor/github.com/x/y.go, GENERATED",
    "web/dist/app.js, GENERATED",
    "web/app.min.js, GENERATED",
    "src/__snapshots__/deck.snap, GENERATED",
    "api/deck.pb.go, GENERATED",
    "README.md, DOCUMENT",
    "LICENSE, DOCUMENT",
    "docs/index.html, DOCUMENT",
    "web/index.html, CODE",
    "requirements.txt, CONFIGURATION",
    "CMakeLists.txt, CODE",
    "Dockerfile, CODE",
    "pom.xml, CONFIGURATION",
    "contest/Winner.java, CODE",
    "src/Latest.java, CODE"
  })
  void kindsByPath(String path, PathKind kind) {
    assertEquals(kind, new PathRules().kind(path));
  }
}
