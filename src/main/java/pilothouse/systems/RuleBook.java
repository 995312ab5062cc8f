package pilothouse.systems;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.storage.Said;
import pilothouse.storage.Storage;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;

/** The rules that people wrote: added at the end, moved, ended; none is forgotten. */
public final class RuleBook {
  private static final int MOST = 1_000;
  private final Storage storage;
  private final InstantSource clock;

  RuleBook(Storage storage, InstantSource clock) {
    this.storage = storage;
    this.clock = clock;
  }

  /** What somebody wants as a rule. */
  public record Draft(Rule.Kind kind, String pattern, String folder, String target) {
    public Draft {
      pattern = pattern.strip();
      folder = folder.strip().replaceAll("^(?:\\./|/)+|/+$", "");
      target = kind.namesSystem() ? target.strip() : yes(target);
    }

    private static String yes(String target) {
      String word = target.strip().toLowerCase(Locale.ROOT);
      return switch (word) {
        case "yes", "true", "production", "hotfix" -> "yes";
        case "no", "false" -> "no";
        default -> word;
      };
    }

    /** What is wrong, each in a sentence with its mend. */
    public List<String> problems() {
      List<String> problems = new ArrayList<>();
      if (pattern.isEmpty() || pattern.length() > 300) {
        problems.add(Texts.say("systems.rule-book.no-pattern"));
      }
      if (pattern.chars().anyMatch(Character::isISOControl)) {
        problems.add(Texts.say("systems.rule-book.control"));
      }
      if (kind == Rule.Kind.LABEL && !pattern.matches("[^=]+=.+")) {
        problems.add(Texts.say("systems.rule-book.label"));
      }
      if (!folder.isEmpty() && (kind != Rule.Kind.REPOSITORY || pattern.contains("*"))) {
        problems.add(Texts.say("systems.rule-book.folder"));
      }
      if (!kind.namesSystem() && !target.equals("yes") && !target.equals("no")) {
        problems.add(Texts.say("systems.rule-book.yes-or-no." + kind.says()));
      }
      return problems;
    }
  }

  /** The rules that hold, in their order. */
  public List<Rule> all() {
    return storage.read(RuleRows::all);
  }

  /**
   * Adds a rule at the end, or gives the one of the same pattern another target, in its place.
   *
   * @return whether anything is new
   */
  public boolean add(Draft draft, Said said) {
    Catalogue.refuse(draft.problems());
    Instant at = clock.instant();
    return storage.write(rows -> {
      Revision.hold(rows);
      refuseUnknown(rows, draft);
      List<Rule> all = RuleRows.all(rows);
      String before = "";
      int place = all.size();
      for (int i = 0; i < all.size(); i++) {
        Rule rule = all.get(i);
        if (isSame(rule, draft)) {
          if (rule.target().equals(draft.target())) {
            return false;
          }
          RuleRows.end(rows, rule.id(), said, at);
          before = rule.target();
          place = i;
        }
      }
      if (all.size() >= MOST) {
        throw Refused.unfit(
            Texts.say("systems.rule-book.too-many", Say.count(MOST)),
            Texts.say("systems.rule-book.end-some"));
      }
      RuleRows.add(rows, draft, place, said, at);
      Revision.raise(rows);
      Entry entry =
          Entry.of(
              at,
              said,
              before.isEmpty() ? "rule added" : "rule changed",
              subject(draft.kind(), draft.pattern(), draft.folder()));
      Journal.write(
          rows, entry.changing(Map.of("target", before), Map.of("target", draft.target())));
      return true;
    });
  }

  private static void refuseUnknown(Handle rows, Draft draft) {
    if (draft.kind().namesSystem() && Catalogue.isUnknown(rows, draft.target())) {
      throw Refused.unfit(
          Texts.say("systems.catalogue.unknown", draft.target()),
          Texts.say("systems.declare-first"));
    }
  }

  /** Ends a rule. */
  public void end(String id, Said said) {
    Instant at = clock.instant();
    storage.write(rows -> {
      Revision.hold(rows);
      Rule rule =
          RuleRows.all(rows).stream()
              .filter(one -> one.id().equals(id))
              .findFirst()
              .orElseThrow(RuleBook::gone);
      if (RuleRows.end(rows, id, said, at) == 0) {
        throw gone();
      }
      Revision.raise(rows);
      Journal.write(
          rows,
          Entry.of(at, said, "rule ended", subject(rule))
              .changing(Map.of("target", rule.target()), Map.of()));
      return true;
    });
  }

  /** Moves a rule one place up, or down. */
  public void move(String id, boolean up, Said said) {
    Instant at = clock.instant();
    storage.write(rows -> {
      Revision.hold(rows);
      List<Rule> all = new ArrayList<>(RuleRows.all(rows));
      int from = all.stream().map(Rule::id).toList().indexOf(id);
      if (from < 0) {
        throw gone();
      }
      int to = Math.clamp(from + (up ? -1L : 1L), 0, all.size() - 1);
      if (to == from) {
        return false;
      }
      Rule moved = all.remove(from);
      all.add(to, moved);
      for (int i = 0; i < all.size(); i++) {
        rows.execute("update system_rule set place = ? where id = ?", i, all.get(i).id());
      }
      Revision.raise(rows);
      Journal.write(
          rows,
          Entry.of(at, said, "rule moved", subject(moved))
              .changing(
                  Map.of("place", String.valueOf(from + 1)),
                  Map.of("place", String.valueOf(to + 1))));
      return true;
    });
  }

  private static Subject subject(Rule rule) {
    return subject(rule.kind(), rule.pattern(), rule.folder());
  }

  private static Subject subject(Rule.Kind kind, String pattern, String folder) {
    String where = folder.isEmpty() ? "" : ", folder " + folder;
    return Subject.of("rule", kind.word() + " " + pattern + where, "/rules");
  }

  private static boolean isSame(Rule rule, Draft draft) {
    return rule.kind() == draft.kind()
        && rule.pattern().equalsIgnoreCase(draft.pattern())
        && rule.folder().equals(draft.folder());
  }

  private static NotFound gone() {
    return new NotFound(
        Texts.say("systems.rule-book.gone"), Texts.say("systems.rule-book.look-again"));
  }
}
