package pilothouse.debt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/** What one rule found in one area of a repository. */
final class SarifGroup {
  private final String ruleName;
  private String area;
  private @Nullable UnaryOperator<String> areas;
  private final Map<String, Integer> files = new LinkedHashMap<>();
  private boolean more;
  private int count;
  private String worst = "";
  private String example = "";
  private String tool = "";
  private SarifRule rule = SarifRule.unknown("");

  SarifGroup(String rule, String area) {
    this.ruleName = rule;
    this.area = area;
  }

  /**
   * One more result.
   *
   * @param later tells the area once the file is known; null where it is
   */
  void add(String path, SarifResult result, @Nullable UnaryOperator<String> later) {
    count++;
    areas = later == null ? areas : later;
    example = example.isEmpty() ? result.message() : example;
    worst = rank(result.level()) > rank(worst) ? result.level() : worst;
    if (!path.isEmpty()) {
      file(path, 1);
    }
  }

  private void file(String path, int times) {
    if (files.size() < Words.SPOTS || files.containsKey(path)) {
      files.merge(path, times, Integer::sum);
    } else {
      more = true;
    }
  }

  private static int rank(String level) {
    return switch (level) {
      case "error" -> 3;
      case "warning" -> 2;
      case "note" -> 1;
      default -> 0;
    };
  }

  String rule() {
    return ruleName;
  }

  /** Whose it is, now that all is known of its run. */
  void of(String byTool, SarifRule of, IntFunction<String> paths) {
    tool = byTool;
    rule = of;
    UnaryOperator<String> known = areas;
    if (known != null && area.startsWith("\0")) {
      String path = paths.apply(Integer.parseInt(area.substring(1)));
      area = known.apply(path);
      if (!path.isEmpty()) {
        file(path, count);
      }
    }
  }

  String key() {
    return tool + "\n" + rule.id() + "\n" + area;
  }

  /** Both together. */
  SarifGroup with(SarifGroup other) {
    count += other.count;
    worst = rank(other.worst) > rank(worst) ? other.worst : worst;
    more |= other.more;
    other.files.forEach(this::file);
    return this;
  }

  Incoming incoming(String repository) {
    String name = rule.name().isEmpty() ? rule.id() : rule.name();
    String title = Say.cut(name + " (" + (area.isEmpty() ? repository : area) + ")", Words.TITLE);
    String example = this.example.isEmpty() || this.example.equals(name) ? "" : "\n" + this.example;
    Words words =
        Words.of(
            title,
            Say.cut((rule.says() + example).strip(), Words.TEXT),
            Where.repository(repository),
            spots(repository),
            nature(),
            effect(),
            severity());
    return new Incoming(
        0,
        Sarif.KIND,
        repository + "\n" + key(),
        rule.help().matches("https?://\\S+") ? rule.help() : "",
        says(tool + " " + rule.id()),
        "",
        words);
  }

  private String says(String by) {
    return count == 1
        ? Texts.kept("kept.debt.result", by)
        : more
            ? Texts.kept("kept.debt.results-folder", count, by, Words.SPOTS)
            : Texts.kept("kept.debt.results", count, by);
  }

  /** Whether it means more files than are kept, so that its folder stands for them. */
  boolean isFolder() {
    return more;
  }

  /** Its files, the one with most results first; its area where there are too many, or none. */
  private List<Spot> spots(String repository) {
    if (more || files.isEmpty()) {
      return List.of(new Spot(repository, area));
    }
    List<Map.Entry<String, Integer>> sorted = new ArrayList<>(files.entrySet());
    sorted.sort(
        Map.Entry.<String, Integer>comparingByValue()
            .reversed()
            .thenComparing(Comparator.comparing(Map.Entry::getKey)));
    return sorted.stream().map(file -> new Spot(repository, file.getKey())).toList();
  }

  private String level() {
    return !worst.isEmpty() ? worst : rule.level().isEmpty() ? "warning" : rule.level();
  }

  private Nature nature() {
    return rule.score() > 0 || rule.isOf("security")
        ? Nature.SECURITY
        : rule.isOf("performance")
            ? Nature.PERFORMANCE
            : rule.isOf("test") ? Nature.TESTING : Nature.REFACTORING;
  }

  private Effect effect() {
    return nature() == Nature.SECURITY || level().equals("error")
        ? Effect.RISKS
        : level().equals("warning") ? Effect.SLOWS : Effect.WAITS;
  }

  private Severity severity() {
    double score = rule.score();
    if (score > 0) {
      return score >= 9
          ? Severity.CRITICAL
          : score >= 7 ? Severity.HIGH : score >= 4 ? Severity.MEDIUM : Severity.LOW;
    }
    return switch (level()) {
      case "error" -> Severity.HIGH;
      case "warning" -> Severity.MEDIUM;
      default -> Severity.LOW;
    };
  }
}
