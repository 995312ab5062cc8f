package pilothouse.debt;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.debt.interest.Payback;
import pilothouse.journal.Named;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Permission;

/**
 * The page of one item.
 *
 * @param until the last day of the changes that are shown
 */
record ItemBoard(Standings standings, Caller caller, LocalDate until) {

  Answer page(Standing one) {
    List<Board.Part> parts = new ArrayList<>();
    parts.add(stands(one));
    parts.addAll(new WorthBoard(standings, caller, until).of(one));
    parts.add(sources(one.item()));
    if (caller.may(Permission.CHANGE, one.item().place())) {
      parts.addAll(new DebtForms(standings, caller).of(one));
    }
    parts.add(history(one.item()));
    return new Board(
            one.item().called(),
            one.item().words().says(),
            new Board.Link(Texts.say("entry.debt"), "/debt"),
            parts)
        .page();
  }

  private Board.Lines stands(Standing one) {
    Item item = one.item();
    Words words = item.words();
    List<Cell> lines = new ArrayList<>();
    lines.add(RegisterBoard.state(one));
    item.closing()
        .ifPresent(turn -> lines.add(Cell.of(Texts.say("debt.closed-since", turn.words()))));
    item.payback().ifPresent(turn -> lines.add(payback(item, turn)));
    measured(one.payback()).ifPresent(lines::add);
    lines.add(
        Cell.of(
            words.effect().says()
                + " · "
                + words.severity().says()
                + " · "
                + words.nature().says()));
    lines.add(
        words.owner().isEmpty()
            ? Cell.of(Texts.say("debt.nobody")).look("look")
            : Cell.of(Texts.say("debt.owned", standings.ownerName(words.owner()))));
    lines.add(Cell.of(Texts.say("debt.at", standings.ledger().places().name(item.place()))));
    if (!words.origin().isEmpty()) {
      lines.add(origin(words.origin()));
    }
    outcome(words.outcome()).forEach(lines::add);
    required(words).forEach(lines::add);
    item.incidents().forEach(turn -> lines.add(incident(turn)));
    joined(item).forEach(lines::add);
    return new Board.Lines("stands", Texts.say("debt.head.state"), "", lines);
  }

  private Cell incident(Turn turn) {
    List<String> notes = new ArrayList<>(List.of(turn.words()));
    if (!standings.ledger().incidents().test(turn.about())) {
      notes.add(Texts.say("debt.no-such-incident"));
    }
    notes.removeIf(String::isEmpty);
    return Cell.of(Texts.say("debt.came-of-it", turn.about()))
        .look("look")
        .note(String.join(" · ", notes));
  }

  private static Cell payback(Item item, Turn turn) {
    Hours before = item.closing().map(Turn::cost).orElse(null);
    Hours now = turn.cost();
    return Cell.of(
            Texts.say(
                "debt.paid-back",
                before == null ? Texts.say("say.unknown") : before.says(),
                now == null ? Texts.say("say.unknown") : now.says()))
        .note(turn.words());
  }

  /** What was measured since it was closed. */
  private static Optional<Cell> measured(@Nullable Payback payback) {
    if (payback == null) {
      return Optional.empty();
    }
    Hours change = Hours.of(payback.change());
    String verdict = payback.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Optional.of(
        Cell.of(
                change == null
                    ? Texts.say("debt.payback." + verdict)
                    : Texts.say(
                        "debt.payback.each", Texts.say("debt.payback." + verdict), change.says()))
            .note(
                payback.lacking() > 0
                    ? Texts.counted("debt.payback.lacking", payback.lacking())
                    : Texts.counted("debt.measured-on", payback.n())));
  }

  private static Cell origin(String origin) {
    String says = Texts.say("debt.origin", origin);
    return (origin.startsWith("/") && !origin.startsWith("//")) || origin.matches("https?://\\S+")
        ? Cell.to(says, origin)
        : Cell.of(says);
  }

  private Stream<Cell> outcome(String id) {
    return id.isEmpty()
        ? Stream.empty()
        : standings.ledger().outcomes().apply(caller).stream()
            .filter(one -> one.id().equals(id))
            .map(one -> Cell.to(Texts.say("debt.hurts", one.title()), one.address()));
  }

  private Stream<Cell> required(Words words) {
    return words.requires().stream()
        .flatMap(number -> standings.today().find(String.valueOf(number)).stream())
        .filter(one -> caller.sees(one.item().place()))
        .map(one ->
            Cell.to(Texts.say("debt.first", one.item().called()), one.item().address())
                .note(one.state().says()));
  }

  private Stream<Cell> joined(Item item) {
    return item.state() != State.JOINED
        ? Stream.empty()
        : item.last(Turn.Kind.JOINED).stream()
            .flatMap(turn ->
                standings.today().seen(caller).filter(one -> one.item().id().equals(turn.about())))
            .map(one ->
                Cell.to(Texts.say("debt.same-as", one.item().called()), one.item().address()));
  }

  private Board.Table sources(Item item) {
    return new Board.Table(
        "sources",
        Texts.counted("debt.sources", item.seen().size()),
        Texts.say("debt.no-sources"),
        Texts.all("debt.head.source", "debt.head.says", "debt.head.first", "debt.head.last"),
        item.seen().stream()
            .map(seen ->
                Row.of(
                    Cell.of(Texts.say("debt.source." + seen.kind())),
                    seen.address().isEmpty()
                        ? Cell.of(Texts.anew(seen.says()))
                        : Cell.to(Texts.anew(seen.says()), seen.address()),
                    Cell.of(Say.day(seen.first(), standings.ledger().zone())),
                    Cell.of(Say.day(seen.last(), standings.ledger().zone()))))
            .toList());
  }

  /** One line of what happened. */
  private record Past(Instant at, int order, Row row) {}

  private Board.Table history(Item item) {
    List<Past> all = new ArrayList<>();
    standings
        .ledger()
        .storage()
        .read(rows -> DebtRows.versions(rows, item.id()))
        .forEach(version ->
            all.add(
                past(
                    version.at(),
                    version.number(),
                    Texts.say(version.number() == 1 ? "debt.turn.opened" : "debt.turn.changed"),
                    version.number() == 1 ? version.words().title() : version.why(),
                    Named.by(caller, item.place(), version.who(), version.whoName()))));
    item.turns()
        .forEach(turn ->
            all.add(
                past(
                    turn.at(),
                    1_000_000 + turn.number(),
                    Texts.say("debt.turn." + turn.kind().word()),
                    turn.words(),
                    Named.by(caller, item.place(), turn.who(), turn.whoName()))));
    return new Board.Table(
        "history",
        Texts.say("debt.history"),
        "",
        Texts.all("debt.head.when", "debt.head.what", "debt.head.who"),
        all.stream()
            .sorted(Comparator.comparing(Past::at).thenComparingInt(Past::order).reversed())
            .map(Past::row)
            .toList());
  }

  private Past past(Instant at, int order, String what, String words, String who) {
    return new Past(
        at,
        order,
        Row.of(
            Cell.of(Say.time(at, standings.ledger().zone())),
            Cell.of(what).note(words),
            Cell.of(who)));
  }
}
