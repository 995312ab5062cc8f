package pilothouse.direction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/**
 * An outcome as somebody typed it.
 *
 * @param startsOn null for today
 * @param dueOn null where none was typed
 * @param everyDays how many days may pass between check-ins
 */
record OutcomeDraft(
    Where place,
    String title,
    String why,
    String business,
    String serves,
    boolean committed,
    @Nullable LocalDate startsOn,
    @Nullable LocalDate dueOn,
    int everyDays,
    List<Result> results,
    List<Owner> owners) {
  /** How many outcomes a place has at its top, and how many one team can look after. */
  static final int TOP = 3;

  static final int LEAST = 2;
  static final int MOST = 5;
  static final int USUAL_DAYS = 14;

  /** The concerns of a business; others are said in the title. */
  static final List<String> BUSINESS =
      List.of(
          "revenue",
          "cost",
          "retention",
          "activation",
          "conversion",
          "satisfaction",
          "risk",
          "growth");

  private static final int TITLE = 160;
  private static final int WHY = 500;
  private static final int LONGEST_DAYS = 92;
  private static final int YEARS = 3;

  OutcomeDraft {
    title = title.strip();
    why = why.strip();
    results = results.stream().filter(result -> !result.isEmpty()).toList();
    owners = owners.stream().filter(owner -> !owner.isEmpty()).toList();
  }

  /**
   * A key result as it was typed.
   *
   * @param baseline empty to read it from the gauge, or where nobody knows it
   */
  record Result(String says, String gauge, String unit, String baseline, String target) {
    Result {
      says = says.strip();
      gauge = gauge.strip();
      unit = unit.strip();
      baseline = baseline.strip();
      target = target.strip();
    }

    boolean isEmpty() {
      return says.isEmpty() && gauge.isEmpty() && target.isEmpty() && baseline.isEmpty();
    }
  }

  /** Who shall answer for it for a function, as typed. */
  record Owner(String role, String owner) {
    Owner {
      role = role.strip().toLowerCase(java.util.Locale.ROOT);
      owner = owner.strip();
    }

    boolean isEmpty() {
      return owner.isEmpty();
    }
  }

  /** What is wrong by itself, each in a sentence with its mend. */
  List<String> problems(LocalDate today) {
    List<String> problems = new ArrayList<>();
    if (title.isEmpty() || title.length() > TITLE) {
      problems.add(Texts.say("direction.outcome-draft.title", TITLE));
    }
    if (why.length() > WHY) {
      problems.add(Texts.say("direction.draft.why-is-longer", WHY));
    }
    if (!business.isEmpty() && !BUSINESS.contains(business)) {
      problems.add(
          Texts.say("direction.outcome-draft.no-such-concern", String.join(", ", BUSINESS)));
    }
    if (results.size() < LEAST || results.size() > MOST) {
      problems.add(Texts.say("direction.outcome-draft.results", LEAST, MOST, results.size()));
    }
    for (Result result : results) {
      if (result.says().isEmpty()
          || result.says().length() > TITLE
          || result.unit().length() > 20) {
        problems.add(Texts.say("direction.outcome-draft.result-says", TITLE));
      }
    }
    days(problems, today, startsOn == null ? today : startsOn, dueOn, everyDays);
    LocalDate first = startsOn == null ? today : startsOn;
    if (first.isBefore(today.minusYears(1)) || first.isAfter(today.plusYears(1))) {
      problems.add(Texts.say("direction.outcome-draft.first-day", first));
    }
    owners(problems);
    return problems;
  }

  /** What is wrong with what one that began shall say from now on. */
  static List<String> problems(Outcome before, Outcome after, LocalDate today) {
    List<String> problems = new ArrayList<>();
    if (after.title().isEmpty() || after.title().length() > TITLE) {
      problems.add(Texts.say("direction.outcome-draft.title", TITLE));
    }
    if (after.why().length() > WHY) {
      problems.add(Texts.say("direction.draft.why-is-longer", WHY));
    }
    if (!after.dueOn().equals(before.dueOn()) || after.everyDays() != before.everyDays()) {
      days(problems, today, after.startsOn(), after.dueOn(), after.everyDays());
    }
    return problems;
  }

  private static void days(
      List<String> problems,
      LocalDate today,
      LocalDate first,
      @Nullable LocalDate due,
      int everyDays) {
    if (due == null) {
      problems.add(Texts.say("direction.outcome-draft.no-due-day"));
    } else if (!due.isAfter(first) || due.isAfter(first.plusYears(YEARS))) {
      problems.add(Texts.say("direction.outcome-draft.due-day", due, first, YEARS));
    } else if (!due.isAfter(today)) {
      problems.add(Texts.say("direction.outcome-draft.due-day-is-over", due));
    }
    if (everyDays < 1 || everyDays > LONGEST_DAYS) {
      problems.add(Texts.say("direction.outcome-draft.every-days", LONGEST_DAYS));
    }
  }

  private void owners(List<String> problems) {
    Set<String> roles = new HashSet<>();
    if (owners.isEmpty() || owners.size() > MOST) {
      problems.add(Texts.say("direction.outcome-draft.no-owner", MOST));
    }
    for (Owner owner : owners) {
      if (!owner.role().matches("[\\p{L}][\\p{L}0-9 -]{0,39}")) {
        problems.add(Texts.say("direction.outcome-draft.role"));
      } else if (!roles.add(owner.role())) {
        problems.add(Texts.say("direction.outcome-draft.role-twice", owner.role()));
      }
    }
  }
}
