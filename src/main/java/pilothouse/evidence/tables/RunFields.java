package pilothouse.evidence.tables;

import static pilothouse.evidence.tables.SharedFields.BRANCH;
import static pilothouse.evidence.tables.SharedFields.ENDS;
import static pilothouse.evidence.tables.SharedFields.OUTCOMES;
import static pilothouse.evidence.tables.SharedFields.REPOSITORY;
import static pilothouse.evidence.tables.SharedFields.REVISIONS;
import static pilothouse.evidence.tables.SharedFields.SERVICE;
import static pilothouse.evidence.tables.SharedFields.STARTS;
import static pilothouse.evidence.tables.SharedFields.UPDATED;
import static pilothouse.evidence.tables.SharedFields.URL;
import static pilothouse.evidence.tables.SharedFields.field;
import static pilothouse.evidence.tables.Type.COUNT;
import static pilothouse.evidence.tables.Type.NUMBER;
import static pilothouse.evidence.tables.Type.OUTCOME;
import static pilothouse.evidence.tables.Type.STATE;
import static pilothouse.evidence.tables.Type.TEXT;
import static pilothouse.evidence.tables.Type.TIME;
import static pilothouse.evidence.tables.Type.YES_NO;

import java.util.List;

/** The fields of what runs: deployments, builds, incidents and measurements. */
final class RunFields {
  static final List<Field> DEPLOYMENTS =
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

  static final List<Field> BUILDS =
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

  static final List<Field> INCIDENTS =
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

  static final List<Field> MEASUREMENTS =
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

  private RunFields() {}
}
