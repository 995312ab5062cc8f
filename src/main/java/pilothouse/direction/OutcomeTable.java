package pilothouse.direction;

import java.util.List;
import pilothouse.text.Csv;

/** Outcomes as a table, a line for each key result. */
final class OutcomeTable {
  private OutcomeTable() {}

  static Csv of(List<Standing> rows) {
    Csv table =
        new Csv(
            List.of(
                "outcome",
                "place",
                "title",
                "business",
                "kind",
                "starts_on",
                "due_on",
                "state",
                "progress",
                "key_result",
                "gauge",
                "unit",
                "baseline",
                "target",
                "now",
                "result_progress"));
    for (Standing row : rows) {
      row.results().forEach(result -> table.row(cells(row, result)));
    }
    return table;
  }

  private static List<String> cells(Standing row, Standing.Result result) {
    Outcome one = row.outcome();
    return List.of(
        one.id(),
        one.place().text(),
        one.title(),
        one.business(),
        one.committed() ? "committed" : "aspirational",
        one.startsOn().toString(),
        one.dueOn().toString(),
        row.state().word(),
        row.progress() == null ? "" : String.valueOf(row.progress().raw()),
        result.of().says(),
        result.of().gauge(),
        result.of().unit(),
        result.of().baseline() == null ? "" : String.valueOf(result.of().baseline()),
        String.valueOf(result.of().target()),
        result.now() == null ? "" : String.valueOf(result.now()),
        result.progress() == null ? "" : String.valueOf(result.progress().raw()));
  }
}
