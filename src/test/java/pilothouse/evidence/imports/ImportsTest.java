package pilothouse.evidence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pilothouse.Practice;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Facts;
import pilothouse.evidence.facts.Measurement;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.facts.TestCase;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Kind;
import pilothouse.evidence.files.RefusedLine;
import pilothouse.evidence.tests.Of;
import pilothouse.journal.Who;
import pilothouse.storage.Databases;
import pilothouse.storage.Leases;
import pilothouse.storage.Storage;

/** Files become facts with a receipt, on both databases. */
class ImportsTest {
  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
  private static final Duration KEEPS = Duration.ofDays(90);
  private static final Of NOTHING = Of.nothing(ZoneOffset.UTC);
  private static final String HEAD = "id,service,environment,finished_at,outcome\n";
  @TempDir Path folder;

  private final class World implements AutoCloseable {
    final Storage storage;
    final Facts facts;
    final Imports imports;
    Instant now = NOW;

    World(Databases database) {
      storage = Storage.open(database.create(folder));
      InstantSource clock = () -> now;
      facts = new Facts(storage, clock);
      imports = new Imports(storage, facts, clock);
    }

    ImportReceipt take(Kind kind, String text) {
      return take(Wish.of(kind, NOTHING), text, null, true);
    }

    ImportReceipt take(Wish wish, String text, @Nullable String job, boolean stores) {
      try (Run run = imports.begin(wish, job, stores, line -> {})) {
        run.take(look(wish, text));
        return run.finish();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Look look(Wish wish, String text) {
      try {
        return imports.look(
            "file", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), wish);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      storage.close();
    }
  }

  private static String lines(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append("%d,shop,prod,%d,success\n".formatted(i, 1_769_860_800 + i));
    }
    return text.toString();
  }

