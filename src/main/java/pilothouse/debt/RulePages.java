package pilothouse.debt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Named;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.views.Field;
import pilothouse.web.Alike;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;
import pilothouse.web.Where;

/** By when debt is mended, what an hour costs, which labels mean debt: as they hold, and were. */
final class RulePages {
  private final Standings standings;

  RulePages(Standings standings) {
    this.standings = standings;
  }

  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.addAll(
        Alike.look(
            "/debt/rules",
            "By when debt is mended, what hours cost and are worked, which labels mean debt",
            RulesTold.class,
            this::page,
            this::told));
    all.addAll(
        Alike.change(
            "/debt/rules",
            "Sets a window in days, what an hour costs, hours of a week that are worked, or labels",
            Asked.Rule.class,
            RulesTold.class,
            this::set));
    return all;
  }

  private RulesTold told(Request request) {
    Rules rules = standings.today().rules();
    return new RulesTold(
        Stream.of(Severity.values())
            .map(one ->
                new RulesTold.Window(
                    one.word(), rules.window(one), rules.window(one) == one.days()))
            .toList(),
        set(rules, Rules.RATE, request.caller()),
        set(rules, Rules.INCIDENT, request.caller()),
        set(rules, Rules.LABELS, request.caller()),
        rules.workedHours());
  }

  private static List<RulesTold.Set> set(Rules rules, String what, Caller caller) {
    return rules.places(what).stream()
        .filter(place -> Where.parse(place).filter(caller::sees).isPresent())
        .map(place -> new RulesTold.Set(place, rules.values().getOrDefault(what + " " + place, "")))
        .toList();
  }

  private Answer page(Request request) {
    RulesTold told = told(request);
    List<Board.Part> parts = new ArrayList<>();
    parts.add(windows(told));
    parts.add(worked(told.worked()));
    parts.add(table("rates", told.rates()));
    parts.add(table("incidents", told.incidents()));
    parts.add(table("labels", told.labels()));
    if (request.caller().may(Permission.CHANGE, Where.ANYWHERE)) {
      parts.add(form());
    }
    parts.add(history(request.caller()));
    return new Board(
            Texts.say("debt.rules"),
            Texts.say("debt.rules.intro"),
            new Board.Link(Texts.say("entry.debt"), "/debt"),
            parts)
        .page();
  }

  private static Board.Table windows(RulesTold told) {
    return new Board.Table(
        "windows",
        Texts.say("debt.rules.windows"),
        "",
        Texts.all("debt.field.severity", "debt.rules.within"),
        told.windows().stream()
            .map(one ->
                Row.of(
                    Cell.of(Texts.say("debt.severity." + one.severity())),
                    Cell.num(Say.counted(one.days(), "day"))
                        .note(one.usual() ? Texts.say("debt.rules.usual") : "")))
            .toList());
  }

  private static Board.Lines worked(int hours) {
    return new Board.Lines(
        "worked",
        Texts.say("debt.rules.worked"),
        "",
        List.of(
            Cell.of(Texts.say("debt.rules.worked-says", hours))
                .note(hours == Rules.USUALLY ? Texts.say("debt.rules.usual") : "")));
  }

  private Board.Table table(String id, List<RulesTold.Set> all) {
    return new Board.Table(
        id,
        Texts.say("debt.rules." + id),
        Texts.say("debt.rules.none." + id),
        Texts.all("web.place", "debt.rules.holds"),
        all.stream()
            .map(one -> Row.of(Cell.of(place(one.place())), Cell.of(one.value())))
            .toList());
  }

  private String place(String text) {
    return Where.parse(text).map(standings.ledger().places()::name).orElse(text);
  }

  private static Board.Form form() {
    return new Board.Form(
        "rule",
        Texts.say("debt.rules.set"),
        Texts.say("debt.rules.set.how"),
        "/debt/rules",
        List.of(
            DebtForms.words("what", "debt.rules.what", "debt.rules.", RuleValue.WHAT),
            Field.text("value", Texts.say("debt.rules.holds"))
                .hinting(Texts.say("debt.rules.value-hint")),
            Field.place(),
            Field.text("why", Texts.say("debt.field.why"))),
        Texts.say("debt.rules.set.send"));
  }

  private Board.Table history(Caller caller) {
    List<RuleRow> rows = new ArrayList<>(standings.ledger().storage().read(Rules::rows)).reversed();
    return new Board.Table(
        "history",
        Texts.say("debt.history"),
        Texts.say("debt.rules.never"),
        Texts.all("debt.head.when", "debt.head.what", "debt.head.who"),
        rows.stream()
            .filter(row -> caller.sees(where(row)))
            .limit(200)
            .map(row ->
                Row.of(
                    Cell.of(row.at().substring(0, 10)),
                    Cell.of(
                            Texts.say("debt.rules." + row.what())
                                + ": "
                                + (row.value().isEmpty()
                                    ? Texts.say("debt.rules.usual")
                                    : row.value()))
                        .note(row.why()),
                    Cell.of(Named.by(caller, where(row), row.who(), row.whoName()))))
            .toList());
  }

  private static Where where(RuleRow row) {
    return Where.parse(row.place()).orElse(Where.ORGANISATION);
  }

  private Alike.Made set(Request request, Sent sent) {
    Ledger ledger = standings.ledger();
    String what = sent.among("what", RuleValue.WHAT);
    Where place = sent.place(ledger.places(), request.caller());
    if (RuleValue.isForAll(what) && !place.equals(Where.ORGANISATION)) {
      throw Refused.unfit(Texts.say("debt.bad.window-place"), Texts.say("debt.mend.window-place"))
          .at("place");
    }
    String value = RuleValue.of(what, sent);
    String why = sent.text("why", 500);
    Who who = Who.of(request.caller());
    ledger
        .storage()
        .write(rows -> {
          DebtWriting.at(rows, ledger, who).rule(what, place.text(), value, why);
          Journal.write(rows, entry(ledger, who, what, place, value, why));
          return value;
        });
    return new Alike.Made("/debt/rules", told(request));
  }

  private static Entry entry(
      Ledger ledger, Who who, String what, Where place, String value, String why) {
    return Entry.of(
            ledger.now(),
            who,
            "debt rule set",
            Subject.of("debt", Texts.say("debt.rules." + what), "/debt/rules").in(place),
            why)
        .with(Map.of("value", value));
  }
}
