package pilothouse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** The map of who may use whom. To change it is a decision: write it down in docs/decisions. */
class ModulesTest {

  private static final Set<String> KITS =
      Set.of("storage", "web", "chart", "schedule", "text", "git", "outgoing");

  private static final Set<String> FEATURES =
      Set.of(
          "direction",
          "decisions",
          "debt",
          "reliability",
          "delivery",
          "cost",
          "security",
          "growth",
          "hiring",
          "onboarding",
          "voice",
          "rhythm",
          "imports",
          "intake",
          "search",
          "allocation",
          // What teams block for focus, as a calendar both ways (0047).
          "blocks",
          "notices",
          "catalog",
          "flags");

  private static final Set<String> SPINE =
      Set.of(
          "people",
          "systems",
          "journal",
          "evidence",
          "metrics",
          "promises",
          "findings",
          "views",
          "accounts",
          "verdicts");

  /** Kits and spine: each with what it may use. Features and reports follow by rule below. */
  private static final Map<String, Set<String>> MAP = map();

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("pilothouse");

  private static Map<String, Set<String>> map() {
    Map<String, Set<String>> map = new LinkedHashMap<>();
    map.put("storage", Set.of());
    // A chart says its numbers and days as the pages around it do.
    map.put("chart", Set.of("text"));
    map.put("schedule", Set.of());
    map.put("text", Set.of());
    map.put("git", Set.of());
    // Why somebody cannot be reached is kept and said anew (0028).
    map.put("outgoing", Set.of("text"));
    map.put("web", Set.of("text"));
    // What changes anything writes it down, so the journal stands below all that changes (0020).
    map.put("journal", Set.of("storage", "web", "text"));
    // What they refuse and how they judge is said in the reader's language (0028).
    map.put("people", Set.of("storage", "web", "journal", "text"));
    map.put("systems", Set.of("storage", "web", "journal", "text"));
    map.put(
        "evidence", Set.of("storage", "schedule", "text", "git", "people", "systems", "journal"));
    map.put("metrics", Set.of("evidence", "systems", "chart", "text"));
    // Who signs in, and what each may do where: places are teams and systems (0019).
    map.put("accounts", Set.of("storage", "web", "text", "people", "systems", "journal"));
    // What all pages share: scope and period in the address, readings kept, receipts (0009).
    map.put("views", Set.of("evidence", "metrics", "web", "chart", "text"));
    // A promise is kept, asked for and shown; it tells itself what is overdue (0029).
    map.put(
        "promises",
        Set.of("storage", "web", "text", "people", "systems", "journal", "findings", "outgoing"));
    // A finding carries the reading that it speaks of, so that its number leads to a receipt.
    map.put(
        "findings", Set.of("storage", "web", "text", "people", "systems", "journal", "metrics"));
    // What was predicted of any number, judged by the formula of metrics when its day comes (0030).
    map.put(
        "verdicts",
        Set.of("storage", "web", "text", "chart", "journal", "metrics", "views", "findings"));
    Set<String> features = new TreeSet<>(KITS);
    features.addAll(SPINE);
    FEATURES.forEach(feature -> map.put(feature, features));
    Set<String> reports = new TreeSet<>(features);
    reports.addAll(FEATURES);
    reports.remove("growth");
    map.put("reports", reports);
    // The compiled templates show what doors give them.
    Set<String> templates = new TreeSet<>(reports);
    templates.add("reports");
    map.put("jte", templates);
    return map;
  }

