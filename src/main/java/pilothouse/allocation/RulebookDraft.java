package pilothouse.allocation;

import java.util.ArrayList;
import java.util.List;
import pilothouse.systems.Glob;
import pilothouse.text.Texts;

/**
 * Rules as somebody writes them: a line for each category, {@code debt: label tech-debt, branch
 * debt/*}.
 */
record RulebookDraft(Rulebook rulebook, List<String> problems) {
  static final int LONGEST = 4_000;
  private static final int CATEGORIES = 20;
  private static final int PATTERN = 200;

  RulebookDraft {
    problems = List.copyOf(problems);
  }

  static RulebookDraft read(String text) {
    List<Category> categories = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    if (text.length() > LONGEST) {
      problems.add(Texts.say("allocation.rules.too-long", LONGEST));
      return new RulebookDraft(new Rulebook(categories), problems);
    }
    int number = 0;
    for (String line : text.split("\\R", -1)) {
      number++;
      if (!line.isBlank()) {
        category(line, number, categories, problems);
      }
    }
    if (categories.isEmpty() && problems.isEmpty()) {
      problems.add(Texts.say("allocation.rules.none"));
    }
    if (categories.size() > CATEGORIES) {
      problems.add(Texts.say("allocation.rules.too-many", CATEGORIES));
    }
    return new RulebookDraft(new Rulebook(categories), problems);
  }

  private static void category(
      String line, int number, List<Category> categories, List<String> problems) {
    int colon = line.indexOf(':');
    String word = colon < 0 ? "" : line.substring(0, colon).strip();
    if (!word.matches("[a-z][a-z0-9-]{0,29}") || word.equals("unknown")) {
      problems.add(Texts.say("allocation.rules.no-word", number));
      return;
    }
    if (categories.stream().anyMatch(one -> one.word().equals(word))) {
      problems.add(Texts.say("allocation.rules.twice", number, word));
      return;
    }
    List<Sign> signs = new ArrayList<>();
    for (String part : line.substring(colon + 1).split(",", -1)) {
      String[] said = part.strip().split("\\s+", 2);
      Sign.Kind kind = Sign.Kind.of(said[0]).orElse(null);
      if (kind == null || said.length < 2 || said[1].length() > PATTERN) {
        problems.add(Texts.say("allocation.rules.no-sign", number, part.strip()));
      } else {
        signs.add(new Sign(kind, new Glob(said[1])));
      }
    }
    categories.add(new Category(word, signs));
  }
}
