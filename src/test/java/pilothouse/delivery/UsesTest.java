package pilothouse.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pilothouse.findings.Finding;
import pilothouse.journal.Who;
import pilothouse.metrics.delivery.QuickCheck;
import pilothouse.metrics.delivery.ServiceMetrics;
import pilothouse.storage.Databases;
import pilothouse.storage.Storage;

/** What metrics were good for, and what people answered, on both databases. */
class UsesTest {
  private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aMetricThatServedNoDecisionInTwoQuartersMayGo(Databases kind, @TempDir Path folder) {
    try (Storage storage = Storage.open(kind.create(folder))) {
      Uses first = new Uses(storage, InstantSource.fixed(START), Stream::empty);
      first.begin(List.of("used", "unused"));
      assertEquals(Set.of(), first.idle(), "today is too early");
      at(storage, 100).add("used", "pier", "Ada", "Deploy smaller", Who.program());
      at(storage, 150).begin(List.of("used", "unused", "new"));
      assertEquals(Set.of("unused"), at(storage, 183).idle());
      assertEquals(Set.of("unused", "used"), at(storage, 283).idle());
      assertEquals(
          List.of("Deploy smaller"),
          at(storage, 283).of("used", "system:pier").stream().map(Use::what).toList());
      assertEquals(List.of(), at(storage, 283).of("used", "system:other"));
    }
  }

  @Test
  void metricsThatNobodyDecidesWithAreOneQuietFinding() {
    assertNull(Retirement.proposed(Set.of()));
    assertNull(Retirement.proposed(Set.of("no-metric-of-ours")));
    Finding one = Retirement.proposed(Set.of("change-fail-rate"));
    assertEquals(
        "1 metric served no decision in two quarters: Change fail rate. What nobody decides with need not be looked at.",
        one == null ? "" : one.says());
    Set<String> five = Set.copyOf(ServiceMetrics.FIVE);
    Finding many = Retirement.proposed(five);
    assertEquals(Finding.Severity.KNOW, many == null ? null : many.severity());
    assertTrue(many != null && many.says().contains("5 metrics served"), String.valueOf(many));
    assertTrue(many != null && many.says().contains(", 2 more."), String.valueOf(many));
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void answersAreKeptOneBesideTheOther(Databases kind, @TempDir Path folder) {
    try (Storage storage = Storage.open(kind.create(folder))) {
      QuickCheck answers = new QuickCheck(4, 5, 6, 12.5, 0);
      new QuickChecks(storage, InstantSource.fixed(START))
          .add("system:pier", "Bo", answers, Who.program());
      QuickChecks later = new QuickChecks(storage, InstantSource.fixed(START.plusSeconds(9)));
      later.add("organisation", "you", new QuickCheck(1, 1, 1, 100, 100), Who.program());
      assertEquals(
          List.of("organisation", "system:pier"),
          later.all().stream().map(QuickChecks.Kept::scope).toList());
      assertEquals(answers, later.all().getLast().answers());
    }
  }

  private static Uses at(Storage storage, int days) {
    return new Uses(storage, InstantSource.fixed(START.plus(Duration.ofDays(days))), Stream::empty);
  }
}
