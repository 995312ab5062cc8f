package pilothouse.metrics.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import pilothouse.metrics.Reading;

/** The definitions side by side. */
final class Rivals {
  /** The ids that definitions differ about. */
  static final Set<String> DISPUTED =
      Set.of(
          "change-lead-time",
          "change-lead-time-p90",
          "deployment-frequency",
          "deployment-gap",
          "failed-deployment-recovery-time",
          "failed-deployment-recovery-time-p90",
          "change-fail-rate",
          "deployment-rework-rate");

  private Rivals() {}

  /** A reading by the dossier's definition. */
  static Reading read(Catalogue.Entry entry, Dossier dossier) {
    if (!DISPUTED.contains(entry.metric().id())) {
      return entry.formula().read(entry.metric(), dossier);
    }
    return switch (dossier.definition) {
      case DEVLAKE -> DevLake.read(entry.metric(), dossier);
      case FOUR_KEYS -> FourKeys.read(entry.metric(), dossier);
      case GITLAB -> GitLab.read(entry.metric(), dossier);
      case MERGES -> entry.formula().read(entry.metric(), dossier);
      case DORA ->
          ReleasesInstead.stand(dossier)
              ? ReleasesInstead.read(entry.metric(), dossier)
              : entry.formula().read(entry.metric(), dossier);
    };
  }

  /** The readings of a disputed metric by all definitions. */
  static List<Rival> of(Catalogue.Entry entry, Dossier dossier) {
    List<Rival> rivals = new ArrayList<>();
    if (!DISPUTED.contains(entry.metric().id())) {
      return rivals;
    }
    for (Definition definition : Definition.values()) {
      Dossier other = definition == dossier.definition ? dossier : dossier.by(definition);
      Reading reading = read(entry, other);
      rivals.add(new Rival(definition, reading, why(definition, entry.metric().id(), reading)));
    }
    return rivals;
  }

  private static String why(Definition definition, String id, Reading reading) {
    String unknown = reading.unknown();
    if (definition == Definition.DORA) {
      return "the DORA guide's own definition";
    }
    if (unknown != null) {
      return unknown;
    }
    return switch (definition) {
      case DEVLAKE -> devLake(id);
      case FOUR_KEYS -> fourKeys(id);
      case GITLAB -> gitLab(id);
      case MERGES -> merges(id);
      case DORA -> "";
    };
  }

  private static String devLake(String id) {
    return switch (id) {
      case "change-lead-time" ->
          "one span a change request, from its first commit on, where the guide counts each commit; of the two in the middle the lower";
      case "deployment-frequency" ->
          "days with a deployment in the middle week: a second deployment on a day does not count";
      case "failed-deployment-recovery-time" ->
          "every incident counts from the latest deployment of any service, however long ago it was";
      default ->
          "every incident falls on the latest successful deployment of any service, and failed deployments do not count";
    };
  }

  private static String fourKeys(String id) {
    return switch (id) {
      case "change-lead-time" ->
          "every commit of the deployed push to any environment, and none of earlier pushes";
      case "deployment-frequency" -> "deployments to every environment count, staging too";
      case "failed-deployment-recovery-time" ->
          "from each incident's detection to its end, whatever caused it";
      default ->
          "each incident counts, several on one deployment too, over deployments to every environment";
    };
  }

  private static String gitLab(String id) {
    return switch (id) {
      case "change-lead-time" -> "begins at the merge: writing and review are not in it";
      case "deployment-frequency" ->
          "over all days of the period, also those before the first known deployment";
      case "failed-deployment-recovery-time" ->
          "from each incident's detection to its end, whatever caused it";
      default -> "every incident counts, whatever caused it, and failed deployments do not";
    };
  }

  private static String merges(String id) {
    return switch (id) {
      case "change-lead-time", "change-lead-time-p90" ->
          "ends at the merge: waiting for the deployment is not in it";
      case "deployment-frequency", "deployment-gap" -> "counts merges, not deployments";
      case "failed-deployment-recovery-time", "failed-deployment-recovery-time-p90" ->
          "begins at the last merge before an incident";
      case "change-fail-rate" -> "incidents fall on the last merge before them";
      default -> "counts merges of hotfix branches";
    };
  }
}
