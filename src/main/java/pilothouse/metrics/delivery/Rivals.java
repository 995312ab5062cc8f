package pilothouse.metrics.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import pilothouse.metrics.Reading;
import pilothouse.text.Texts;

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
      return Texts.say("metrics.rivals.the-dora-guides-own");
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
      case "change-lead-time" -> Texts.say("metrics.rivals.one-span-a-change");
      case "deployment-frequency" -> Texts.say("metrics.rivals.days-with-a-deployment");
      case "failed-deployment-recovery-time" ->
          Texts.say("metrics.rivals.every-incident-counts-from");
      default -> Texts.say("metrics.rivals.every-incident-falls-on");
    };
  }

  private static String fourKeys(String id) {
    return switch (id) {
      case "change-lead-time" -> Texts.say("metrics.rivals.every-commit-of-the");
      case "deployment-frequency" -> Texts.say("metrics.rivals.deployments-to-every-environment");
      case "failed-deployment-recovery-time" ->
          Texts.say("metrics.rivals.from-each-incidents-detection");
      default -> Texts.say("metrics.rivals.each-incident-counts-several");
    };
  }

  private static String gitLab(String id) {
    return switch (id) {
      case "change-lead-time" -> Texts.say("metrics.rivals.begins-at-the-merge");
      case "deployment-frequency" -> Texts.say("metrics.rivals.over-all-days-of");
      case "failed-deployment-recovery-time" ->
          Texts.say("metrics.rivals.from-each-incidents-detection");
      default -> Texts.say("metrics.rivals.every-incident-counts-whatever");
    };
  }

  private static String merges(String id) {
    return switch (id) {
      case "change-lead-time", "change-lead-time-p90" ->
          Texts.say("metrics.rivals.ends-at-the-merge");
      case "deployment-frequency", "deployment-gap" ->
          Texts.say("metrics.rivals.counts-merges-not-deployments");
      case "failed-deployment-recovery-time", "failed-deployment-recovery-time-p90" ->
          Texts.say("metrics.rivals.begins-at-the-last");
      case "change-fail-rate" -> Texts.say("metrics.rivals.incidents-fall-on-the");
      default -> Texts.say("metrics.rivals.counts-merges-of-hotfix");
    };
  }
}
