package pilothouse.allocation;

import java.util.List;
import java.util.stream.Collectors;
import pilothouse.evidence.work.Work;

/**
 * How work is sorted into categories: labels are believed before types, types before milestones,
 * these before branches and branches before paths; among signs of one kind the first line holds.
 */
record Rulebook(List<Category> categories) {
  /** What holds until somebody writes their own. */
  static final String USUAL =
      """
      product: label product, label feature, label enhancement, type feature, type story, branch feat/*, branch feature/*
      debt: label debt, label tech-debt, label technical-debt, branch debt/*
      refactoring: label refactoring, label refactor, type refactoring, branch refactor/*, branch refactoring/*
      performance: label performance, label perf, type performance, branch perf/*, branch performance/*
      testing: label testing, label test, label tests, type testing, branch test/*, branch tests/*, path src/test/*, path test/*, path tests/*
      modernisation: label modernisation, label modernization, label migration, label upgrade, label dependencies, branch upgrade/*, branch migrate/*, branch dependabot/*, branch renovate/*
      learning: label learning, label research, label spike, type spike, branch spike/*
      tooling: label tooling, label ci, label developer-experience, branch tooling/*, branch ci/*, path .github/*, path .gitlab-ci.yml, path Jenkinsfile
      mending: label bug, label incident, label incident/*, type bug, type incident, branch fix/*, branch bugfix/*, branch hotfix/*
      """;

  Rulebook {
    categories = List.copyOf(categories);
  }

  /** Work, with the category that it is of, and the sign that says so; both empty for unknown. */
  record Sorted(Work work, String category, String why) {}

  Sorted sort(Work work) {
    for (Sign.Kind kind : Sign.Kind.values()) {
      for (Category category : categories) {
        if (kind == Sign.Kind.PATH && category.holdsAllPaths(work)) {
          return new Sorted(work, category.word(), kind.word());
        }
        for (Sign sign : category.signs()) {
          if (sign.kind() == kind && sign.isOn(work)) {
            return new Sorted(work, category.word(), sign.text());
          }
        }
      }
    }
    return new Sorted(work, "", "");
  }

  List<String> words() {
    return categories.stream().map(Category::word).toList();
  }

  /** As people write it, a line each. */
  String text() {
    return categories.stream().map(Category::text).collect(Collectors.joining("\n"));
  }

  /** What was written without a mistake. */
  static Rulebook of(String text) {
    return RulebookDraft.read(text).rulebook();
  }
}
