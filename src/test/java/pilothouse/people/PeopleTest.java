package pilothouse.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pilothouse.Practice;
import pilothouse.Village;
import pilothouse.storage.Databases;
import pilothouse.storage.Said;
import pilothouse.storage.Storage;
import pilothouse.web.Refused;

/** Who is who: joined with a reason, split again, and a person's word holds against every rule. */
class PeopleTest {
  private static final Said YOU = Said.by("local", "you", "known");
  private static final Said RULE = new Said("Pilothouse", ".mailmap of ferry", false, ".mailmap");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "Ada@Ferry.example, ada@ferry.example",
    "@AdaL, adal",
    "123+AdaL@users.noreply.github.com, adal",
    "adal@users.noreply.github.com, adal",
    "7-adal@users.noreply.gitlab.com, adal",
    "adal@github.com, adal@github.com"
  })
  void equalLoginsAndAddressesAreOne(String written, String key) {
    assertEquals(key, Identities.key(written));
    assertEquals(key, Identities.none().person(written));
  }

  @Test
  void programsAreApart() {
    assertTrue(Identities.none().isBot("dependabot[bot]"));
    assertTrue(Identities.none().isBot("49699333+dependabot[bot]@users.noreply.github.com"));
    assertFalse(Identities.none().isBot("ada@ferry.example"));
  }

  @ParameterizedTest
  @EnumSource
  void joinsOnceAndSaysWhy(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      People people = people(storage);
      assertEquals(2, people.join("Ada Lind", List.of("ada@ferry.example", "AdaL"), RULE).size());
      assertEquals(0, people.join("Ada", List.of("adal", "ADA@ferry.example"), RULE).size());
      Identities now = people.identities();
      assertSame(now, people.identities());
      assertEquals("person/ada-lind", now.person("ada@FERRY.example"));
      assertEquals("person/ada-lind", now.person("5+adal@users.noreply.github.com"));
      assertEquals("bo@ferry.example", now.person("Bo@ferry.example"));
      Joining joining = people.all().getFirst().joinings().getFirst();
      assertEquals(
          "Pilothouse .mailmap false", joining.by() + " " + joining.why() + " " + joining.byHand());
      assertEquals(Village.NOW, joining.since());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatAPersonSplitNoRuleJoinsAgain(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      People people = people(storage);
      people.join("Bo", List.of("bo@ferry.example", "bo@mail.example"), RULE);
      people.split("bo@mail.example", YOU);
      assertEquals(
          List.of(), people.join("Bo", List.of("bo@ferry.example", "bo@mail.example"), RULE));
      Identities apart = people.identities();
      assertNotEquals(apart.person("bo@ferry.example"), apart.person("bo@mail.example"));
      assertEquals("known", people.splits(List.of("person/bo")).getFirst().endedWhy());
      people.join("Bo", List.of("bo@ferry.example", "bo@mail.example"), YOU);
      Identities again = people.identities();
      assertEquals(again.person("bo@ferry.example"), again.person("bo@mail.example"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRuleMakesNoTwoPersonsOneButAPersonMay(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      People people = people(storage);
      Teams teams = new Teams(storage, InstantSource.fixed(Village.NOW));
      people.join("Cem", List.of("cem@ferry.example"), YOU);
      people.join("Cem A", List.of("cem@mail.example"), YOU);
      teams.declare(new TeamDraft("pier", Map.of()), YOU);
      teams.join("pier", "person/cem-a", "design", TODAY, null, YOU);
      List<String> both = List.of("cem@ferry.example", "cem@mail.example");
      assertEquals(List.of(), people.join("Cem", both, RULE));
      assertEquals(List.of("cem@mail.example"), people.join("Cem", both, YOU));
      assertEquals(
          List.of("person/cem"),
          teams.find("pier").orElseThrow().members(TODAY).stream()
              .map(Membership::person)
              .toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void programsByHandGoForAllThatIsJoined(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      People people = people(storage);
      people.join("Deployer", List.of("deployer", "ci@ferry.example"), YOU);
      assertTrue(people.program("deployer", true, YOU));
      assertFalse(people.program("Deployer", true, YOU));
      assertTrue(people.identities().isBot("ci@ferry.example"));
      people.program("deployer", false, YOU);
      assertFalse(people.identities().isBot("ci@ferry.example"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNoAddressIsRefused(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      People people = people(storage);
      for (String bad : List.of(" ", "two words", "a,b", "<x@y>", "x".repeat(300))) {
        assertThrows(Refused.class, () -> people.join("X", List.of(bad), YOU), bad);
      }
      assertEquals(List.of(), people.all());
    }
  }

  @Practice("J1")
  @ParameterizedTest
  @EnumSource
  void aTeamSaysWhatItsShapeMakesHard(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      People people = people(storage);
      Teams teams = new Teams(storage, InstantSource.fixed(Village.NOW));
      teams.declare(new TeamDraft("pier", Map.of("type", "stream-aligned")), YOU);
      assertEquals(List.of("Nobody is in it."), teams.find("pier").orElseThrow().warnings(TODAY));
      for (int i = 0; i < 10; i++) {
        people.join("P " + i, List.of("p" + i + "@ferry.example"), YOU);
        String function = i == 0 ? "product" : "engineering";
        teams.join("pier", "person/p-" + i, function, TODAY.minusDays(5), null, YOU);
      }
      Team pier = teams.find("pier").orElseThrow();
      assertEquals(
          List.of("10 people are more than 9: consider two teams.", "Nobody is there for design."),
          pier.warnings(TODAY));
      assertEquals(Map.of("engineering", 9L, "product", 1L), pier.functions(TODAY));
      assertEquals(0, pier.size(TODAY.minusDays(6)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void membershipsHaveDaysAndMayBeSeveral(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      People people = people(storage);
      Teams teams = new Teams(storage, InstantSource.fixed(Village.NOW));
      people.join("Dora", List.of("dora@ferry.example"), YOU);
      for (String team : List.of("pier", "bridge")) {
        teams.declare(new TeamDraft(team, Map.of()), YOU);
        assertTrue(teams.join(team, "person/dora", "Design", TODAY.minusDays(9), null, YOU));
      }
      assertFalse(teams.join("pier", "person/dora", "design", TODAY.minusDays(9), null, YOU));
      Refused days =
          assertThrows(
              Refused.class,
              () -> teams.join("pier", "person/dora", "lead", TODAY, TODAY.minusDays(1), YOU));
      assertTrue(String.valueOf(days.getMessage()).contains("before it starts"));
      assertThrows(Refused.class, () -> teams.join("nowhere", "person/dora", "", TODAY, null, YOU));
      teams.leave(
          teams.find("pier").orElseThrow().memberships().getFirst().id(), TODAY.minusDays(1), YOU);
      Team pier = teams.find("pier").orElseThrow();
      assertEquals(1, pier.size(TODAY.minusDays(1)));
      assertEquals(0, pier.size(TODAY));
      assertEquals(1, teams.find("bridge").orElseThrow().size(TODAY));
    }
  }

  private static People people(Storage storage) {
    return new People(storage, InstantSource.fixed(Village.NOW));
  }
}
