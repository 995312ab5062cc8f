package pilothouse.debt;

import static pilothouse.web.Marked.marked;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pilothouse.debt.interest.BreakEven;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.views.Field;
import pilothouse.views.Sifting;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Where;
import pilothouse.web.Whereabouts;

/** The page of the register. */
record RegisterBoard(Standings standings, Caller caller) {

  Answer page(Asking asking) {
    List<Board.Part> parts = new ArrayList<>(List.of(sums(asking), items(asking)));
    if (caller.may(Permission.CHANGE, Where.ANYWHERE)) {
      Board.Table lapses = new LapsePages(standings).table(caller);
      if (!lapses.rows().isEmpty()) {
        parts.add(lapses);
      }
      parts.add(new DebtForms(standings, caller).proposal());
    }
    return new Sifting(
            "/debt",
            Texts.say("debt.filter"),
            marked(
                "debt.further",
                "/debt/stakeholders",
                "/debt/plan",
                "/debt/import",
                "/debt/rules",
                "/debt.csv"),
            fields(standings.ledger().places().offered(caller, Permission.READ), asking.sieve()))
        .page(Board.of(Texts.say("entry.debt"), Texts.say("debt.intro"), parts));
  }

  private static List<Field> fields(List<Whereabouts.Known> places, Sieve sieve) {
    return List.of(
        Sifting.place(places).filled(sieve.place()),
        Sifting.any("effect", "debt.field.effect", Effect.ALL, "debt.effect.")
            .filled(sieve.effect()),
        Sifting.any("kind", "debt.field.kind", Nature.ALL, "debt.kind.").filled(sieve.kind()),
        Sifting.choice("state", "debt.head.state", Sieve.STATES, "debt.filter.")
            .filled(sieve.state()),
        Field.text("owner", Texts.say("debt.field.owner")).filled(sieve.owner()),
        Sifting.choice("sort", "debt.field.sort", Sieve.SORTS, "debt.sort.").filled(sieve.sort()));
  }

  private Board.Table sums(Asking asking) {
    List<Row> rows = new ArrayList<>();
    asking
        .sums()
        .forEach((effect, sum) ->
            rows.add(sum(Cell.to(effect.says(), asking.sieve().address(effect.word())), sum)));
    Sum all = Sum.total(asking.sums());
    rows.add(sum(Cell.to(Texts.say("debt.all-three"), asking.sieve().address("")), all));
    return new Board.Table(
        "sums",
        Texts.counted(asking.sieve().isWhole() ? "debt.sums" : "debt.sums-some", all.items()),
        "",
        Texts.all("debt.head.list", "debt.head.items", "debt.head.mend", "debt.head.costs"),
        rows);
  }

  private static Row sum(Cell name, Sum sum) {
    return Row.of(
        name,
        Cell.num(Say.count(sum.items())),
        StakeholderBoard.mending(sum),
        StakeholderBoard.costs(sum));
  }

  private Board.Table items(Asking asking) {
    List<Standing> rows = asking.part().rows();
    Map<String, String> owners = standings.ownerNames(rows.stream());
    Board.Table table =
        new Board.Table(
            "items",
            Texts.say("debt.items"),
            Texts.say("debt.none"),
            Texts.all(
                "debt.head.item",
                "debt.head.does",
                "debt.head.state",
                "debt.head.costs",
                "debt.head.mend",
                "debt.head.pays",
                "debt.field.owner",
                "web.place"),
            rows.stream().map(one -> row(one, owners)).toList());
    Sieve sieve = asking.sieve();
    return table.parted(sieve.address(sieve.effect()), asking.after(), asking.part().next());
  }

  private Row row(Standing one, Map<String, String> owners) {
    Item item = one.item();
    Words words = item.words();
    return Row.of(
        Cell.to(item.called(), item.address()).note(words.nature().says()),
        Cell.of(words.effect().says()).note(words.severity().says()),
        state(one),
        costs(one.worth()),
        Cell.num(words.principal() == null ? Texts.say("say.unknown") : words.principal().says()),
        pays(one.worth()),
        Cell.of(owners.getOrDefault(words.owner(), "")),
        Cell.of(standings.ledger().places().name(item.place())));
  }

  /** Where it stands, and by when it is due. */
  static Cell state(Standing one) {
    Cell cell = Cell.of(one.state().says());
    return switch (one.state()) {
      case OPEN ->
          one.isLate()
              ? cell.look("look").note(Texts.say("debt.late-since", Say.day(one.due())))
              : cell.note(Texts.say("debt.due", Say.day(one.due())));
      case DEFERRED -> cell.note(Texts.say("debt.until", Say.day(one.due())));
      case CLOSED ->
          one.isUnverified()
              ? cell.note(Texts.say("debt.unverified"))
              : cell.note(
                  one.item()
                      .closing()
                      .map(turn -> Texts.say("debt.how." + turn.about()))
                      .orElse(""));
      case JOINED -> cell.look("gone");
    };
  }

  /** What it costs a week, and by what one knows. */
  static Cell costs(Worth worth) {
    Hours hours = worth.interest();
    if (hours == null) {
      return Cell.num(Texts.say("say.unknown"));
    }
    String money = worth.rate().map(rate -> " · " + rate.says(hours)).orElse("");
    String basis = Texts.say("debt.basis." + worth.basis());
    return Cell.num(hours.says() + money)
        .note(
            worth.share() < 1
                ? Texts.say("debt.basis-share", basis, Say.percent(worth.share()))
                : basis);
  }

  /** After how many weeks it has paid for itself. */
  static Cell pays(Worth worth) {
    BreakEven paying = worth.paying();
    Hours weeks = worth.breakEven();
    return Cell.num(
        paying.kind() == BreakEven.Kind.NEVER
            ? Texts.say("debt.never")
            : weeks == null
                ? Texts.say("say.unknown")
                : paying.mayBeNever()
                    ? Texts.say("debt.weeks-or-never", Say.number(weeks.low()))
                    : Texts.say("debt.weeks", Hours.span(weeks.low(), weeks.high())));
  }
}
