package pilothouse.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Called;
import pilothouse.evidence.facts.NamesSeen;
import pilothouse.systems.Judgement;
import pilothouse.systems.RepositoryMatch;
import pilothouse.systems.Resolution;
import pilothouse.systems.Rule;
import pilothouse.systems.Rules;
import pilothouse.text.Texts;

/** What names would mean, and by which rule. */
final class Trial {
  private final Rules rules;

  Trial(Rules rules) {
    this.rules = rules;
  }

  /** The answers to what was asked; nothing for what was not. */
  List<TrialAnswer> answers(
      @Nullable String service,
      @Nullable String repository,
      @Nullable String path,
      @Nullable String environment,
      @Nullable String branch) {
    List<TrialAnswer> answers = new java.util.ArrayList<>();
    Optional<Resolution> found = rules.system(service, repository, path);
    found.ifPresent(system -> {
      String is =
          system.declared()
              ? Texts.say("catalog.trial.is-system", system.system())
              : Texts.say("catalog.trial.not-declared", system.system());
      answers.add(new TrialAnswer(Texts.say("catalog.trial.system"), is, system.why().words()));
    });
    if (repository != null) {
      answers.add(repository(rules.match(repository)));
    }
    if (environment != null) {
      Judgement judged = rules.production(environment);
      answers.add(
          new TrialAnswer(
              Texts.say("catalog.trial.environment"),
              judged.yes()
                  ? Texts.say("catalog.trial.production")
                  : Texts.say("catalog.trial.not-production"),
              judged.why().words()));
    }
    if (branch != null) {
      Judgement judged = rules.hotfix(branch);
      answers.add(
          new TrialAnswer(
              Texts.say("catalog.trial.branch"),
              judged.yes()
                  ? Texts.say("catalog.trial.hotfix")
                  : Texts.say("catalog.trial.no-hotfix"),
              judged.why().words()));
    }
    return answers;
  }

  private static TrialAnswer repository(RepositoryMatch match) {
    String is =
        switch (match.found().size()) {
          case 0 -> Texts.say("catalog.trial.none-that-is-read");
          case 1 -> match.found().getFirst().name();
          default -> Texts.say("catalog.trial.not-clear");
        };
    return new TrialAnswer(Texts.say("catalog.trial.repository"), is, match.why().words());
  }

  /** The names that came in, by the rule that decides them. */
  Map<String, List<String>> matches(NamesSeen.Names names) {
    Map<String, List<String>> matches = new TreeMap<>();
    names.services().forEach(name -> add(matches, resolved(name, null), name));
    Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names
        .services()
        .forEach(name -> rules.system(name, null).ifPresent(found -> known.add(found.system())));
    names
        .called()
        .forEach(name ->
            add(
                matches,
                Called.system(name, rules, known::contains).map(Resolution::rule).orElse(null),
                name));
    names.repositories().forEach(name -> add(matches, resolved(null, name), name));
    names.environments().forEach(name -> add(matches, rules.production(name).rule(), name));
    names.branches().forEach(name -> add(matches, rules.hotfix(name).rule(), name));
    return matches;
  }

  /** One key for a rule by hand and for one that comes along. */
  static String key(Rule rule) {
    return rule.isDefault() ? rule.words() : rule.id();
  }

  private @Nullable Rule resolved(@Nullable String service, @Nullable String repository) {
    return rules.system(service, repository).map(Resolution::rule).orElse(null);
  }

  private static void add(Map<String, List<String>> matches, @Nullable Rule rule, String name) {
    if (rule != null) {
      matches.computeIfAbsent(key(rule), key -> new java.util.ArrayList<>()).add(name);
    }
  }
}
