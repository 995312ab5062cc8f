package pilothouse.debt;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilothouse.debt.interest.Merged;
import pilothouse.debt.interest.Meter;
import pilothouse.debt.interest.Meters.Title;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/**
 * The changes behind what an item costs.
 *
 * @param until the last day of the half year whose changes are shown
 */
record ChangesBoard(Ledger ledger, Caller caller, LocalDate until) {
  private static final int SHOWN = 50;

  private static final Pattern COMMIT = Pattern.compile("^([0-9a-f]{10})[0-9a-f]{30,54}$");

  /** The latest first. */
  Board.Table of(Item item) {
    Meter meter = ledger.meters().meter();
    List<Meter.Touch> touches =
        meter.receipt(Measuring.asked(ledger.meters(), item), Measuring.window(ledger, until));
    List<Meter.Touch> shown = touches.stream().limit(SHOWN).toList();
    Merged merged = meter.merged();
    Map<String, Title> titles = titles(merged, shown);
    return new Board.Table(
        "changes",
        title(touches.size()),
        Texts.say("debt.no-changes"),
        Texts.all(
            "debt.head.change",
            "debt.head.merged",
            "debt.head.took",
            "debt.head.usual",
            "debt.head.more"),
        shown.stream().map(touch -> row(merged, touch, titles)).toList());
  }

  private String title(int touches) {
    boolean isNow = until.equals(ledger.today());
    return touches > SHOWN
        ? isNow
            ? Texts.say("debt.changes-latest", SHOWN, touches)
            : Texts.say("debt.changes-latest-until", SHOWN, touches, Say.day(until))
        : isNow
            ? Texts.counted("debt.changes", touches)
            : Texts.counted("debt.changes-until", touches, Say.day(until));
  }

  /** What people call them, of repositories that the caller may see. */
  private Map<String, Title> titles(Merged merged, List<Meter.Touch> touches) {
    Map<String, Set<String>> keys = new TreeMap<>();
    for (Meter.Touch touch : touches) {
      String repository = merged.names().repositories()[merged.repository()[touch.change()]];
      keys.computeIfAbsent(repository, _ -> new TreeSet<>()).add(merged.key()[touch.change()]);
    }
    Map<String, Title> titles = new HashMap<>();
    keys.forEach((repository, its) -> {
      if (caller.sees(Where.repository(repository))) {
        titles.putAll(ledger.meters().titles(repository, its));
      }
    });
    return titles;
  }

  private Row row(Merged merged, Meter.Touch touch, Map<String, Title> titles) {
    Instant at = Instant.ofEpochSecond(merged.mergedAt()[touch.change()]);
    return Row.of(
        name(merged.key()[touch.change()], titles),
        Cell.of(Say.day(at, ledger.zone())),
        hours(touch.hours()),
        hours(touch.usual()).note(Texts.counted("debt.others", touch.others())),
        hours(touch.extra()));
  }

  private static Cell name(String key, Map<String, Title> titles) {
    Title title = titles.get(key);
    return title == null
        ? Cell.of(COMMIT.matcher(key).replaceFirst("$1"))
        : Cell.to(title.name(), title.address()).note(Say.cut(title.title(), 120));
  }

  private static Cell hours(@Nullable Double hours) {
    return Cell.num(hours == null ? Texts.say("say.unknown") : new Hours(hours, hours).says());
  }
}
