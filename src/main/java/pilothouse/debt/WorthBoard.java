package pilothouse.debt;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pilothouse.debt.interest.BreakEven;
import pilothouse.debt.interest.Interest;
import pilothouse.text.Addresses;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/**
 * What an item costs, by what one knows that, what waiting adds, and where it is in code.
 *
 * @param until the last day of the half year whose changes are shown
 */
record WorthBoard(Standings standings, Caller caller, LocalDate until) {
  private static final int SPOTS = 20;

  List<Board.Part> of(Standing one) {
    List<Board.Part> parts = new ArrayList<>(List.of(worth(one)));
    if (one.state().isOwed()) {
      parts.add(waiting(one));
    }
    if (one.worth().found() != null) {
      parts.add(new ChangesBoard(standings.ledger(), caller, until).of(one.item()));
    }
    parts.add(spots(one.item()));
    return parts;
  }

  private Board.Lines worth(Standing one) {
    Worth worth = one.worth();
    List<Cell> lines = new ArrayList<>();
    lines.add(cost(worth));
    Hours said = one.item().words().interest();
    if (worth.measured() && said != null) {
      lines.add(Cell.of(Texts.say("debt.estimated-at", said.says())));
    }
    Interest found = worth.found();
    if (found != null) {
      lines.add(found(found));
      if (worth.cases() > 0) {
        lines.add(passed(standings.today().rules()));
      }
    }
    if (worth.share() < 1) {
      int others = standings.beside(one);
      lines.add(Cell.of(Texts.counted("debt.beside", others, Say.percent(worth.share()))));
    }
    Hours failing = worth.failing();
    if (failing != null && failing.middle() > 0) {
      lines.add(Cell.of(Texts.say("debt.by-incidents", failing.says())));
    }
    lines.add(price(one));
    if (worth.paying().kind() != BreakEven.Kind.UNKNOWN) {
      lines.add(Cell.of(paying(worth)));
    }
    if (worth.rate().isEmpty()) {
      lines.add(Cell.to(Texts.say("debt.no-rate"), "/debt/rules"));
    }
    return new Board.Lines("worth", Texts.say("debt.worth"), "", lines);
  }

  private static Cell cost(Worth worth) {
    Hours cost = worth.interest();
    return cost == null
        ? Cell.of(Texts.say("debt.cost-unknown"))
        : Cell.of(Texts.say("debt.costs-a-week", priced(worth, cost))).note(basis(worth));
  }

  private static String paying(Worth worth) {
    BreakEven paying = worth.paying();
    Hours weeks = worth.breakEven();
    return paying.kind() == BreakEven.Kind.NEVER || weeks == null
        ? Texts.say("debt.pays-never")
        : paying.mayBeNever()
            ? Texts.say("debt.pays-perhaps", Say.number(weeks.low()))
            : Texts.say("debt.pays-after", RegisterBoard.pays(worth).says());
  }

  private static Cell price(Standing one) {
    Hours price = one.worth().principal();
    return price == null
        ? Cell.of(Texts.say("debt.price-unknown"))
        : Cell.of(Texts.say("debt.price", priced(one.worth(), price)))
            .note(one.item().words().principalBy());
  }

  private static String priced(Worth worth, Hours hours) {
    return hours.says() + worth.rate().map(rate -> " · " + rate.says(hours)).orElse("");
  }

  /** By how many changes one knows it. */
  static String basis(Worth worth) {
    return worth.measured()
        ? Texts.counted("debt.measured-on", worth.cases())
        : worth.cases() > 0
            ? Texts.counted("debt.estimate-on", worth.cases())
            : Texts.say("debt.basis." + worth.basis());
  }

  /** How hours that passed become hours of work. */
  private static Cell passed(Rules rules) {
    return Cell.to(
        Texts.say("debt.passed", rules.workedHours(), Say.percent(rules.worked())), "/debt/rules");
  }

  private static Cell found(Interest found) {
    List<String> notes = new ArrayList<>();
    if (found.timeless() > 0) {
      notes.add(Texts.counted("debt.timeless", found.timeless()));
    }
    if (found.alone() > 0) {
      notes.add(Texts.counted("debt.alone", found.alone()));
    }
    return Cell.of(Texts.counted("debt.touched", found.touches(), Say.count(found.n())))
        .note(String.join("; ", notes));
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
        spotted(item));
  }

  private List<Row> spotted(Item item) {
    List<Row> rows = new ArrayList<>();
    List<Found> all = standings.traces().of(standings.ledger().histories(), item);
    all.stream().limit(SPOTS).map(this::spot).forEach(rows::add);
    if (all.size() > SPOTS) {
      rows.add(Row.of(Cell.of(Texts.counted("debt.more-spots", all.size() - SPOTS)), Cell.of("")));
    }
    return rows;
  }

  private Row spot(Found found) {
    Spot spot = found.spot();
    String fate = found.fate().name().toLowerCase(Locale.ROOT);
    Cell today = Cell.of(Texts.say("debt.fate." + fate, found.now()));
    boolean isHere = found.fate() == Fate.HERE || found.fate() == Fate.MOVED;
    boolean isSeen = caller.sees(Where.repository(spot.repository()));
    return Row.of(
        Cell.of(spot.text()),
        isHere && isSeen
            ? Cell.to(today.says(), address(found))
            : isHere ? today : today.look("look"));
  }

  private static String address(Found found) {
    String base = "/systems/" + Addresses.slug(found.spot().repository());
    return found.now().isEmpty() ? base : base + "/debt?folder=" + Addresses.part(found.now());
  }
}
