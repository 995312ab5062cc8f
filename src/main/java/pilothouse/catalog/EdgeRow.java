package pilothouse.catalog;

import pilothouse.journal.Named;
import pilothouse.systems.Edge;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/**
 * An owner or a dependency as pages show it.
 *
 * @param holds whether it holds today
 * @param known whether the other is a team or system that is declared
 */
public record EdgeRow(
    String id, String other, String span, String said, String ended, boolean holds, boolean known) {

  static EdgeRow of(Edge edge, boolean holds, boolean known, Days days, Caller caller) {
    Where place = Where.system(edge.system());
    Edge.End end = edge.end();
    return new EdgeRow(
        edge.id(),
        edge.other(),
        Days.span(edge.first(), edge.last()),
        (edge.said().byHand() ? Told.said(edge.said(), caller, place) + ", " : "")
            + Told.source(edge.said())
            + (edge.said().why().isEmpty() ? "" : ": " + edge.said().why()),
        end == null
            ? ""
            : Texts.say(
                "catalog.edge-row.ended-by",
                Named.by(caller, place, end.by()),
                days.time(end.at()),
                end.why()),
        holds,
        known);
  }
}
