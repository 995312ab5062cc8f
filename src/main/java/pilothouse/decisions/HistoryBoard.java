package pilothouse.decisions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pilothouse.journal.Named;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.web.Caller;

/** What happened to a decision: who did what to whom, and what stood there before and after. */
record HistoryBoard(Docket docket, DecisionShelf shelf, Caller caller) {
  private static final int LONGEST = 500;

  Board.Table table(Decision one) {
    return new Board.Table(
        "history",
        Texts.say("decisions.history"),
        Texts.say("decisions.none"),
        Texts.all(
            "decisions.head.when",
            "decisions.head.what",
            "decisions.head.before",
            "decisions.head.after",
            "decisions.head.who"),
        rows(one));
  }

  private List<Row> rows(Decision one) {
    List<Version> versions =
        docket.storage().read(rows -> DecisionRows.versions(rows, one.id())).reversed();
    Naming names = new Naming.Shown(docket, shelf, caller, new HashMap<>());
    List<Row> rows = new ArrayList<>();
    int said = 1;
    Map<String, String> before = new Facts(one.at(versions.getFirst(), 0), names).all();
    for (Turn turn : one.turns()) {
      while (said < versions.size() && versions.get(said).at().isBefore(turn.at())) {
        Version words = versions.get(said++);
        Map<String, String> after = new Facts(one.at(words, turn.number() - 1), names).all();
        rows.add(reworded(one, words, before, after));
        before = after;
      }
      Map<String, String> after =
          new Facts(one.at(versions.get(said - 1), turn.number()), names).all();
      rows.add(row(one, turn, before, after, new Trail(names)));
      before = after;
    }
    for (Version words : versions.subList(said, versions.size())) {
      Map<String, String> after = new Facts(one.at(words, Integer.MAX_VALUE), names).all();
      rows.add(reworded(one, words, before, after));
      before = after;
    }
    Collections.reverse(rows);
    return rows;
  }

  private Row row(
      Decision one, Turn turn, Map<String, String> before, Map<String, String> after, Trail trail) {
    boolean isPlace = turn.kind() == Turn.Kind.AFFECTS || turn.kind() == Turn.Kind.SPARED;
    String about =
        isPlace
            ? new Affects(docket, shelf.costs(), caller).says(turn)
            : String.join(", ", trail.about(turn).values());
    String what = Texts.say("decisions.turn." + turn.kind().word());
    return Row.of(
        Cell.of(Say.time(turn.at(), docket.zone())),
        Cell.of(about.isEmpty() ? what : what + ": " + about).note(Trail.why(turn)),
        changed(before, after),
        changed(after, before),
        Cell.of(Named.by(caller, one.place(), turn.who(), turn.whoName())));
  }

  private Row reworded(
      Decision one, Version words, Map<String, String> before, Map<String, String> after) {
    return Row.of(
        Cell.of(Say.time(words.at(), docket.zone())),
        Cell.of(Texts.say("decisions.turn.reworded")).note(words.why()),
        changed(before, after),
        changed(after, before),
        Cell.of(Named.by(caller, one.place(), words.who(), words.whoName())));
  }

  /** The fields of a state that are others in the other one; of lists only what is not there. */
  private static Cell changed(Map<String, String> state, Map<String, String> other) {
    return Cell.of(
        state.entrySet().stream()
            .filter(field -> !field.getValue().equals(other.get(field.getKey())))
            .map(field -> Map.entry(field.getKey(), shown(field, other)))
            .filter(field -> !field.getValue().isEmpty())
            .map(field ->
                Texts.known("journal.field.", field.getKey())
                    + ": "
                    + Say.cut(field.getValue(), LONGEST))
            .collect(Collectors.joining("; ")));
  }

  private static String shown(Map.Entry<String, String> field, Map<String, String> other) {
    String all = field.getValue();
    if (!Facts.LISTS.contains(field.getKey())) {
      return all;
    }
    List<String> parts = new ArrayList<>(List.of(all.split("; ", -1)));
    List<String> others = List.of(other.getOrDefault(field.getKey(), "").split("; ", -1));
    boolean isMoved =
        List.copyOf(parts).stream().sorted().toList().equals(others.stream().sorted().toList());
    others.forEach(parts::remove);
    return isMoved ? all : String.join("; ", parts);
  }
}