  @ParameterizedTest
  @EnumSource
  void theSameFileTwiceChangesNothing(Databases database) {
    try (World world = new World(database)) {
      String text = HEAD + lines(0, 300) + "x,shop,prod,never,success\n";
      ImportReceipt first = world.take(Kind.DEPLOYMENTS, text);
      assertEquals("301 seen: 300 new, 0 unchanged, 1 refused.", first.sentence());
      assertEquals(
          List.of(
              new RefusedLine(
                  "file",
                  302,
                  "finished_at",
                  "is no time.",
                  "Write it as 2026-01-31T12:00:00Z.",
                  "never")),
          first.first());
      world.now = NOW.plusSeconds(60);
      ImportReceipt second = world.take(Kind.DEPLOYMENTS, text);
      assertEquals("301 seen: 0 new, 300 unchanged, 1 refused.", second.sentence());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCorrectionIsNewAndHoldsFromThenOn(Databases database) {
    try (World world = new World(database)) {
      String text = HEAD + lines(0, 3);
      world.take(Kind.DEPLOYMENTS, text);
      world.now = NOW.plusSeconds(60);
      String mended =
          text.replace("1,shop,prod,1769860801,success", "1,shop,prod,1769860801,failure");
      assertEquals(
          "3 seen: 1 new, 2 unchanged, 0 refused.",
          world.take(Kind.DEPLOYMENTS, mended).sentence());
      Deployment known = Objects.requireNonNull(world.facts.known(Deployment.class, "own:1"));
      assertEquals(Outcome.FAILURE, known.outcome());
      Deployment other = Objects.requireNonNull(world.facts.known(Deployment.class, "own:2"));
      assertEquals(Outcome.SUCCESS, other.outcome());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMappingIsRememberedForTablesOfItsMakingOnly(Databases database) {
    try (World world = new World(database)) {
      String text = "What,When,Ok\nshop,2026-01-31 12:00,success\n";
      Wish declared =
          new Wish(
              Kind.DEPLOYMENTS,
              Map.of("What", "service", "When", "finished_at", "Ok", "outcome"),
              Map.of("environment", "production"),
              ZoneId.of("Europe/Berlin"),
              null,
              null,
              NOTHING);
      Wish bare = Wish.of(Kind.DEPLOYMENTS, NOTHING);
      assertFalse(world.look(bare, text).lacks().isEmpty());
      Look look = world.look(declared, text);
      assertEquals(List.of(), look.lacks());
      assertFalse(look.remembered());
      world.imports.confirm(look, "test", Who.program());
      Look again = world.look(bare, text.replace("shop", "other"));
      assertTrue(again.remembered());
      assertEquals(look.mapping(), again.mapping());
      assertFalse(world.look(bare, text.replace("Ok", "Okay")).remembered());
      assertFalse(world.look(Wish.of(Kind.BUILDS, NOTHING), text).remembered());
      world.take(bare, text, null, true);
      Deployment deployment = world.facts.told(Deployment.class, 0, 10).getFirst().fact();
      assertEquals(Instant.parse("2026-01-31T11:00:00Z"), deployment.finishedAt());
      assertEquals("production", deployment.environment());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aJobTellsHowItWentAndKeepsTheFirstHundredRefused(Databases database) {
    try (World world = new World(database)) {
      String bad = "x,shop,prod,never,success\n".repeat(250);
      String job =
          world
              .imports
              .jobs()
              .begin(Kind.DEPLOYMENTS, "d.csv", "command", ImportJob.State.RUNNING, Who.program());
      world.take(Wish.of(Kind.DEPLOYMENTS, NOTHING), HEAD + bad + lines(0, 5), job, true);
      ImportJob done = world.imports.jobs().find(job).orElseThrow();
      assertEquals(ImportJob.State.DONE, done.state());
      assertEquals(255, done.receipt().seen());
      assertEquals(5, done.receipt().added());
      assertEquals(250, done.receipt().refused());
      assertEquals(100, done.receipt().first().size());
      assertEquals(2, done.receipt().first().getFirst().line());
      assertEquals(NOW, done.endedAt());
      world.imports.jobs().fail(job, "why");
      assertEquals("why", world.imports.jobs().find(job).orElseThrow().trouble());
      world.imports.jobs().forget(job, Who.program());
      assertTrue(world.imports.jobs().newest(10).isEmpty());
    }
  }

  @Test
  void aDryRunStoresNothing() {
    try (World world = new World(Databases.usual())) {
      ImportReceipt receipt =
          world.take(Wish.of(Kind.DEPLOYMENTS, NOTHING), HEAD + lines(0, 10) + "x\n", null, false);
      assertEquals(
          "11 seen: 10 can be taken, 0 ignored, 1 refused. Nothing was stored.",
          receipt.sentence());
      assertEquals(List.of(), world.facts.told(Deployment.class, 0, 10));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id,service,env,finished_at,outcome | 1,a,b,2026-01-31T12:00:00Z,ok | DEPLOYMENTS
          metric,at,value                    | a,2026-01-31T12:00:00Z,1       | MEASUREMENTS
          pr,repo,created_at,merged_at,user  | 1,a/b,2026-01-31T12:00:00Z,,x  | CHANGES
          """)
  void theKindIsFoundOut(String head, String line, Kind kind) {
    try (World world = new World(Databases.usual())) {
      Wish auto = Wish.of(Kind.AUTO, NOTHING);
      assertEquals(kind, world.look(auto, head + "\n" + line + "\n").kind());
      assertEquals(Kind.TESTS, world.look(auto, "<?xml version='1.0'?><testsuites/>").kind());
      assertEquals(Kind.COVERAGE, world.look(auto, "TN:\nSF:a\n").kind());
      assertEquals(Kind.CDEVENTS, world.look(auto, "{\"specversion\":\"1.0\"}").kind());
      assertThrows(BadFile.class, () -> world.look(auto, "a,b\n1,2\n"));
    }
  }

  @Test
  void eventsInAFileAreToldOneByOne() {
    String event =
        """
        {"context":{"version":"0.4.1","id":"%s","source":"/ci","type":"dev.cdevents.service.deployed.0.1.1","timestamp":"2026-01-31T12:00:00Z"},
         "subject":{"id":"shop","source":"/ci","type":"service","content":{"environment":{"id":"production"},"artifactId":"pkg:oci/shop@sha256%%3A0b31b1c02ff458ad9b7b81cbdf8f028bd54699fa151f221d1e8de6817db93427"}}}
        """;
    try (World world = new World(Databases.usual())) {
      ImportReceipt receipt =
          world.take(
              Kind.CDEVENTS,
              "[" + event.formatted("1") + "," + event.formatted("2") + ",{\"a\":1}]");
      assertEquals(3, receipt.seen(), receipt::sentence);
      assertEquals(1, receipt.refused(), receipt::sentence);
      assertEquals(2, receipt.added() + receipt.unchanged(), receipt::sentence);
      assertTrue(
          assertThrows(BadFile.class, () -> world.take(Kind.CDEVENTS, "{\"a\":"))
              .why()
              .contains("no sound JSON"));
    }
  }

  @Test
  void whatBreaksInTheMiddleKeepsWhatWasGood() {
    String report =
        "<testsuite timestamp=\"2026-01-31T12:00:00Z\"><testcase name=\"a\"/><testcase name=\"b\"/>"
            + "<testcase na";
    try (World world = new World(Databases.usual())) {
      Of shop = new Of("acme/shop", null, "4f2a", null, null, null, ZoneOffset.UTC);
      ImportReceipt receipt = world.take(Wish.of(Kind.TESTS, shop), report, null, true);
      assertEquals("3 seen: 2 new, 0 unchanged, 1 refused.", receipt.sentence());
    }
  }

  @Test
  void notesAreKeptWithTheImport() {
    String report =
        "<testsuite timestamp=\"2026-01-31T12:00:00\"><testcase name=\"a\" time=\"abc\"/>"
            + "<testcase name=\"b\" time=\"abc\"/></testsuite>";
    List<String> notes =
        List.of(
            "A time without a zone is read as of Europe/Berlin; --zone declares another.",
            "The time of a test is no number of seconds, so how long it took is not known."
                + " (2 times)");
    try (World world = new World(Databases.usual())) {
      Of shop = new Of("acme/shop", null, "4f2a", null, null, null, ZoneId.of("Europe/Berlin"));
      Jobs jobs = world.imports.jobs();
      String job = jobs.begin(Kind.TESTS, "r.xml", "api", ImportJob.State.RUNNING, Who.program());
      assertEquals(notes, world.take(Wish.of(Kind.TESTS, shop), report, job, true).notes());
      assertEquals(notes, jobs.find(job).orElseThrow().receipt().notes());
      assertEquals(
          Instant.parse("2026-01-31T11:00:00Z"),
          world.facts.told(TestCase.class, 0, 10).getFirst().fact().at());
    }
  }

  @Test
  void anImportThatRefusedAllSaysSo() {
    try (World world = new World(Databases.usual())) {
      Jobs jobs = world.imports.jobs();
      String none =
          jobs.begin(Kind.DEPLOYMENTS, "a", "api", ImportJob.State.RUNNING, Who.program());
      String some =
          jobs.begin(Kind.DEPLOYMENTS, "b", "api", ImportJob.State.RUNNING, Who.program());
      Wish wish = Wish.of(Kind.DEPLOYMENTS, NOTHING);
      world.take(wish, HEAD + "x,shop,prod,never,success\n", none, true);
      world.take(wish, HEAD + lines(0, 1) + "x,shop,prod,never,success\n", some, true);
      assertEquals("all refused", jobs.find(none).orElseThrow().word());
      assertEquals("done", jobs.find(some).orElseThrow().word());
    }
  }

  @Test
  @Practice("F3")
  void coverageTwiceIsOnePoint() {
    String report = "<coverage line-rate=\"0.5\" timestamp=\"1769860800\"/>";
    Of shop = new Of(null, "shop", null, null, null, null, ZoneOffset.UTC);
    try (World world = new World(Databases.usual())) {
      Wish wish = Wish.of(Kind.COVERAGE, shop);
      assertEquals(1, world.take(wish, report, null, true).added());
      world.now = NOW.plusSeconds(5);
      assertEquals(1, world.take(wish, report, null, true).unchanged());
      assertEquals(1, world.facts.told(Measurement.class, 0, 10).size());
    }
  }

  @ParameterizedTest
  @EnumSource
  @Practice("F4")
  void measurementsTwiceAreTheSamePoints(Databases database) {
    try (World world = new World(database)) {
      String text = "metric,scope,at,value\nactivation,system:shop,1769860800,0.41\n";
      assertEquals(1, world.take(Kind.MEASUREMENTS, text).added());
      world.now = NOW.plusSeconds(5);
      assertEquals(1, world.take(Kind.MEASUREMENTS, text).unchanged());
      assertEquals(1, world.facts.told(Measurement.class, 0, 10).size());
      assertEquals(1, world.take(Kind.MEASUREMENTS, text.replace("0.41", "0.44")).added());
    }
  }

  @Test
  void anUploadIsTakenBehindThePagesAndItsCopyRemoved() throws Exception {
    try (World world = new World(Databases.usual());
        Desk desk = new Desk(world.imports, folder.resolve("desk"), KEEPS, () -> NOW)) {
      byte[] bytes = (HEAD + lines(0, 40) + "x\n").getBytes(StandardCharsets.UTF_8);
      String id = desk.receive(Kind.AUTO, "d.csv", new ByteArrayInputStream(bytes), Who.program());
      Wish wish = Wish.of(Kind.DEPLOYMENTS, NOTHING);
      desk.wait(id, Kind.DEPLOYMENTS, "{}");
      assertEquals(Kind.DEPLOYMENTS, desk.look(desk.jobs().find(id).orElseThrow(), wish).kind());
      assertTrue(
          desk.jobs().step(id, ImportJob.State.WAITING, ImportJob.State.RUNNING, Who.program()));
      assertFalse(
          desk.jobs().step(id, ImportJob.State.WAITING, ImportJob.State.RUNNING, Who.program()));
      desk.start(id, wish, Who.program());
      while (desk.jobs().find(id).orElseThrow().isUnderWay()
          || Files.exists(folder.resolve("desk").resolve(id + ".upload"))) {
        Thread.onSpinWait();
      }
      ImportJob job = desk.jobs().find(id).orElseThrow();
      assertEquals("41 seen: 40 new, 0 unchanged, 1 refused.", job.receipt().sentence());
      List<RefusedLine> refused = new ArrayList<>();
      desk.refused(job, refused::add);
      assertEquals(List.of(42L), refused.stream().map(RefusedLine::line).toList());
      assertEquals(job.receipt().first(), refused, "the rows say the same as the file");
      assertThrows(
          BadFile.class,
          () -> desk.receive(Kind.AUTO, "e", new ByteArrayInputStream(new byte[0]), Who.program()));
      assertThrows(BadFile.class, () -> desk.keepsRefused("../../etc/passwd"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatStoodInRefusedLinesIsKeptForAWhileAndForgotten(Databases database) throws Exception {
    try (World world = new World(database);
        Desk desk = new Desk(world.imports, folder.resolve("desk"), KEEPS, () -> world.now)) {
      Wish wish = Wish.of(Kind.MEASUREMENTS, NOTHING);
      String[] ids = new String[2];
      for (int i = 0; i < ids.length; i++) {
        ids[i] =
            desk.jobs()
                .begin(Kind.MEASUREMENTS, "m.csv", "api", ImportJob.State.RUNNING, Who.program());
        try (Run run = desk.begin(ids[i], wish)) {
          run.take(world.look(wish, "metric,at,value\nactivation,never,1\n"));
          run.finish();
        }
        world.now = world.now.plus(Duration.ofDays(60));
      }
      assertEquals(List.of("never"), values(desk, ids[0]));
      desk.forgetRefused(ids[1], Who.program());
      assertEquals(List.of(), values(desk, ids[1]));
      assertEquals(1, desk.jobs().find(ids[1]).orElseThrow().receipt().refused());
      try (Desk later = new Desk(world.imports, folder.resolve("desk"), KEEPS, () -> world.now)) {
        assertEquals(List.of(), values(later, ids[0]), "it is older than 90 days");
        assertFalse(later.keepsRefused(ids[0]));
      }
    }
  }

  private static List<String> values(Desk desk, String id) {
    List<String> values = new ArrayList<>();
    ImportJob job = desk.jobs().find(id).orElseThrow();
    desk.refused(job, line -> values.add(line.value()));
    List<String> first = job.receipt().first().stream().map(RefusedLine::value).toList();
    assertEquals(first, values);
    return values;
  }

  @Test
  void whatAnEarlierProgramLeftHalfDoneIsToldSo() throws Exception {
    try (World world = new World(Databases.usual())) {
      Jobs jobs = world.imports.jobs();
      String broken =
          jobs.begin(Kind.DEPLOYMENTS, "a", "page", ImportJob.State.RUNNING, Who.program());
      String other =
          jobs.begin(Kind.DEPLOYMENTS, "b", "command", ImportJob.State.RUNNING, Who.program());
      try (Leases leases = new Leases(world.storage);
          Desk desk = new Desk(world.imports, folder.resolve("desk"), KEEPS, () -> NOW)) {
        desk.watch(leases, _ -> Wish.of(Kind.DEPLOYMENTS, NOTHING));
        while (desk.jobs().find(broken).orElseThrow().isUnderWay()) {
          Thread.onSpinWait();
        }
        assertEquals(ImportJob.State.FAILED, desk.jobs().find(broken).orElseThrow().state());
        assertEquals(ImportJob.State.RUNNING, desk.jobs().find(other).orElseThrow().state());
      }
    }
  }
}
