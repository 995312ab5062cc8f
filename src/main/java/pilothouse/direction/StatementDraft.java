package pilothouse.direction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/**
 * A version as somebody typed it.
 *
 * @param base the number of the version that was changed; 0 where there was none
 * @param reviewOn null for the usual time
 */
record StatementDraft(
    Statement.Kind kind,
    Where place,
    int base,
    String body,
    List<Statement.Item> items,
    @Nullable LocalDate reviewOn,
    String why) {
  static final int MISSION_WORDS = 40;
  static final int VISION_WORDS = 300;
  static final int PRINCIPLES = 5;
  static final int SECTION = 7;
  static final int NORMS = 10;
  static final List<String> SECTIONS = List.of("architecture", "health", "milestone");
  private static final int BODY = 4_000;
  private static final int SAYS = 200;
  private static final int MORE = 400;
  private static final int WHY = 500;

  StatementDraft {
    body = body.strip();
    why = why.strip();
    items =
        items.stream()
            .map(item ->
                new Statement.Item(
                    item.id().strip(),
                    item.section().strip(),
                    item.says().strip(),
                    item.more().strip(),
                    item.outcome().strip()))
            .filter(item -> !item.text().isEmpty() || !item.outcome().isEmpty())
            .toList();
  }

  /** Whether it says the same as a version, and names no other day to look at it again. */
  boolean isSame(Statement of) {
    return body.equals(of.body())
        && bare(items).equals(bare(of.items()))
        && (reviewOn == null || reviewOn.equals(of.reviewOn()));
  }

  /** Items without the names that others know them by. */
  private static List<Statement.Item> bare(List<Statement.Item> items) {
    return items.stream()
        .map(item ->
            new Statement.Item("", item.section(), item.says(), item.more(), item.outcome()))
        .toList();
  }

  /**
   * What is wrong, each in a sentence with its mend.
   *
   * @param outcomes those that whoever types may see
   * @param today which day it is
   */
  List<String> problems(Function<String, Optional<Outcome>> outcomes, LocalDate today) {
    List<String> problems = new ArrayList<>();
    lengths(problems);
    switch (kind) {
      case MISSION -> mission(problems, outcomes);
      case VISION -> words(problems, VISION_WORDS);
      case PRINCIPLES -> most(problems, items.size(), PRINCIPLES);
      case NORMS -> most(problems, items.size(), NORMS);
      case STRATEGY -> strategy(problems);
    }
    Set<String> said = new HashSet<>();
    items.stream()
        .filter(item -> kind == Statement.Kind.PRINCIPLES || kind == Statement.Kind.NORMS)
        .map(Statement.Item::says)
        .filter(says -> !says.isEmpty() && !said.add(says.toLowerCase(Locale.ROOT)))
        .forEach(says -> problems.add(Texts.say("direction.draft.item-twice", cut(says))));
    items.stream()
        .map(Statement.Item::outcome)
        .filter(outcome -> !outcome.isEmpty() && outcomes.apply(outcome).isEmpty())
        .forEach(
            outcome -> problems.add(Texts.say("direction.draft.no-such-outcome", cut(outcome))));
    if (reviewOn != null && !reviewOn.isAfter(today)) {
      problems.add(Texts.say("direction.draft.review-is-not-ahead", reviewOn));
    }
    return problems;
  }

  private void lengths(List<String> problems) {
    if (body.length() > BODY) {
      problems.add(Texts.say("direction.draft.text-is-longer", Say.count(BODY)));
    }
    if (why.length() > WHY) {
      problems.add(Texts.say("direction.draft.why-is-longer", Say.count(WHY)));
    }
    for (Statement.Item item : items) {
      if (item.says().length() > SAYS || item.more().length() > MORE || item.id().length() > 40) {
        problems.add(Texts.say("direction.draft.item-is-longer", cut(item.says()), SAYS, MORE));
      }
      if (item.says().isEmpty() && kind != Statement.Kind.MISSION) {
        problems.add(Texts.say("direction.draft.item-says-nothing", cut(item.more())));
      }
    }
  }

  private void mission(List<String> problems, Function<String, Optional<Outcome>> outcomes) {
    words(problems, MISSION_WORDS);
    boolean business =
        items.stream()
            .flatMap(item -> outcomes.apply(item.outcome()).stream())
            .anyMatch(Outcome::isBusiness);
    if (!business) {
      problems.add(Texts.say("direction.draft.mission-without-business"));
    }
    most(problems, items.size(), OutcomeDraft.TOP);
  }

  private void words(List<String> problems, int most) {
    int words = body.isEmpty() ? 0 : body.split("\\s+").length;
    if (words == 0) {
      problems.add(Texts.say("direction.draft.has-no-words", kind.called()));
    } else if (words > most) {
      problems.add(Texts.say("direction.draft.too-many-words", kind.called(), most, words));
    }
  }

  private void most(List<String> problems, int items, int most) {
    if (items > most) {
      problems.add(Texts.say("direction.draft.too-many-items", kind.called(), most, items));
    } else if (items == 0 && kind != Statement.Kind.MISSION) {
      problems.add(Texts.say("direction.draft.has-no-items", kind.called()));
    }
  }

  private void strategy(List<String> problems) {
    if (items.isEmpty()) {
      problems.add(Texts.say("direction.draft.has-no-items", kind.called()));
    }
    for (String section : SECTIONS) {
      List<Statement.Item> there =
          items.stream().filter(item -> item.section().equals(section)).toList();
      if (there.size() > SECTION) {
        problems.add(
            Texts.say(
                "direction.draft.too-many-items",
                Texts.say("direction.section." + section),
                SECTION,
                there.size()));
      }
      if (section.equals("milestone") && there.stream().anyMatch(item -> item.more().isEmpty())) {
        problems.add(Texts.say("direction.draft.milestone-without-measure"));
      }
    }
    items.stream()
        .filter(item -> !SECTIONS.contains(item.section()))
        .forEach(item ->
            problems.add(
                Texts.say(
                    "direction.draft.no-section",
                    cut(item.section()),
                    String.join(", ", SECTIONS))));
  }

  private static String cut(String text) {
    return text.length() > 60 ? text.substring(0, 59) + "…" : text;
  }
}
