package pilothouse.evidence.tables;

import static pilothouse.evidence.tables.Type.COUNT;
import static pilothouse.evidence.tables.Type.LIST;
import static pilothouse.evidence.tables.Type.NUMBER;
import static pilothouse.evidence.tables.Type.OUTCOME;
import static pilothouse.evidence.tables.Type.STATE;
import static pilothouse.evidence.tables.Type.TEXT;
import static pilothouse.evidence.tables.Type.TIME;
import static pilothouse.evidence.tables.Type.YES_NO;

import java.util.List;
import java.util.Optional;
import pilothouse.evidence.files.Kind;

/** The fields that each kind of table may have, with the wordings that headers have for them. */
public final class Fields {
  private static final List<String> PERSONAL =
      List.of("author", "user", "mail", "reviewer", "assignee", "person", "committer", "login");
  private static final Field SERVICE =
      field(
          "service",
          TEXT,
          "what was deployed or is affected, as you name it",
          "servicename application applicationname app appname component componentname system"
              + " systemname project projectname product dienst anwendung");
  private static final Field REPOSITORY =
      field(
          "repository",
          TEXT,
          "`owner/name` or a URL",
          "repo reponame repositoryname repositoryfullname repositoryurl repourl projectpath"
              + " fullname");
  private static final Field URL =
      field("url", TEXT, "where people read more", "link htmlurl weburl href permalink");
  private static final Field UPDATED =
      field(
          "updated_at",
          TIME,
          "when the source said so; of two lines about one thing the later holds",
          "updated lastupdated lastmodified modified modifiedat changedat");
  private static final Field BRANCH =
      field("branch", TEXT, "branch or tag", "ref branchname headbranch gitref tag sourcebranch");
  private static final String STARTS =
      "started start startedon starttime startdate begin beganat createdat created createdon"
          + " creationtime triggeredat runstartedat beginn start";
  private static final String ENDS =
      "finished finish finishedon finishtime end ended endedat endtime enddate completed"
          + " completedat completiontime deployedat deployed deploytime deploymenttime"
          + " deploymentdate date datetime time timestamp datum zeitpunkt ende";
  private static final String REVISIONS =
      "sha commit commitsha commitid commithash revisionid gitsha gitcommit hash headsha";
  private static final String OUTCOMES =
      "status result state conclusion deploymentstatus ergebnis success succeeded";

  private static final List<Field> DEPLOYMENTS =
      List.of(
          field(
              "id",
              TEXT,
              "tells it from others; without one it is service, environment, revision and time",
              "deploymentid deployid key number uid uuid"),
          SERVICE,
          REPOSITORY,
          field("revision", TEXT, "the commit, whole or short", REVISIONS + " version"),
          BRANCH,
          field(
              "environment",
              TEXT,
              "where it runs",
              "env envname environmentname stage target tier umgebung"),
          field("production", YES_NO, "whether people use it", "isproduction prod productionflag"),
          field("started_at", TIME, "when it began", STARTS),
          field("finished_at", TIME, "when it ended", ENDS),
          field("outcome", OUTCOME, "how it ended", OUTCOMES),
          field(
              "unplanned",
              YES_NO,
              "whether it mends an incident",
              "hotfix ishotfix rework isunplanned emergency"),
          URL,
          UPDATED);

  private static final List<Field> CHANGES =
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

  private static final List<Field> REVIEWS =
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

  private static final List<Field> BUILDS =
      List.of(
          field(
              "id",
              TEXT,
              "of the run or the job",
              "runid buildid pipelineid jobid buildnumber key uid uuid number runnumber"),
          REPOSITORY,
          field("revision", TEXT, "the commit", REVISIONS),
          BRANCH,
          field(
              "name",
              TEXT,
              "of the pipeline or workflow",
              "workflow workflowname pipeline pipelinename buildname plan"),
          field("job", TEXT, "of the pipeline; empty for the whole", "jobname stage step"),
          field("attempt", COUNT, "1 for the first", "runattempt retry try"),
          field("started_at", TIME, "when it began", STARTS),
          field("finished_at", TIME, "when it ended", ENDS),
          field("outcome", OUTCOME, "how it ended", OUTCOMES),
          URL,
          UPDATED);

