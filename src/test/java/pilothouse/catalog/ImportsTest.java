package pilothouse.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pilothouse.FastImport;
import pilothouse.Practice;
import pilothouse.Village;
import pilothouse.evidence.Evidence;
import pilothouse.evidence.facts.Facts;
import pilothouse.evidence.facts.NamesSeen;
import pilothouse.git.Progress;
import pilothouse.git.Scanner;
import pilothouse.journal.Journal;
import pilothouse.people.People;
import pilothouse.people.Team;
import pilothouse.people.Teams;
import pilothouse.storage.Databases;
import pilothouse.storage.Leases;
import pilothouse.storage.Said;
import pilothouse.storage.Storage;
import pilothouse.systems.Declared;
import pilothouse.systems.ProposalWords.Word;
import pilothouse.systems.SystemDraft;
import pilothouse.systems.Systems;
import pilothouse.web.Refused;
import pilothouse.web.Yaml;

/**
 * Files say who and what; the same file twice changes nothing; what is bad hinders nothing else.
 */
class ImportsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
  private static final String ALL =
      """
      pilothouse-catalog: 1
      teams:
        - name: harbour
          title: Harbour team
          type: stream-aligned
          focus: Ships come and go
          members:
            - {person: ada@ferry.example, function: engineering, from: 2026-01-01}
            - {person: bopark, function: product, from: 2026-01-01, to: 2026-06-30}
        - name: ledger
      people:
        - name: Ada Lind
          emails: [ada@ferry.example, ada@mail.example]
        - name: Bo Park
          logins: [bopark]
      systems:
        - name: booking
          title: Booking
          kind: service
          repository: acme/ferry
          folder: booking
          owners: [{team: ledger, from: 2025-01-01, to: 2025-12-31}, {team: harbour, from: 2026-01-01}]
          depends_on: [{system: tariff, from: 2026-01-01}]
        - name: tariff
          owners: [{team: harbour, from: 2026-01-01}]
      rules:
        - {kind: service, pattern: booking-*, target: booking}
        - {kind: environment, pattern: live, target: 'no'}
      """;

  private static final String CATALOG =
      """
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata:
        name: ticket-printer
        description: Prints tickets
      spec:
        type: service
        lifecycle: production
        owner: group:default/harbour
        system: sales
        dependsOn: ['component:tariff', 'resource:printer-db']
      ---
      apiVersion: backstage.io/v1alpha1
      kind: System
      metadata: {name: sales}
      spec: {owner: harbour}
      ---
      apiVersion: backstage.io/v1alpha1
      kind: User
      metadata: {name: cem}
      spec:
        profile: {displayName: Cem A, email: cem@ferry.example}
        memberOf: [harbour]
      ---
      apiVersion: backstage.io/v1alpha1
      kind: Location
      metadata: {name: more}
      spec:
        targets: [./more.yaml, 'https://elsewhere.example/catalog-info.yaml']
      """;

  private static final String TEAM_API =
      """
      teamapi: 0.1.0
      # who we are
      info:
        name: Example Stream A
        focus: Core focus
        type: Stream-aligned
      channels:
        - {type: slack, name: example-a}
      services:
        - name: Booking
          versioning: {type: semantic}
        - name: Something Else
      meetings:
        - {purpose: daily sync, timeOfDay: 09:00, durationMinutes: 15}
      x-cost-centre: "0815"
      interactions:
        - {team-name: Platform, mode: X-as-a-service, startDate: 01/01/2022}
      dependencies:
        - {teamName: Stream B, type: Blocking, description: We wait for component X}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void whatGoesOutComesInAgainAndTwiceIsOnce(Databases kind) {
    try (var storage = Storage.open(kind.create(folder.resolve("a")));
        var other = Storage.open(kind.create(folder.resolve("b")))) {
      Kept kept = kept(storage);
      Receipt first = Importer.file(kept, Said.file("local", "you", "all.yaml"), ALL);
      assertEquals(List.of(), first.refused());
      assertEquals(first.seen(), first.added());
      Receipt again = Importer.file(kept, Said.file("local", "you", "all.yaml"), ALL);
      assertEquals(again.seen(), again.unchanged(), again.toString());
      Kept copy = kept(other);
      assertEquals(
          List.of(),
          Importer.file(copy, Said.file("local", "you", "all.yaml"), new Exports(kept).yaml())
              .refused());
      assertEquals(new Exports(kept).yaml(), new Exports(copy).yaml());
      for (TableFormat.Kind table : TableFormat.Kind.values()) {
        String text = new Exports(kept).table(table);
        assertEquals(text, new Exports(copy).table(table));
        Receipt same = Importer.file(kept, Said.file("local", "you", table.word + ".csv"), text);
        assertEquals(same.seen(), same.unchanged(), table.word + " " + same);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void tablesFillAnEmptyHouseInTheOrderThatThePageNames(Databases kind) {
    try (var storage = Storage.open(kind.create(folder.resolve("a")));
        var other = Storage.open(kind.create(folder.resolve("b")))) {
      Kept kept = kept(storage);
      assertEquals(
          List.of(), Importer.file(kept, Said.file("local", "you", "all.yaml"), ALL).refused());
      assertEquals(
          List.of(),
          Importer.file(
                  kept, Said.file("local", "you", "a.csv"), "system,part_of\nbooking-web,booking\n")
              .refused());
      Kept copy = kept(other);
      for (String table : Catalogs.tables()) {
        Receipt receipt =
            new Catalogs(copy)
                .take(
                    Said.file("local", "you", table + ".csv"),
                    Objects.requireNonNull(new Catalogs(kept).table(table)));
        assertEquals(List.of(), receipt.refused(), table);
      }
      for (String table : Catalogs.tables()) {
        assertEquals(new Catalogs(kept).table(table), new Catalogs(copy).table(table), table);
      }
      assertEquals(new Exports(kept).yaml(), new Exports(copy).yaml());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCircleInOneFileIsRefusedWithItsLineAndItsWay(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Kept kept = kept(storage);
      String table =
          """
          system,title,depends_on
          a,A,b
          b,B,"c, d"
          c,C,a
          d,D,
          e,E,e
          """;
      Receipt receipt = Importer.file(kept, Said.file("local", "you", "a.csv"), table);
      assertEquals(
          "[line 4: c cannot need a, for that leads back: c → a → b → c.,"
              + " line 6: e cannot need e, for that leads back: e → e.]",
          receipt.refused().stream()
              .map(one -> one.where() + ": " + one.why())
              .toList()
              .toString());
      assertEquals(5, receipt.seen());
      assertEquals(3, receipt.added());
      assertEquals(List.of("a", "b", "d"), names(kept));
      assertEquals(
          List.of("d"), kept.catalogue().find("b").orElseThrow().needs(TODAY), receipt.toString());
      assertTrue(receipt.notes().toString().contains("it needs “c”, which nobody declared"));
      Receipt mended =
          Importer.file(kept, Said.file("local", "you", "a.csv"), table.replace("c,C,a", "c,C,d"));
      assertEquals(1, mended.refused().size(), "only e needs itself still");
      assertEquals(1, mended.added());
      assertEquals(1, mended.changed(), "b needs c too now: " + mended);
      assertEquals(List.of("c", "d"), kept.catalogue().find("b").orElseThrow().needs(TODAY));
      Receipt back =
          Importer.file(
              kept, Said.file("local", "you", "b.csv"), "system,title,depends_on\nd,D,a\n");
      assertTrue(back.refused().toString().contains("d → a → b → d"), back.toString());
      Receipt turned =
          Importer.file(
              kept, Said.file("local", "you", "c.csv"), "system,depends_on\na,\nb,a\nc,\nd,\n");
      assertEquals(List.of(), turned.refused(), "what the file replaces stands in nobody's way");
    }
  }

  private static List<String> names(Kept kept) {
    return kept.catalogue().all().stream().map(Declared::name).toList();
  }

  @ParameterizedTest
  @EnumSource
  void backstageFilesAreRead(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Kept kept = kept(storage);
      Importer.file(kept, Said.file("local", "you", "a.csv"), "system,title\ntariff,Tariff\n");
      Receipt receipt =
          Importer.file(kept, Said.file("local", "you", "catalog-info.yaml"), CATALOG);
      Declared printer = kept.catalogue().find("ticket-printer").orElseThrow();
      assertEquals(
          "service production sales Prints tickets",
          String.join(
              " ",
              printer.value("kind"),
              printer.value("lifecycle"),
              printer.value("part_of"),
              printer.value("description")));
      assertEquals(List.of("harbour"), printer.owners(TODAY));
      assertEquals(List.of("tariff"), printer.needs(TODAY));
      assertTrue(receipt.notes().toString().contains("printer-db"), receipt.toString());
      assertEquals(1, kept.teams().find("harbour").orElseThrow().size(TODAY));
      assertEquals(
          kept.people().identities().person("cem"),
          kept.people().identities().person("cem@ferry.example"));
      assertEquals(2, receipt.refused().size(), receipt.toString());
      Receipt again = Importer.file(kept, Said.file("local", "you", "catalog-info.yaml"), CATALOG);
      assertEquals(again.seen() - 2, again.unchanged(), again.toString());
    }
  }

  @Practice("J4")
  @ParameterizedTest
  @EnumSource
  void aTeamApiFileComesBackAsItWentIn(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Kept kept = kept(storage);
      Importer.file(kept, Said.file("local", "you", "a.csv"), "system,title\nbooking,Booking\n");
      Receipt receipt = Importer.file(kept, Said.file("local", "you", "teamapi.yml"), TEAM_API);
      assertEquals(List.of(), receipt.refused());
      assertTrue(receipt.notes().toString().contains("Something Else"), receipt.toString());
      Team team = kept.teams().find("example-stream-a").orElseThrow();
      assertEquals("stream-aligned", team.value("type"));
      assertEquals(Map.of("booking", ""), SystemPages.owned(kept, team.name()));
      assertEquals(
          TEAM_API.strip(), TeamApi.written(team, Map.of("booking", ""), List.of("booking")));
      TeamWays ways = TeamApi.shown(team);
      assertEquals("Platform", ways.interactions().getFirst().team());
      assertEquals(
          "Stream B Blocking",
          ways.dependencies().getFirst().team() + " " + ways.dependencies().getFirst().how());
      String changed =
          TeamApi.written(team, Map.of("tariff", "acme/tariff"), List.of("booking", "tariff"));
      for (String kept1 :
          List.of(
              "x-cost-centre: '0815'",
              "Something Else",
              "tariff",
              "durationMinutes: 15",
              "09:00")) {
        assertTrue(changed.contains(kept1), kept1 + " in " + changed);
      }
      assertFalse(changed.contains("Booking"), changed);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsBadIsToldAndHindersNothingElse(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Kept kept = kept(storage);
      Receipt receipt =
          Importer.file(
              kept,
              Said.file("local", "you", "systems.csv"),
              "system;title;owner\nbooking;Booking;\nTwo Words;x;\nweb;Web;nobody\nbooking;Booking;\n");
      assertEquals(2, receipt.refused().size(), receipt.toString());
      assertEquals("line 3", receipt.refused().getFirst().where());
      assertTrue(receipt.refused().getFirst().why().contains("two-words"));
      assertTrue(receipt.refused().getLast().why().contains("No team is called “nobody”"));
      assertEquals(List.of("booking"), kept.systems().rules().systems());
      assertEquals(1, receipt.added());
      assertEquals(1, receipt.unchanged());
      Receipt days =
          Importer.file(
              kept,
              Said.file("local", "you", "m.csv"),
              "team,person,from,to\nnobody,a@b.example,2026-01-01,\nx,y,2026-13-01,\n");
      assertEquals(2, days.refused().size());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: [b",
        "systems: {name: x}\nsystems: []",
        "hello",
        "systems:\n  - {name: x, colour: red}\n\ttab: 1",
        "a: &a [*a]"
      })
  void whatCannotBeReadIsRefusedWithItsPlace(String text) {
    try {
      List<Item> items = Imports.read("x.yaml", text);
      assertTrue(items.stream().allMatch(Item.Bad.class::isInstance), items.toString());
    } catch (Refused refused) {
      assertTrue(String.valueOf(refused.getMessage()).contains("x.yaml"), refused.getMessage());
      assertFalse(refused.mend().isEmpty());
    }
  }

  @Test
  void bombsAreRefusedBeforeTheyAreBuilt() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      String alias = "*a" + (i - 1);
      bomb.append(
          "a%d: &a%d [%s]\n"
              .formatted(i, i, String.join(", ", java.util.Collections.nCopies(9, alias))));
    }
    for (String bad :
        List.of(
            bomb.toString(),
            "a: " + "[".repeat(50_000),
            "- x\n".repeat(300_000),
            "x".repeat(Yaml.LONGEST + 1))) {
      Refused refused = assertThrows(Refused.class, () -> Yaml.documents("bomb.yaml", bad));
      assertTrue(
          String.valueOf(refused.getMessage()).startsWith("bomb.yaml"), refused.getMessage());
    }
    String wide = "system," + "x,".repeat(1_000_000);
    assertThrows(Refused.class, () -> Csv.rows("wide.csv", wide, new ArrayList<>()));
    assertThrows(
        Refused.class, () -> Csv.rows("open.csv", "system\n\"never closed", new ArrayList<>()));
  }

  @Test
  void targetsLeadNowhereElse() {
    assertEquals("a/more.yaml", CatalogFiles.resolved("a", "./more.yaml"));
    assertEquals("more.yaml", CatalogFiles.resolved("a/b", "../../more.yaml"));
    assertEquals("", CatalogFiles.resolved("a", "../../etc/passwd"));
  }

  @Practice("J2")
  @ParameterizedTest
  @EnumSource
  void repositoriesProposeAndNothingHoldsUntilItIsAccepted(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Kept kept = kept(storage);
      kept.evidence().sound(Village.repository().toString(), Progress.SILENT);
      new Catalogs(kept).learn("ferry");
      Proposals proposals = new Proposals(kept);
      List<String> open = proposals.all().stream().map(Proposal::what).toList();
      assertTrue(open.contains("owners booking"), open.toString());
      assertEquals(List.of(), kept.systems().rules().systems());
      proposals.accept(new Word("ferry", "owners booking"), false, Said.by("local", "you", ""));
      Declared booking = kept.catalogue().find("booking").orElseThrow();
      assertEquals("booking", kept.systems().rules().folder("booking"));
      assertEquals("ferry", kept.systems().rules().home("booking").orElseThrow().name());
      assertFalse(booking.owners(TODAY).isEmpty());
      assertFalse(
          new Proposals(kept).all().stream().anyMatch(one -> one.what().equals("owners booking")));
      kept.catalogue()
          .words()
          .dismiss(new Word("ferry", open.getLast()), Said.by("local", "you", ""));
      assertFalse(
          new Proposals(kept).all().stream().anyMatch(one -> one.what().equals(open.getLast())));
      assertEquals(
          kept.people().identities().person(Village.BO.email()),
          kept.people().identities().person(Village.BO_BEFORE.email()));
      assertTrue(
          kept.people().all().getFirst().joinings().getFirst().why().contains(".mailmap of ferry"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void likelyPairsAreProposedAndNeverJoinedSilently(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Kept kept = kept(storage);
      kept.people()
          .join("Dora Nagy", List.of("dora@elsewhere.example"), Said.by("local", "you", ""));
      List<LikelyPair> likely =
          new Likely(kept.people()).of(List.of(Village.history()), List.of("cem", "info", "zoe"));
      assertEquals(
          List.of(
              "dora@elsewhere.example dora@ferry.example the same name",
              "cem cem@ferry.example the login is what stands before the @"),
          likely.stream().map(one -> one.one() + " " + one.other() + " " + one.why()).toList());
      assertEquals(1, kept.people().all().size());
      kept.people().apart("cem", Village.CEM.email(), Said.by("local", "you", "two people"));
      assertEquals(
          1, new Likely(kept.people()).of(List.of(Village.history()), List.of("cem")).size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPersonsWordStaysWhenAFollowedFileSaysOtherwise(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Kept kept = kept(storage);
      Said file = new Said("Pilothouse", "catalog-info.yaml of x", false, "");
      List<Item> says = Imports.read("catalog-info.yaml", CATALOG);
      new Importer(kept, file, new Tally("x")).take(says);
      kept.catalogue()
          .declare(
              new SystemDraft("ticket-printer", Map.of("description", "Mine")),
              Said.by("local", "you", ""));
      Tally again = new Tally("x");
      new Importer(kept, file, again).take(says);
      assertEquals(
          "Mine", kept.catalogue().find("ticket-printer").orElseThrow().value("description"));
      assertEquals(1, again.told().kept(), again.told().toString());
      assertTrue(again.told().notes().toString().contains("description stays as a person set it"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFollowedFileOfARepositoryIsReadAgain(Databases kind) {
    try (var storage = Storage.open(kind.create(folder.resolve("data")))) {
      Kept kept = kept(storage);
      Path ferry = folder.resolve("boats");
      commit(ferry, 1, "service", "Says one");
      kept.evidence().sound(ferry.toString(), Progress.SILENT);
      Word file = new Word("boats", "file catalog-info.yaml");
      assertEquals(
          List.of(), new Proposals(kept).accept(file, true, Said.by("local", "you", "")).refused());
      kept.catalogue()
          .declare(
              new SystemDraft("dinghy", Map.of("description", "Mine")),
              Said.by("local", "you", ""));
      commit(ferry, 2, "library", "Says two");
      kept.evidence().sound(ferry.toString(), Progress.SILENT);
      new Catalogs(kept).learn("boats");
      Declared dinghy = kept.catalogue().find("dinghy").orElseThrow();
      assertEquals("library", dinghy.value("kind"));
      assertEquals("Mine", dinghy.value("description"));
      assertEquals("boats", dinghy.value("repository"));
    }
  }

  private static void commit(Path repository, int day, String type, String says) {
    try {
      java.nio.file.Files.createDirectories(repository);
      if (day == 1) {
        FastImport.git(repository, "init", "-q", "-b", "main");
      }
      java.nio.file.Files.writeString(
          repository.resolve("catalog-info.yaml"),
          """
          apiVersion: backstage.io/v1alpha1
          kind: Component
          metadata: {name: dinghy, description: %s}
          spec: {type: %s}
          """
              .formatted(says, type));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    FastImport.git(repository, "add", "catalog-info.yaml");
    FastImport.git(
        repository,
        "-c",
        "user.name=Ada Lind",
        "-c",
        "user.email=ada@ferry.example",
        "commit",
        "-qm",
        says);
  }

  private Kept kept(Storage storage) {
    InstantSource clock = InstantSource.fixed(Village.NOW);
    Systems systems = new Systems(storage, clock);
    Facts facts = new Facts(storage, clock);
    return new Kept(
        systems,
        new People(storage, clock),
        new Teams(storage, clock),
        new Evidence(storage, systems, folder, Scanner.Options.usual(), clock, new Leases(storage)),
        new NamesSeen(storage, facts),
        new Journal(storage),
        clock,
        ZoneOffset.UTC);
  }
}