  @Test
  void everyPackageUsesOnlyWhatTheMapAllows() {
    List<String> breaches = new ArrayList<>();
    for (JavaClass from : CLASSES) {
      String module = module(from);
      if (module.isEmpty()) {
        continue; // The root wires everything together.
      }
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        String used = module(dependency.getTargetClass().getBaseComponentType());
        if (!used.equals("-") && !used.equals(module) && !allowed(module, used)) {
          breaches.add(
              "%s uses %s: %s"
                  .formatted(
                      module, used.isEmpty() ? "the root" : used, dependency.getDescription()));
        }
      }
    }
    none(
        breaches,
        "the map in ModulesTest does not allow it. Call the other's door from above, write to the journal,"
            + " or change the map by a decision in docs/decisions");
  }

  private static boolean allowed(String module, String used) {
    return MAP.getOrDefault(module, Set.of()).contains(used);
  }

  /** The top-level package; empty for the root; "-" for what is not ours. */
  private static String module(JavaClass type) {
    String name = type.getPackageName();
    if (name.equals("pilothouse")) {
      return "";
    }
    return name.startsWith("pilothouse.") ? name.split("\\.", -1)[1] : "-";
  }

  @Test
  void everyPackageStandsInTheMap() {
    TreeSet<String> unknown =
        CLASSES.stream().map(ModulesTest::module).collect(toCollection(TreeSet::new));
    unknown.remove("");
    unknown.removeAll(MAP.keySet());
    none(
        List.copyOf(unknown),
        "a top-level package that the map does not name has no place yet: add it to ModulesTest with a decision");
  }

  @Test
  void packagesHaveNoCycles() {
    SlicesRuleDefinition.slices()
        .matching("pilothouse.(*)..")
        .should()
        .beFreeOfCycles()
        .because("what goes round cannot be understood, tested or moved one at a time")
        .check(CLASSES);
  }

  @Test
  void nobodyUsesGrowth() {
    noClasses()
        .that()
        .resideOutsideOfPackages("pilothouse", "pilothouse.growth..", "pilothouse.jte..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("pilothouse.growth..")
        .because("what people write about their own growth must reach no report (decision 0007)")
        .check(CLASSES);
  }

  /**
   * A door is a public class with behaviour; records, enums, exceptions and nested types are not.
   */
  @Test
  void aFeatureHasOneDoor() {
    Map<String, List<String>> doors = new LinkedHashMap<>();
    for (JavaClass type : CLASSES) {
      if (isFeature(module(type)) && isDoor(type)) {
        doors.computeIfAbsent(module(type), key -> new ArrayList<>()).add(type.getName());
      }
    }
    doors.values().removeIf(list -> list.size() < 2);
    none(
        doors.values().stream().map(String::valueOf).toList(),
        "a feature has one public door, named by its plural noun: make the others package-private");
  }

  private static boolean isFeature(String module) {
    return FEATURES.contains(module) || module.equals("reports");
  }

  private static boolean isDoor(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.isTopLevelClass()
        && !type.isInterface()
        && !type.isRecord()
        && !type.isEnum()
        && !type.isAssignableTo(Throwable.class);
  }

  @Test
  void nobodyAsksTheMachineForTheTime() {
    var rule =
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("pilothouse.App")
            .and()
            .doNotHaveFullyQualifiedName("pilothouse.Console")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(InstantSource.class, "system");
    for (Class<?> type :
        List.of(
            Instant.class,
            LocalDate.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class)) {
      rule = rule.orShould().callMethod(type, "now");
    }
    rule.because("a formula that looks at the clock cannot be tested: take an InstantSource")
        .check(CLASSES);
  }

  @Test
  void sqlStaysWithDoorsAndTheirRows() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "pilothouse.metrics..",
            "pilothouse.reports..",
            "pilothouse.chart..",
            "pilothouse.text..",
            "pilothouse.git..",
            "pilothouse.web..",
            "pilothouse.jte..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..")
        .because("formulas and pages get facts from doors, which own the SQL (decision 0004)")
        .check(CLASSES);
  }

  @Test
  void onlyTheWebKitKnowsTheServer() {
    noClasses()
        .that()
        .resideOutsideOfPackage("pilothouse.web..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.javalin..", "jakarta.servlet..", "org.eclipse.jetty..")
        .because("check and the tests of formulas must not load a web server")
        .check(CLASSES);
  }

  private static void none(List<String> breaches, String because) {
    if (!breaches.isEmpty()) {
      Assertions.fail(
          breaches.size() + " breaches, because " + because + ":\n" + String.join("\n", breaches));
    }
  }
}
