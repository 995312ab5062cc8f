package pilothouse.decisions;

import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import pilothouse.journal.Who;

/** Rubrics as rows. */
final class SheetRows {
  private SheetRows() {}

  /** All versions of all, the oldest first. */
  static List<Sheet> all(Handle rows) {
    return rows.createQuery("select * from decision_rubric order by at, id, version")
        .map((row, _) ->
            Sheet.read(
                row.getString("id"),
                row.getInt("version"),
                row.getString("title"),
                row.getString("questions").lines().toList(),
                row.getString("grades").lines().toList()))
        .list();
  }

  static void add(Handle rows, Sheet sheet, String at, Who who, String why) {
    rows.execute(
        """
        insert into decision_rubric
          (id, version, title, questions, grades, at, who, who_name, why)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        sheet.id(),
        sheet.version(),
        sheet.title(),
        sheet.questions().stream().map(Question::typed).collect(Collectors.joining("\n")),
        sheet.grades().stream().map(Grade::typed).collect(Collectors.joining("\n")),
        at,
        who.id(),
        who.name(),
        why);
  }
}
