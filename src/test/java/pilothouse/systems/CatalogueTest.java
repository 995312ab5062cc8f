package pilothouse.systems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pilothouse.Village;
import pilothouse.storage.Databases;
import pilothouse.storage.DatedFields;
import pilothouse.storage.Said;
import pilothouse.storage.Storage;
import pilothouse.systems.Edge.Kind;
import pilothouse.web.Refused;

/** What is said of systems stays with who said it; persons go before files. */
class CatalogueTest {
  private static final Said YOU = Said.by("local", "you", "asked");
  private static final Said FILE = new Said("Pilothouse", "catalog-info.yaml of ferry", false, "");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void nothingIsOverwrittenWithoutItsBefore(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Catalogue catalogue = catalogue(storage);
      assertTrue(catalogue.declare(draft("Old"), YOU).isNew());
      assertTrue(catalogue.declare(draft("Old"), YOU).isNothing());
      assertEquals(List.of("title"), catalogue.declare(draft("New"), YOU).changed());
      List<String> said =
          catalogue.history("booking").stream()
              .map(field -> field.value() + (field.until() == null ? " now" : " before"))
              .sorted()
              .toList();
      assertEquals(List.of("New now", "Old before"), said);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatAPersonSaidYieldsToNoFile(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Catalogue catalogue = catalogue(storage);
      catalogue.declare(new SystemDraft("booking", Map.of("title", "A", "kind", "service")), FILE);
      catalogue.declare(draft("Mine"), YOU);
      DatedFields.Change change =
          catalogue.declare(
              new SystemDraft("booking", Map.of("title", "B", "kind", "library")), FILE);
      assertEquals(List.of("kind"), change.changed());
      assertEquals(List.of("title"), change.kept());
      Declared booking = catalogue.find("booking").orElseThrow();
      assertEquals("Mine", booking.title());
      assertEquals("library", booking.value("kind"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void ownersHaveDays(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Catalogue catalogue = catalogue(storage);
      catalogue.declare(draft("Booking"), YOU);
      Edges edges = catalogue.edges();
      assertTrue(edges.add(Kind.OWNER, "booking", "sales", day(1, 1), day(6, 30), YOU));
      assertFalse(edges.add(Kind.OWNER, "booking", "sales", day(1, 1), day(6, 30), YOU));
      assertTrue(edges.add(Kind.OWNER, "booking", "harbour", day(7, 1), null, YOU));
      Declared booking = catalogue.find("booking").orElseThrow();
      assertEquals(List.of("sales"), booking.owners(day(6, 30)));
      assertEquals(List.of("harbour"), booking.owners(day(7, 1)));
      assertThrows(
          Refused.class, () -> edges.add(Kind.OWNER, "booking", "sales", day(6, 1), null, YOU));
      Refused days =
          assertThrows(
              Refused.class,
              () -> edges.add(Kind.OWNER, "booking", "x", day(6, 1), day(5, 1), YOU));
      assertTrue(String.valueOf(days.getMessage()).contains("before it starts"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void dependenciesDoNotGoRound(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Catalogue catalogue = catalogue(storage);
      for (String name : List.of("a", "b", "c")) {
        catalogue.declare(new SystemDraft(name, Map.of()), YOU);
      }
      Edges edges = catalogue.edges();
      edges.add(Kind.NEEDS, "a", "b", TODAY, null, YOU);
      edges.add(Kind.NEEDS, "b", "c", TODAY, null, YOU);
      Refused round =
          assertThrows(Refused.class, () -> edges.add(Kind.NEEDS, "c", "a", TODAY, null, YOU));
      assertTrue(String.valueOf(round.getMessage()).contains("c → a → b → c"), round.getMessage());
      assertThrows(Refused.class, () -> edges.add(Kind.NEEDS, "a", "a", TODAY, null, YOU));
      assertThrows(Refused.class, () -> edges.add(Kind.NEEDS, "a", "nobody", TODAY, null, YOU));
      assertEquals(List.of(), catalogue.find("c").orElseThrow().needs(TODAY));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatIsFollowedMovesItsOwnEdgesAlone(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Catalogue catalogue = catalogue(storage);
      catalogue.declare(draft("Booking"), FILE);
      Edges edges = catalogue.edges();
      edges.follow(Kind.OWNER, "booking", List.of("sales"), TODAY.minusDays(30), FILE);
      assertFalse(edges.follow(Kind.OWNER, "booking", List.of("sales"), TODAY, FILE).changed());
      assertTrue(edges.follow(Kind.OWNER, "booking", List.of("harbour"), TODAY, FILE).changed());
      Declared booking = catalogue.find("booking").orElseThrow();
      assertEquals(List.of("harbour"), booking.owners(TODAY));
      assertEquals(List.of("sales"), booking.owners(TODAY.minusDays(1)));
      edges.follow(Kind.OWNER, "booking", List.of("piers"), TODAY, YOU);
      Edges.Followed kept =
          edges.follow(Kind.OWNER, "booking", List.of("sales"), TODAY.plusDays(1), FILE);
      assertEquals(List.of("sales"), kept.kept());
      assertEquals(
          List.of("piers"), catalogue.find("booking").orElseThrow().owners(TODAY.plusDays(1)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void namesOfTheWrongFormAreRefusedWithABetterOne(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Catalogue catalogue = catalogue(storage);
      Refused refused =
          assertThrows(
              Refused.class,
              () -> catalogue.declare(new SystemDraft("Example Service Ä", Map.of()), YOU));
      assertTrue(String.valueOf(refused.getMessage()).contains("example-service-a"));
      assertThrows(
          Refused.class,
          () -> catalogue.declare(new SystemDraft("x", Map.of("folder", "../etc")), YOU));
      assertThrows(
          Refused.class,
          () -> catalogue.declare(new SystemDraft("x", Map.of("colour", "red")), YOU));
      assertEquals(List.of(), catalogue.all());
    }
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2026, month, day);
  }

  private static SystemDraft draft(String title) {
    return new SystemDraft("booking", Map.of("title", title));
  }

  private static Catalogue catalogue(Storage storage) {
    return new Systems(storage, InstantSource.fixed(Village.NOW)).catalogue();
  }
}
