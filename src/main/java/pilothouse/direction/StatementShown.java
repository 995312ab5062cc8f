package pilothouse.direction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Named;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Caller;

/**
 * What a page shows of one kind of statement, whether something was said or not.
 *
 * @param one null while nothing was said
 * @param when it was said last, and by whom, in words
 * @param next when it is looked at again, in words
 */
public record StatementShown(
    Statement.Kind kind,
    @Nullable Statement one,
    String when,
    String next,
    boolean isDue,
    List<Row> rows) {
  public StatementShown {
    rows = List.copyOf(rows);
  }

  /**
   * One item.
   *
   * @param address of the outcome that it is for; empty where it is for none, or not to be seen
   */
  public record Row(
      String id, String section, String says, String more, String address, String outcome) {
    /** Whether it is for no outcome. */
    public boolean isOrphan() {
      return outcome.isEmpty();
    }
  }

  static StatementShown of(
      Ground ground, Caller caller, Statement.Kind kind, @Nullable Statement one) {
    if (one == null) {
      return new StatementShown(kind, null, "", "", false, List.of());
    }
    LocalDate next = ground.statements().next(List.of(one)).getOrDefault(one.id(), one.reviewOn());
    String day = Say.day(one.at(), ground.outcomes().zone());
    return new StatementShown(
        kind,
        one,
        Texts.say("direction.statement.when", day, Named.by(caller, one.place(), one.by())),
        Say.day(next),
        !ground.statements().today().isBefore(next),
        rows(ground, caller, one));
  }

  private static List<Row> rows(Ground ground, Caller caller, Statement one) {
    Map<String, Outcome> all = ground.outcomes().known().all();
    return one.items().stream()
        .map(item -> {
          Outcome outcome = all.get(item.outcome());
          Outcome seen = outcome != null && caller.sees(outcome.place()) ? outcome : null;
          String hidden = outcome == null ? "" : Texts.say("direction.hidden");
          return new Row(
              item.id(),
              item.section(),
              item.says(),
              item.more(),
              seen == null ? "" : seen.address(),
              seen == null ? hidden : seen.title());
        })
        .toList();
  }

  public List<Row> in(String section) {
    return rows.stream().filter(row -> row.section().equals(section)).toList();
  }

  /** Those that are for no outcome. */
  public List<Row> orphans() {
    return kind == Statement.Kind.STRATEGY
        ? rows.stream().filter(Row::isOrphan).toList()
        : List.of();
  }

  public String body() {
    return one == null ? "" : one.body();
  }

  public int number() {
    return one == null ? 0 : one.number();
  }

  /** The item of a place in the form, empty where there is none. */
  public Statement.Item item(int index) {
    return one == null || index >= one.items().size()
        ? new Statement.Item("", "", "", "", "")
        : one.items().get(index);
  }

  /** The lists of a strategy, in the order of the page. */
  public static List<String> sections() {
    return StatementDraft.SECTIONS;
  }

  /** The items that a form shows for a section: those there are, and some empty ones. */
  public List<Statement.Item> filled(String section, int most, int empty) {
    List<Statement.Item> items = new ArrayList<>();
    if (one != null) {
      items.addAll(one.in(section));
    }
    for (int i = 0; i < empty && items.size() < most; i++) {
      items.add(new Statement.Item("", section, "", "", ""));
    }
    return items;
  }
}
