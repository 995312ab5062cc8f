package pilothouse.systems;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import pilothouse.systems.Rule.Kind;
import pilothouse.text.Sentence;

/** The rules that come along: tried after those by hand, in this order, and never taken away. */
final class DefaultRules {
  static final Rule OWN_SYSTEM = comesAlong(Kind.SERVICE, "own-system", "that-system");
  static final Rule OWN_SERVICE = comesAlong(Kind.SERVICE, "any-other", "own-name");
  static final Rule ONLY_SYSTEM = comesAlong(Kind.REPOSITORY, "home", "that-system");
  static final Rule OWN_REPOSITORY = comesAlong(Kind.REPOSITORY, "any-other", "last-part");
  static final Rule NOT_PRODUCTION = comesAlong(Kind.ENVIRONMENT, "any-other", "no");
  static final Rule NO_ENVIRONMENT = comesAlong(Kind.ENVIRONMENT, "no-name", "no");
  static final Rule NO_HOTFIX = comesAlong(Kind.BRANCH, "any-other", "no");

  /** Words that say that a name with "production" in it means something else. */
  private static final List<String> NEARLY =
      List.of(
          "pre",
          "non",
          "not",
          "staging",
          "stage",
          "test",
          "testing",
          "dev",
          "development",
          "qa",
          "uat",
          "sandbox",
          "preview",
          "review",
          "demo",
          "like",
          "vor",
          "nicht",
          "kein",
          "abnahme",
          "entwicklung",
          "pré",
          "hors",
          "recette",
          "pruebas");

  private static final List<String> PRODUCTION =
      List.of(
          "production",
          "prod",
          "prd",
          "live",
          "produktion",
          "produktiv",
          "produktivsystem",
          "produktivumgebung",
          "echtbetrieb",
          "echtsystem",
          "producción",
          "produccion");
  private static final List<String> HOTFIX = List.of("hotfix", "hot-fix");

  static final Rule NEARLY_PRODUCTION = comesAlong(Kind.ENVIRONMENT, "nearly", "no");
  static final Rule IS_PRODUCTION = comesAlong(Kind.ENVIRONMENT, "production", "yes");
  static final Rule IS_HOTFIX = comesAlong(Kind.BRANCH, "hotfix", "yes");

  private DefaultRules() {}

  /** All of them, in the order in which they are tried. */
  static List<Rule> all() {
    return List.of(
        OWN_SYSTEM,
        OWN_SERVICE,
        ONLY_SYSTEM,
        OWN_REPOSITORY,
        NEARLY_PRODUCTION,
        IS_PRODUCTION,
        NOT_PRODUCTION,
        IS_HOTFIX,
        NO_HOTFIX);
  }

  /** What they say of an environment's name in lower case. */
  static Rule environment(String name) {
    List<String> words = words(Normalizer.normalize(name, Normalizer.Form.NFC));
    if (words.stream().noneMatch(PRODUCTION::contains)) {
      return NOT_PRODUCTION;
    }
    return words.stream().anyMatch(NEARLY::contains) ? NEARLY_PRODUCTION : IS_PRODUCTION;
  }

  /** What they say of a branch's name in lower case. */
  static Rule branch(String name) {
    for (String part : name.split("/", -1)) {
      for (String word : HOTFIX) {
        if (part.equals(word) || part.startsWith(word + "-") || part.startsWith(word + "_")) {
          return IS_HOTFIX;
        }
      }
    }
    return NO_HOTFIX;
  }

  private static List<String> words(String name) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    for (int i = 0; i <= name.length(); i++) {
      char c = i < name.length() ? name.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c)) {
        word.append(c);
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }

  /** What such a rule takes, in words; its pattern is their key. */
  static Sentence told(Rule rule) {
    return Sentence.of("systems.default-rules." + rule.pattern());
  }

  /** The words of names that it looks for. */
  static List<String> listed(Rule rule) {
    return switch (rule.pattern()) {
      case "nearly" -> NEARLY;
      case "production" -> PRODUCTION;
      case "hotfix" -> HOTFIX;
      default -> List.of();
    };
  }

  private static Rule comesAlong(Kind kind, String pattern, String target) {
    return new Rule("", kind, pattern, "", target, null, "Pilothouse", "");
  }
}
