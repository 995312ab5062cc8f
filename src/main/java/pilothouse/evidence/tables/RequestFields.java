package pilothouse.evidence.tables;

import static pilothouse.evidence.tables.SharedFields.REPOSITORY;
import static pilothouse.evidence.tables.SharedFields.UPDATED;
import static pilothouse.evidence.tables.SharedFields.URL;
import static pilothouse.evidence.tables.SharedFields.field;
import static pilothouse.evidence.tables.SharedFields.person;
import static pilothouse.evidence.tables.Type.COUNT;
import static pilothouse.evidence.tables.Type.LIST;
import static pilothouse.evidence.tables.Type.STATE;
import static pilothouse.evidence.tables.Type.TEXT;
import static pilothouse.evidence.tables.Type.TIME;
import static pilothouse.evidence.tables.Type.YES_NO;

import java.util.List;

/** The fields of change requests and of their reviews. */
final class RequestFields {
  static final List<Field> CHANGES =
      List.of(
          field(
              "id",
              TEXT,
              "tells it from others where repository and number are missing",
              "changeid pullrequestid prid mergerequestid mrid key uid uuid"),
          REPOSITORY,
          field(
              "number",
              COUNT,
              "as people see it in its repository",
              "prnumber pullrequestnumber mrnumber iid pullrequest pr mr"),
          field("title", TEXT, "what it is about", "subject summary titel name"),
          person(
              "author",
              "login or e-mail",
              "user username userlogin authorlogin authorname"
                  + " createdby creator authoremail owner"),
          field("branch", TEXT, "that holds the work", "headref headbranch sourcebranch fromref"),
          field(
              "target",
              TEXT,
              "branch that it is meant for",
              "baseref basebranch targetbranch toref destinationbranch base"),
          field("head_revision", TEXT, "the last commit of its branch", "headsha headcommit head"),
          field(
              "merge_revision",
              TEXT,
              "the commit that brought it to the target",
              "mergecommitsha mergecommit mergesha mergedsha squashcommitsha revision sha commit"),
          field(
              "opened_at",
              TIME,
              "when it was opened",
              "opened openedon createdat created createdon creationdate erstellt date"),
          field("ready_at", TIME, "when it could be reviewed", "ready readyforreviewat"),
          field(
              "first_review_at",
              TIME,
              "when somebody else looked at it first",
              "firstreview firstreviewedat reviewedat firstresponseat"),
          field("merged_at", TIME, "when it was merged", "merged mergedon mergetime mergedate"),
          field(
              "closed_at",
              TIME,
              "when it ended, merged or not",
              "closed closedon closetime completedat closedate"),
          field("draft", YES_NO, "whether it is a draft", "isdraft wip workinprogress"),
          field("added", COUNT, "lines added", "additions linesadded insertions"),
          field("deleted", COUNT, "lines deleted", "deletions linesdeleted removed"),
          field("files", COUNT, "files changed", "changedfiles fileschanged filecount"),
          field("labels", LIST, "as they are called", "label tags labelnames"),
          field("commits", LIST, "ids of the commits in it", "commitids commitshas revisions"),
          URL,
          UPDATED);

  static final List<Field> REVIEWS =
      List.of(
          field("id", TEXT, "tells it from others", "reviewid key uid uuid"),
          REPOSITORY,
          field(
              "number",
              COUNT,
              "of the change request in its repository",
              "prnumber pullrequestnumber mrnumber pullrequest pr mr iid"),
          field(
              "change",
              TEXT,
              "the id of the change request, where repository and number are missing",
              "changeid pullrequestid prid mergerequestid"),
          person(
              "reviewer",
              "login or e-mail",
              "user username userlogin reviewerlogin author authorlogin reviewedby"),
          field("state", STATE, "what the reviewer concluded", "status result verdict decision"),
          field(
              "submitted_at",
              TIME,
              "when it was given",
              "submitted submittedon createdat created date reviewedat timestamp"),
          UPDATED);

  private RequestFields() {}
}
