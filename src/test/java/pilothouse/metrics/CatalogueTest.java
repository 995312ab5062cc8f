package pilothouse.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pilothouse.metrics.delivery.ServiceMetrics;

class CatalogueTest {
  private static final Window YEAR = Histories.window("2026-01-01", "2027-01-01");

  /** The document's table is made from the records; run with -Dformulas.write=true to renew it. */
  @Test
  void thePageOfFormulasEqualsTheRecords() throws IOException {
    Path page = Path.of("docs/formulas.md");
    String mark =
        "| metric | question | definition | unit | misleads when |\n|---|---|---|---|---|\n";
    String text = Files.readString(page);
    String head = text.substring(0, text.indexOf(mark));
    int second = text.indexOf("\n## Delivery\n");
    String between = text.substring(second, text.indexOf(mark, second));
    String made =
        head
            + mark
            + rows(Catalogue.METRICS, "from releases when there are no deployments")
            + between
            + mark
            + rows(ServiceMetrics.catalogue(), "from deployments");
    if (Boolean.getBoolean("formulas.write")) {
      Files.writeString(page, made);
    }
    assertEquals(made, Files.readString(page));
  }

  /** Ids that both catalogues have are told apart by what they are taken from. */
  private static String rows(List<Metric> metrics, String from) {
    return metrics.stream()
        .map(metric -> row(metric, isInBoth(metric) ? ", " + from : ""))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static boolean isInBoth(Metric metric) {
    return Metrics.named(metric.id()).isPresent() && ServiceMetrics.named(metric.id()).isPresent();
  }

  private static String row(Metric metric, String from) {
    return String.join(
        " | ",
        "| **" + metric.name() + "** `" + metric.id() + "`" + from,
        metric.question(),
        metric.formula(),
        metric.unit().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        metric.caveat() + " |");
  }

  @Test
  void everyCounterMetricIsInTheCatalogueAndIdsAreUnique() {
    for (List<Metric> catalogue : List.of(Catalogue.METRICS, ServiceMetrics.catalogue())) {
      var ids = catalogue.stream().map(Metric::id).collect(Collectors.toSet());
      assertEquals(catalogue.size(), ids.size());
      catalogue.forEach(metric -> assertTrue(ids.contains(metric.counterMetric()), metric.id()));
      catalogue.forEach(metric -> assertNotEquals(metric.id(), metric.counterMetric()));
    }
  }

  @Test
  void everyMetricReadsAnyHistoryAndItsReceiptCanBeOpened() {
    for (long seed = 1; seed <= 40; seed++) {
      Metrics metrics = Metrics.of(random(seed), Scope.all("ferry"), YEAR);
      for (Metric metric : Catalogue.METRICS) {
        Reading reading = metrics.read(metric.id());
        for (int row = 0; row < reading.receipt().size(); row++) {
          assertEquals(
              reading.receipt().columns().size(),
              reading.receipt().row().apply(row).size(),
              "seed " + seed + " " + metric.id());
        }
      }
    }
  }

  @Test
  void weeksAndWhatTheWindowCutsAreAllCommits() {
    for (long seed = 1; seed <= 40; seed++) {
      Metrics metrics = Metrics.of(random(seed), Scope.all("ferry"), YEAR);
      Reading reading = metrics.read("commits-per-week");
      long left =
          reading.ledger().entries().stream()
              .filter(entry -> entry.why().contains("cuts"))
              .mapToLong(Ledger.LeftOut::count)
              .sum();
      long inWeeks = reading.series().points().stream().mapToLong(Series.Point::n).sum();
      assertEquals(reading.n(), inWeeks, "seed " + seed);
      assertEquals(reading.receipt().size(), inWeeks, "seed " + seed);
      assertEquals(metrics.commitCount(), inWeeks + left, "seed " + seed);
    }
  }

  @Test
  void foldersSumToTheWhole() {
    for (long seed = 1; seed <= 40; seed++) {
      Knowledge knowledge = Metrics.of(random(seed), Scope.all("ferry"), YEAR).knowledge();
      assertEquals(
          knowledge.files(), knowledge.folders().stream().mapToInt(Knowledge.Folder::files).sum());
      assertEquals(
          knowledge.islands().size(),
          knowledge.folders().stream().mapToInt(Knowledge.Folder::islands).sum());
    }
  }

  /** A history of 120 commits over 12 files by five people and a program. */
  private static pilothouse.evidence.History random(long seed) {
    Random random = new Random(seed);
    Histories histories = new Histories().bot("bot");
    String[] people = {"ann", "bob", "cem", "dia", "eli", "bot"};
    String[] paths = new String[12];
    String[] created = new String[12];
    for (int i = 0; i < 12; i++) {
      paths[i] = "part" + i % 4 + "/f" + i + ".java";
      created[i] = "+" + paths[i] + " " + (50 + random.nextInt(200)) + "/0";
    }
    histories.commit("2025-11-01", "ann", created);
    long at = Histories.at("2025-11-02");
    for (int c = 0; c < 120; c++) {
      at += random.nextInt(5 * 86_400);
      String day = java.time.Instant.ofEpochSecond(at).toString();
      String one = "~" + paths[random.nextInt(6)] + " " + random.nextInt(30) + "/1";
      String two = "~" + paths[6 + random.nextInt(6)] + " " + random.nextInt(30) + "/1";
      String who = Objects.requireNonNull(people[random.nextInt(6)]);
      histories.commit(day, who, one, two);
      if (random.nextInt(15) == 0) {
        histories.tag("v1." + c, day);
      }
    }
    for (String path : paths) {
      histories.holds(path, random.nextInt(500), 0, 60, random.nextInt(121), 60);
    }
    return histories.build();
  }
}