  private static final List<Field> INCIDENTS =
      List.of(
          field(
              "id",
              TEXT,
              "tells it from others; without one it is service, time and title",
              "incidentid incidentnumber number key ticket issue issuekey uid uuid"),
          SERVICE,
          REPOSITORY,
          field("title", TEXT, "what happened", "summary subject name description titel"),
          field("severity", TEXT, "how bad it is", "sev priority impact urgency prioritaet"),
          field(
              "detected_at",
              TIME,
              "when anybody or anything noticed",
              "detected createdat created opened openedat started startedat starttime start"
                  + " triggeredat reportedat date timestamp beginn"),
          field(
              "resolved_at",
              TIME,
              "when service was restored",
              "resolved resolvedon closed closedat ended endedat endtime end finishedat fixedat"
                  + " restoredat mitigatedat ende"),
          field("open", STATE, "whether it is open now", "status state isopen"),
          field(
              "caused_by",
              TEXT,
              "the id of the deployment that caused it",
              "deployment deploymentid cause causedbydeployment"),
          URL,
          UPDATED);

  private static final List<Field> MEASUREMENTS =
      List.of(
          field(
              "metric",
              TEXT,
              "its name, as `activation` or `monthly-revenue`",
              "metricname name measure indicator kpi kennzahl"),
          field(
              "scope",
              TEXT,
              "`organisation`, `system:…`, `team:…` or `repository:…`; else the organisation",
              "system service entity bereich"),
          field(
              "at",
              TIME,
              "when it was so",
              "date day time timestamp datetime measuredat period month week datum zeitpunkt tag"),
          field("value", NUMBER, "the number", "amount number reading result wert betrag"),
          field("unit", TEXT, "as it is written behind the value", "units einheit"),
          UPDATED);

  private Fields() {}

  /** The fields of a kind, in the order in which they are shown. */
  public static List<Field> of(Kind kind) {
    return switch (kind) {
      case DEPLOYMENTS -> DEPLOYMENTS;
      case CHANGES -> CHANGES;
      case REVIEWS -> REVIEWS;
      case BUILDS -> BUILDS;
      case INCIDENTS -> INCIDENTS;
      case MEASUREMENTS -> MEASUREMENTS;
      case TESTS, COVERAGE, CDEVENTS, AUTO -> List.of();
    };
  }

  /** The field of this name. */
  public static Optional<Field> named(Kind kind, String name) {
    return of(kind).stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** Whether a column most likely names persons, by its wording; what stands in it is not shown. */
  public static boolean namesPersons(String header) {
    String plain = Field.plain(header);
    return PERSONAL.stream().anyMatch(plain::contains)
        || List.of(CHANGES, REVIEWS).stream()
            .flatMap(List::stream)
            .anyMatch(field -> field.personal() && field.means(header));
  }

  /** The table of all fields in Markdown, as docs/using.md has it. */
  public static String markdown() {
    StringBuilder table =
        new StringBuilder("| kind | field | holds | what it is | also read as |\n");
    table.append("|---|---|---|---|---|\n");
    for (Kind kind : Kind.values()) {
      for (Field field : of(kind)) {
        table.append(
            "| %s | `%s` | %s | %s | %s |\n"
                .formatted(
                    kind.word(),
                    field.name(),
                    field.type().says(),
                    field.says(),
                    String.join(", ", field.synonyms())));
      }
    }
    return table.toString();
  }

  private static Field field(String name, Type type, String says, String synonyms) {
    return new Field(name, type, List.of(synonyms.split(" ", -1)), says, false);
  }

  private static Field person(String name, String says, String synonyms) {
    return new Field(name, TEXT, List.of(synonyms.split(" ", -1)), says, true);
  }
}
