package pilothouse.decisions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.web.Alike;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Where;

/** Decisions by principle: which one won where, and which lost. */
final class PrinciplePages {
  private final Supplier<Docket> docket;
  private final DecisionShelf shelf;

  PrinciplePages(Supplier<Docket> docket, DecisionShelf shelf) {
    this.docket = docket;
    this.shelf = shelf;
  }

  List<Route> routes() {
    return Alike.list(
        "/decisions/by/principle",
        "Decisions by principle: which one won where, and which lost",
        ByPrinciple.class,
        this::page,
        request -> all(request.caller()));
  }

  /** Every decision that cites a principle. */
  record ByPrinciple(String principle, List<Cited> decisions) {}

  /**
   * A decision that cites it.
   *
   * @param other the principle that it stood against; empty for none
   * @param unexplained whether a lower one won against a higher one, and nobody said why
   */
  record Cited(
      int number, String title, String page, boolean won, String other, boolean unexplained) {}

  private List<ByPrinciple> all(Caller caller) {
    Docket here = docket.get();
    Map<String, List<Cited>> cited = new LinkedHashMap<>();
    here.principles().apply(Where.ORGANISATION).forEach(one -> cited.put(one, new ArrayList<>()));
    shelf
        .seen(here.storage(), caller)
        .filter(one -> !one.state().isOpen())
        .forEach(one -> cite(here, one, cited));
    return cited.entrySet().stream()
        .map(one -> new ByPrinciple(one.getKey(), List.copyOf(one.getValue())))
        .toList();
  }

  private static void cite(Docket here, Decision one, Map<String, List<Cited>> into) {
    Weighed weighed = one.weighed();
    if (weighed == null) {
      return;
    }
    boolean unexplained = Ranked.isUnexplained(here, one);
    add(into, weighed.won(), one, true, weighed.lost(), unexplained);
    if (!weighed.lost().isEmpty()) {
      add(into, weighed.lost(), one, false, weighed.won(), unexplained);
    }
  }

  private static void add(
      Map<String, List<Cited>> into,
      String principle,
      Decision one,
      boolean won,
      String other,
      boolean unexplained) {
    into.computeIfAbsent(principle, _ -> new ArrayList<>())
        .add(
            new Cited(
                one.number(),
                one.name() + " " + one.title(),
                one.address(),
                won,
                other,
                unexplained));
  }

  private Answer page(Request request) {
    List<Board.Part> parts = new ArrayList<>();
    List<ByPrinciple> all = all(request.caller());
    for (int i = 0; i < all.size(); i++) {
      parts.add(table("principle-" + (i + 1), all.get(i)));
    }
    if (parts.isEmpty()) {
      parts.add(
          new Board.Lines(
              "none",
              Texts.say("entry.by-principle"),
              Texts.say("decisions.principles.none"),
              List.of()));
    }
    return new Board(
            Texts.say("entry.by-principle"),
            Texts.say("decisions.principles.intro"),
            new Board.Link(Texts.say("entry.decisions"), "/decisions"),
            parts)
        .page();
  }

  private static Board.Table table(String id, ByPrinciple one) {
    return new Board.Table(
        id,
        one.principle(),
        Texts.say("decisions.principles.uncited"),
        Texts.all("decisions.head.decision", "decisions.head.outcome", "decisions.head.against"),
        one.decisions().stream()
            .map(cited ->
                Row.of(Cell.to(cited.title(), cited.page()), cell(cited), Cell.of(cited.other())))
            .toList());
  }

  private static Cell cell(Cited cited) {
    Cell cell =
        Cell.of(Texts.say(cited.won() ? "decisions.principles.won" : "decisions.principles.lost"));
    return cited.unexplained()
        ? cell.look("look").note(Texts.say("decisions.weighed.unexplained"))
        : cell;
  }
}
