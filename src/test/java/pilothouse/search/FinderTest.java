package pilothouse.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pilothouse.storage.Databases;
import pilothouse.storage.Storage;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Where;

/** What somebody may not see changes neither what they find nor how much; on both databases. */
class FinderTest {
  private static final List<Kind> KINDS = List.of(Kind.values());
  @TempDir Path folder;

  /** Somebody who may do what is said, and nothing else. */
  private record Somebody(BiPredicate<Permission, Where> may) implements Caller {
    @Override
    public String id() {
      return "account/1";
    }

    @Override
    public String name() {
      return "Mara Lind";
    }

    @Override
    public boolean may(Permission permission, Where where) {
      return may.test(permission, where);
    }
  }

  private static Caller reading(String... systems) {
    List<String> seen = List.of(systems);
    return new Somebody((permission, where) ->
        permission == Permission.READ
            && (where.equals(Where.ANYWHERE) || seen.contains(where.name())));
  }

  private static Document system(String name) {
    return Document.of(
        Kind.SYSTEM, name, "Gate " + name, "", "/catalog/" + name, Where.system(name));
  }

  private static Document mara() {
    return new Document(
        Kind.PERSON,
        "mara-lind",
        "Mara Lind",
        "",
        "/people",
        Permission.PEOPLE,
        Where.ORGANISATION);
  }

  private List<String> found(Storage storage, String words, Caller caller) {
    Commands none = new Commands(new Searches.Offer(List.of(), List.of(), List.of()));
    return new Finder(new Shelves(storage), none)
        .find(Query.of(words), caller, KINDS, 20).values().stream()
            .flatMap(Collection::stream)
            .map(Document::key)
            .toList();
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void onlyWhatOneMaySeeIsAmongTheCandidates(Databases kind) {
    try (Storage storage = Storage.open(kind.create(folder))) {
      List<Document> all = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        all.add(system("a" + i));
      }
      all.add(system("zulu"));
      all.add(mara());
      new Shelves(storage).keep("all", "1", all, true);
      assertEquals(List.of("zulu"), found(storage, "gate", reading("zulu")));
      assertEquals(List.of("zulu"), found(storage, "gate zu", reading("zulu")));
      assertEquals(List.of(), found(storage, "gate a1", reading("zulu")));
      assertEquals(List.of(), found(storage, "gate", reading()));
      assertEquals(List.of(), found(storage, "gate", Caller.nobody()));
      assertEquals(20, found(storage, "gate", Caller.onlyYou()).size());
      String[] many = all.stream().skip(1).limit(900).map(Document::key).toArray(String[]::new);
      assertEquals(List.of(), found(storage, "gatea0", reading(many)));
      assertEquals(List.of("a899"), found(storage, "a899", reading(many)));
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void peopleAreFoundOnlyWithThePermission(Databases kind) {
    try (Storage storage = Storage.open(kind.create(folder))) {
      new Shelves(storage).keep("all", "1", List.of(mara(), system("mara")), true);
      Caller reader = new Somebody((permission, _) -> permission == Permission.READ);
      assertEquals(List.of("mara-lind"), found(storage, "lind", Caller.onlyYou()));
      assertEquals(List.of(), found(storage, "lind", reader));
      assertEquals(1, found(storage, "mara", reader).size(), "the system alone");
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatChangesIsWrittenAndWhatIsGoneIsForgotten(Databases kind) {
    try (Storage storage = Storage.open(kind.create(folder))) {
      Shelves shelves = new Shelves(storage);
      shelves.keep("one", "1", List.of(system("old"), system("kept")), true);
      shelves.keep("other", "1", List.of(system("apart")), true);
      shelves.keep("one", "2", List.of(system("new"), system("kept")), true);
      assertEquals(List.of("new", "kept", "apart"), found(storage, "gate", Caller.onlyYou()));
      assertEquals("2", shelves.versions().get("one"));
      shelves.keep("one", "3", List.of(system("more")), false);
      assertEquals(4, found(storage, "gate", Caller.onlyYou()).size());
      shelves.forget(List.of("one"));
      assertEquals(List.of("apart"), found(storage, "gate", Caller.onlyYou()));
      assertTrue(shelves.versions().containsKey("other") && shelves.versions().size() == 1);
    }
  }
}
