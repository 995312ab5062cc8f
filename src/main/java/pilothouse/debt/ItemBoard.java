package pilothouse.debt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import pilothouse.journal.Named;
import pilothouse.text.Addresses;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Where;

/** The page of one item. */
record ItemBoard(Standings standings, Caller caller) {

  Answer page(Standing one) {
    List<Board.Part> parts = new ArrayList<>();
    parts.add(stands(one));
    parts.add(worth(one));
    if (one.state().isOwed()) {
      parts.add(waiting(one));
    }
    parts.add(spots(one.item()));
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
    item.incidents()
        .forEach(turn ->
            lines.add(
                Cell.of(Texts.say("debt.came-of-it", turn.about()))
                    .look("look")
                    .note(turn.words())));
    joined(item).forEach(lines::add);
    return new Board.Lines("stands", Texts.say("debt.head.state"), "", lines);
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

  private static Cell origin(String origin) {
    String says = Texts.say("debt.origin", origin);
    return origin.startsWith("/") && !origin.startsWith("//") || origin.matches("https?://\\S+")
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

  private Board.Lines worth(Standing one) {
    Worth worth = one.worth();
    Hours price = worth.principal();
    Hours cost = worth.interest();
    List<Cell> lines = new ArrayList<>();
    lines.add(
        cost == null
            ? Cell.of(Texts.say("debt.cost-unknown"))
            : Cell.of(
                    Texts.say(
                        "debt.costs-a-week",
                        cost.says() + worth.rate().map(r -> " · " + r.says(cost)).orElse("")))
                .note(basis(worth)));
    lines.add(
        price == null
            ? Cell.of(Texts.say("debt.price-unknown"))
            : Cell.of(
                    Texts.say(
                        "debt.price",
                        price.says() + worth.rate().map(r -> " · " + r.says(price)).orElse("")))
                .note(one.item().words().principalBy()));
    Hours weeks = worth.breakEven();
    if (weeks != null) {
      lines.add(
          Cell.of(
              Texts.say(
                  "debt.pays-after",
                  Texts.say("debt.weeks", Hours.span(weeks.low(), weeks.high())))));
    }
    if (worth.rate().isEmpty()) {
      lines.add(Cell.to(Texts.say("debt.no-rate"), "/debt/rules"));
    }
    return new Board.Lines("worth", Texts.say("debt.worth"), "", lines);
  }

  private static String basis(Worth worth) {
    return worth.measured()
        ? Texts.counted("debt.measured-on", worth.cases())
        : Texts.say("debt.basis." + worth.basis());
  }

  private Board.Table waiting(Standing one) {
    Instant now = standings.ledger().now();
    List<Row> rows = new ArrayList<>();
    Instant since = one.item().waitingSince();
    if (since != null) {
      rows.add(
          Row.of(
              Cell.of(Texts.say("debt.so-far", Say.day(since, standings.ledger().zone()))),
              added(one.worth(), since, now)));
    }
    DebtTelling.days(standings.ledger(), one.item())
        .forEach((day, at) ->
            rows.add(
                Row.of(
                    Cell.of(Texts.say("debt.until", Say.day(day))), added(one.worth(), now, at))));
    return new Board.Table(
        "waiting",
        Texts.say("debt.waiting"),
        "",
        Texts.all("debt.head.until", "debt.head.added"),
        rows);
  }

  private static Cell added(Worth worth, Instant from, Instant until) {
    Hours hours = worth.during(from, until);
    return Cell.num(
        hours == null
            ? Texts.say("say.unknown")
            : hours.says() + worth.rate().map(rate -> " · " + rate.says(hours)).orElse(""));
  }

  private Board.Table spots(Item item) {
    return new Board.Table(
        "where",
        Texts.say("debt.where"),
        Texts.say("debt.no-where"),
        Texts.all("debt.head.path", "debt.head.today"),
        standings.traces().of(standings.ledger().histories(), item).stream()
            .map(this::spot)
            .toList());
  }

  private Row spot(Trace.Found found) {
    Spot spot = found.spot();
    String fate = found.fate().name().toLowerCase(Locale.ROOT);
    Cell today = Cell.of(Texts.say("debt.fate." + fate, found.now()));
    boolean isHere = found.fate() == Trace.Fate.HERE || found.fate() == Trace.Fate.MOVED;
    boolean isSeen = caller.sees(Where.repository(spot.repository()));
    return Row.of(
        Cell.of(spot.text()),
        isHere && isSeen
            ? Cell.to(today.says(), address(found))
            : isHere ? today : today.look("look"));
  }

  private static String address(Trace.Found found) {
    String base = "/systems/" + Addresses.slug(found.spot().repository());
    return found.now().isEmpty() ? base : base + "/debt?folder=" + Addresses.part(found.now());
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
            .sorted(Comparator.comparing(Past::at).thenComparing(Past::order).reversed())
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
