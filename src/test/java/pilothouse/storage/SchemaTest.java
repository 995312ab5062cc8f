package pilothouse.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of migrations is what lies in the folders. */
class SchemaTest {
  private static final Path FOLDER = Path.of("src/main/resources/db");

  @Test
  void listsEveryMigrationOnceInOrder() throws IOException {
    try (var files = Files.walk(FOLDER)) {
      List<String> there =
          files
              .filter(file -> file.toString().endsWith(".sql"))
              .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
              .sorted((a, b) -> Integer.compare(version(a), version(b)))
              .toList();
      assertEquals(there, Schema.program().files());
      assertEquals(there.size(), there.stream().mapToInt(SchemaTest::version).distinct().count());
    }
  }

  private static int version(String file) {
    return new Schema(List.of(file)).version();
  }
}
