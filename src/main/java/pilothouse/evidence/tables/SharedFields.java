package pilothouse.evidence.tables;

import static pilothouse.evidence.tables.Type.TEXT;
import static pilothouse.evidence.tables.Type.TIME;

import java.util.List;

/** The fields that tables of several kinds have, and the wordings that several fields share. */
final class SharedFields {
  static final Field SERVICE =
      field(
          "service",
          TEXT,
          "what was deployed or is affected, as you name it",
          "servicename application applicationname app appname component componentname system"
              + " systemname project projectname product dienst anwendung");
  static final Field REPOSITORY =
      field(
          "repository",
          TEXT,
          "`owner/name` or a URL",
          "repo reponame repositoryname repositoryfullname repositoryurl repourl projectpath"
              + " fullname");
  static final Field URL =
      field("url", TEXT, "where people read more", "link htmlurl weburl href permalink");
  static final Field UPDATED =
      field(
          "updated_at",
          TIME,
          "when the source said so; of two lines about one thing the later holds",
          "updated lastupdated lastmodified modified modifiedat changedat");
  static final Field BRANCH =
      field("branch", TEXT, "branch or tag", "ref branchname headbranch gitref tag sourcebranch");
  static final String STARTS =
      "started start startedon starttime startdate begin beganat createdat created createdon"
          + " creationtime triggeredat runstartedat beginn start";
  static final String ENDS =
      "finished finish finishedon finishtime end ended endedat endtime enddate completed"
          + " completedat completiontime deployedat deployed deploytime deploymenttime"
          + " deploymentdate date datetime time timestamp datum zeitpunkt ende";
  static final String REVISIONS =
      "sha commit commitsha commitid commithash revisionid gitsha gitcommit hash headsha";
  static final String OUTCOMES =
      "status result state conclusion deploymentstatus ergebnis success succeeded";

  private SharedFields() {}

  static Field field(String name, Type type, String says, String synonyms) {
    return new Field(name, type, List.of(synonyms.split(" ", -1)), says, false);
  }

  static Field person(String name, String says, String synonyms) {
    return new Field(name, TEXT, List.of(synonyms.split(" ", -1)), says, true);
  }
}
