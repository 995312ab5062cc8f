package pilothouse.systems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pilothouse.Village;
import pilothouse.journal.Who;
import pilothouse.storage.Databases;
import pilothouse.storage.Storage;

/** Repositories are registered once, under names that tell them apart. */
class SystemsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void registersOnce(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      var systems = new Systems(storage, InstantSource.fixed(Village.NOW));
      Repository first = systems.register("https://host.example/team/ferry.git", "check");
      assertEquals(first, systems.register(" https://host.example/team/ferry.git/ ", "up"));
      assertEquals("ferry", first.name());
      assertEquals(Village.NOW, first.addedAt());
      assertEquals("check", first.addedBy());
      assertEquals(List.of(first), systems.all());
    }
  }

  @ParameterizedTest
  @EnumSource
  void givesEachItsOwnName(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      var systems = new Systems(storage, InstantSource.fixed(Village.NOW));
      systems.register("https://host.example/a/ferry", "t");
      systems.register("https://host.example/b/Ferry.git", "t");
      systems.register("git@host.example:b/ferry.git", "t");
      systems.register("ssh://host.example/b/ferry", "t");
      var names = systems.all().stream().map(Repository::name).sorted().toList();
      assertEquals(4, names.stream().distinct().count());
      assertTrue(names.contains("ferry") && names.contains("b-Ferry"), names.toString());
      assertTrue(systems.remove("ferry", Who.program(), ""));
      assertEquals(3, systems.all().size());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/home/me/code/kafka, kafka",
    "/home/me/code/kafka/.git, kafka",
    "/srv/git/kafka.git, kafka",
    "https://user:secret@host.example/apache/kafka.git, kafka",
    "git@host.example:apache/kafka.git, kafka",
    "/home/me/my project!, my-project-",
    "/, repository"
  })
  void namesComeFromTheSource(String source, String name) {
    assertEquals(name, Source.names(source).getFirst());
  }

  @Test
  void showsNoPassword() {
    assertEquals("https://host.example/a", Source.shown("https://me:secret@host.example/a"));
    assertEquals("git@host.example:a/b", Source.shown("git@host.example:a/b"));
  }

  @Test
  void refusesNothing() {
    assertThrows(IllegalArgumentException.class, () -> Source.normal("  "));
  }
}
