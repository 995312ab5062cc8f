package pilothouse.evidence.tables;

import static pilothouse.evidence.tables.SharedFields.REPOSITORY;
import static pilothouse.evidence.tables.SharedFields.SERVICE;
import static pilothouse.evidence.tables.SharedFields.UPDATED;
import static pilothouse.evidence.tables.SharedFields.URL;
import static pilothouse.evidence.tables.SharedFields.field;
import static pilothouse.evidence.tables.Type.LIST;
import static pilothouse.evidence.tables.Type.REASON;
import static pilothouse.evidence.tables.Type.STATE;
import static pilothouse.evidence.tables.Type.TEXT;
import static pilothouse.evidence.tables.Type.TIME;

import java.util.List;

/** The fields of work items: issues, tickets, stories. */
final class WorkFields {
  static final List<Field> ALL =
      List.of(
          field(
              "id",
              TEXT,
              "as `PROJ-34`; tells it from others where repository and number are missing",
              "key issuekey issueid ticket ticketid issue workitem workitemid uid uuid"),
          REPOSITORY,
          field("number", TEXT, "as people see it in its repository", "issuenumber iid no"),
          SERVICE,
          field("title", TEXT, "what it is about", "summary subject name titel"),
          field("state", STATE, "whether it is open", "status isopen open"),
          field(
              "reason",
              REASON,
              "why it was closed: `completed` or `not planned`",
              "resolution statereason closedas closereason"),
          field("labels", LIST, "as they are called", "label tags labelnames"),
          field("milestone", TEXT, "it was planned for", "sprint iteration fixversion fixversions"),
          field("type", TEXT, "what kind of work it is", "issuetype kind category tracker"),
          field(
              "opened_at",
              TIME,
              "when it was written down",
              "opened createdat created createdon creationdate erstellt"),
          field(
              "closed_at",
              TIME,
              "when it was closed",
              "closed closedon resolved resolvedat resolutiondate completed completedat done"
                  + " doneat finishedat"),
          field(
              "changes",
              LIST,
              "keys or addresses of the change requests for it",
              "pullrequests mergerequests prs mrs change"),
          URL,
          UPDATED);

  private WorkFields() {}
}
