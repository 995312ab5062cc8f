package pilothouse.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Metric.Better;
import pilothouse.metrics.Metric.Unit;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * Files that declare dependencies on others' code, and when they changed last.
 *
 * @param all the longest untouched first
 * @param submodules a .gitmodules file stands in the head
 */
record Manifests(List<Manifest> all, boolean submodules) {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("pom.xml", "Maven"),
          Map.entry("build.gradle", "Gradle"),
          Map.entry("build.gradle.kts", "Gradle"),
          Map.entry("dependencies.gradle", "Gradle"),
          Map.entry("libs.versions.toml", "Gradle"),
          Map.entry("build.sbt", "sbt"),
          Map.entry("package.json", "npm"),
          Map.entry("deno.json", "Deno"),
          Map.entry("go.mod", "Go"),
          Map.entry("cargo.toml", "Cargo"),
          Map.entry("gemfile", "Bundler"),
          Map.entry("requirements.txt", "pip"),
          Map.entry("pyproject.toml", "Python"),
          Map.entry("setup.py", "Python"),
          Map.entry("pipfile", "Pipenv"),
          Map.entry("environment.yml", "Conda"),
          Map.entry("composer.json", "Composer"),
          Map.entry("mix.exs", "Mix"),
          Map.entry("pubspec.yaml", "Pub"),
          Map.entry("package.swift", "SwiftPM"),
          Map.entry("podfile", "CocoaPods"),
          Map.entry("packages.config", "NuGet"),
          Map.entry("directory.packages.props", "NuGet"),
          Map.entry("conanfile.txt", "Conan"),
          Map.entry("conanfile.py", "Conan"),
          Map.entry("vcpkg.json", "vcpkg"),
          Map.entry("chart.yaml", "Helm"),
          Map.entry("module.bazel", "Bazel"),
          Map.entry(".gitmodules", "git submodules"));

  static final Measure STALE =
      Measure.of(
          "untouched-manifests", Unit.RATIO, Better.LOWER, "coupled-folders", Manifests::read);

  static Manifests of(Slice slice) {
    HeadView head = slice.head();
    Activity activity = slice.once(Activity.class, Activity::of);
    List<Manifest> all = new ArrayList<>();
    boolean submodules = false;
    for (int file = 0; file < head.size(); file++) {
      int path = head.pathOf()[file];
      String ecosystem =
          path < 0
                  || slice.paths().isGenerated(path)
                  || PathRules.isUnderTests(slice.history.paths()[path])
              ? null
              : ecosystem(slice.history.paths()[path]);
      if (ecosystem != null) {
        submodules |= ecosystem.equals("git submodules");
        long at = activity.changedAt()[file];
        all.add(
            new Manifest(
                slice.history.paths()[path],
                ecosystem,
                activity.inWindow()[file],
                at == Long.MIN_VALUE ? null : java.time.Instant.ofEpochSecond(at)));
      }
    }
    all.sort(
        Comparator.comparing(Manifest::changed, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Manifest::path));
    return new Manifests(List.copyOf(all), submodules);
  }

  /** What declares dependencies by this path; null when nothing does. */
  static @Nullable String ecosystem(String path) {
    String low = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    String named = NAMES.get(low);
    if (named != null) {
      return named;
    }
    if (low.endsWith(".gemspec")) {
      return "Bundler";
    }
    if (low.endsWith(".csproj") || low.endsWith(".fsproj") || low.endsWith(".vbproj")) {
      return "NuGet";
    }
    return low.startsWith("requirements") && low.endsWith(".txt") ? "pip" : null;
  }

  boolean isUntouched(Slice slice, Manifest manifest) {
    java.time.@Nullable Instant changed = manifest.changed();
    return changed != null && changed.getEpochSecond() < slice.end() - AgeMetrics.STALE;
  }

  private static Reading read(Metric metric, Slice slice) {
    Manifests manifests = slice.once(Manifests.class, Manifests::of);
    List<Manifest> dated =
        manifests.all.stream().filter(manifest -> manifest.changed() != null).toList();
    Notes notes = new Notes().history(slice);
    notes.leave(
        Texts.say("metrics.manifests.manifests-without-a-commit"),
        manifests.all.size() - dated.size());
    if (dated.isEmpty()) {
      String why =
          slice.commits().size() == 0
              ? Answers.silence(slice)
              : Texts.say("metrics.manifests.no-file-declares-dependencies");
      return Answers.unknown(metric, slice, why, notes);
    }
    long untouched = dated.stream().filter(m -> manifests.isUntouched(slice, m)).count();
    Receipt receipt = receipt(slice, dated, untouched);
    return Answers.known(
        metric,
        slice,
        (double) untouched / dated.size(),
        dated.size(),
        Series.none(),
        receipt,
        notes);
  }

  private static Receipt receipt(Slice slice, List<Manifest> dated, long untouched) {
    return new Receipt(
        Texts.say(
            "metrics.manifests.of-manifests-are-untouched",
            Say.count(untouched),
            Say.count(dated.size())),
        Texts.all(
            "column.file",
            "column.ecosystem",
            "metrics.manifests.last-changed",
            "metrics.manifests.commits-in-the-window"),
        dated.size(),
        row -> {
          java.time.Instant at = dated.get(row).changed();
          return List.of(
              Answers.file(dated.get(row).path()),
              Cell.of(dated.get(row).ecosystem()),
              at == null
                  ? Cell.of(Texts.say("say.unknown"))
                  : Answers.day(slice, at.getEpochSecond()),
              Cell.of(dated.get(row).revisions()));
        });
  }
}
