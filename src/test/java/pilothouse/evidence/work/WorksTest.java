package pilothouse.evidence.work;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pilothouse.Practice;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.Facts;
import pilothouse.evidence.facts.Likeness;
import pilothouse.evidence.facts.Services;
import pilothouse.evidence.facts.WorkItem;
import pilothouse.evidence.files.Kind;
import pilothouse.evidence.imports.ImportReceipt;
import pilothouse.evidence.imports.Imports;
import pilothouse.evidence.imports.Run;
import pilothouse.evidence.imports.Wish;
import pilothouse.evidence.tests.Of;
import pilothouse.people.Identities;
import pilothouse.storage.Databases;
import pilothouse.storage.Storage;
import pilothouse.systems.Rules;

/** What was finished in a window, out of what sources told. */
class WorksTest {
  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
  private static final Instant DAY = Instant.parse("2026-10-05T10:00:00Z");
  private static final String HOME = "github.com/ferry/booking";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void anIssueAndTheChangesForItAreOnePiece(Databases kind) {
    try (Storage storage = Storage.open(kind.create(folder))) {
      Facts facts = new Facts(storage, InstantSource.fixed(NOW));
      Works works = new Works(services(facts));
      facts.add(
          List.of(
              issue("4", DAY, "debt"),
              change(12, "Closes #4: sell tickets", null, DAY, 30),
              change(13, "More", "4-tickets", DAY.minusSeconds(60), 12),
              change(14, "Alone", null, DAY, 5),
              change(15, "Later, for #4", null, DAY.plus(Duration.ofDays(20)), 7),
              WorkItem.named(HOME + "#issue/9", DAY, "ferry/booking", "9", HOME + "#change/14")),
          "test");
      List<Work> found = works.finished(DAY.minus(Duration.ofDays(1)), DAY.plusSeconds(1));
      assertEquals(List.of("!14", "#4"), found.stream().map(Work::name).sorted().toList());
      Work issue = found.stream().filter(it -> it.kind() == Work.Kind.ISSUE).findFirst().get();
      assertEquals(42, issue.lines());
      assertEquals(List.of("debt", "bug"), issue.labels());
      assertEquals(List.of("4-tickets"), issue.branches());
      assertEquals(List.of("booking"), issue.systems());
      assertEquals(2, issue.changes().size());
      // In a window of its own the late change counts alone, with the labels of its issue.
      List<Work> later = works.finished(DAY.plusSeconds(1), DAY.plus(Duration.ofDays(60)));
      assertEquals(List.of("!15"), later.stream().map(Work::name).toList());
      assertEquals(List.of("debt", "bug"), later.getFirst().labels());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotPlannedOrOpenAgainIsNotFinished(Databases kind) {
    try (Storage storage = Storage.open(kind.create(folder))) {
      Facts facts = new Facts(storage, InstantSource.fixed(NOW));
      Works works = new Works(services(facts));
      facts.add(List.of(told("1", DAY, false, WorkItem.Reason.NOT_PLANNED, DAY)), "test");
      facts.add(List.of(told("2", DAY, false, WorkItem.Reason.COMPLETED, DAY)), "test");
      assertEquals(List.of("#2"), names(works));
      facts.add(List.of(told("2", DAY.plusSeconds(60), true, null, null)), "test");
      assertEquals(List.of(), names(works));
      facts.add(List.of(told("2", DAY.plusSeconds(90), false, null, DAY.plusSeconds(90))), "test");
      assertEquals(List.of("#2"), names(works));
      assertEquals(DAY.plusSeconds(90), works.finished(DAY, NOW).getFirst().finished());
      assertNull(works.finished(DAY, NOW).getFirst().lines());
    }
  }

  /** The half of A12 that comes in: ten issues, of which seven have the outcome's label. */
  @Practice("A12")
  @ParameterizedTest
  @EnumSource
  void tenIssuesComeInAndSevenHaveTheLabel(Databases kind) throws IOException {
    StringBuilder csv = new StringBuilder("Key,Summary,Status,Resolution,Labels,Resolved\n");
    for (int i = 1; i <= 10; i++) {
      String labels = i <= 7 ? "outcome/activation;web" : "web";
      csv.append(
          "FERRY-%d,Work %d,Done,Done,%s,2026-10-%02dT10:00:00Z\n".formatted(i, i, labels, i));
    }
    try (Storage storage = Storage.open(kind.create(folder))) {
      Facts facts = new Facts(storage, InstantSource.fixed(NOW));
      Imports imports = new Imports(storage, facts, InstantSource.fixed(NOW));
      assertEquals(10, take(imports, csv.toString()).added());
      assertEquals(10, take(imports, csv.toString()).unchanged(), "twice is once");
      List<Work> found =
          new Works(services(facts)).finished(Instant.parse("2026-10-01T00:00:00Z"), NOW);
      assertEquals(10, found.size());
      assertEquals(
          7, found.stream().filter(it -> it.labels().contains("outcome/activation")).count());
      assertEquals("FERRY-10", found.getFirst().name());
      assertTrue(found.stream().allMatch(it -> it.kind() == Work.Kind.ISSUE));
    }
  }

  private static ImportReceipt take(Imports imports, String csv) throws IOException {
    Wish wish = Wish.of(Kind.WORK, Of.nothing(ZoneOffset.UTC));
    try (Run run = imports.begin(wish, null, true, line -> {})) {
      run.take(imports.look("file", new ByteArrayInputStream(csv.getBytes(UTF_8)), wish));
      return run.finish();
    }
  }

  private static List<String> names(Works works) {
    return works.finished(DAY, NOW).stream().map(Work::name).toList();
  }

  private static WorkItem issue(String number, Instant closed, String label) {
    return new WorkItem(
        HOME + "#issue/" + number,
        closed,
        null,
        "ferry/booking",
        number,
        "Issue " + number,
        false,
        WorkItem.Reason.COMPLETED,
        List.of(label),
        null,
        null,
        closed.minus(Duration.ofDays(3)),
        closed,
        null,
        null);
  }

  private static WorkItem told(
      String number,
      Instant at,
      boolean open,
      WorkItem.@Nullable Reason reason,
      @Nullable Instant closed) {
    return new WorkItem(
        HOME + "#issue/" + number,
        at,
        null,
        "ferry/booking",
        number,
        "Issue",
        open,
        reason,
        null,
        null,
        null,
        DAY.minus(Duration.ofDays(3)),
        closed,
        null,
        null);
  }

  private static ChangeRequest change(
      int number, String title, @Nullable String branch, Instant merged, int lines) {
    return new ChangeRequest(
        HOME + "#change/" + number,
        merged,
        "ferry/booking",
        number,
        title,
        null,
        branch,
        null,
        null,
        null,
        merged.minus(Duration.ofDays(2)),
        null,
        null,
        merged,
        merged,
        null,
        null,
        lines,
        0,
        null,
        List.of("bug"),
        List.of(),
        null);
  }

  private static Services services(Facts facts) {
    return new Services(
        facts,
        () -> Rules.none(),
        () -> Identities.none(),
        name -> null,
        () -> 0L,
        Likeness.NOTHING,
        Runnable::run);
  }
}
