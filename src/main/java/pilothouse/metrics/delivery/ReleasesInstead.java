package pilothouse.metrics.delivery;

import java.util.Map;
import pilothouse.evidence.History;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Metrics;
import pilothouse.metrics.Notes;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Receipt;
import pilothouse.metrics.Scope;
import pilothouse.text.Texts;

/** Release tags stand in where nobody told of any deployment. */
final class ReleasesInstead {
  static String instead() {
    return Texts.say("metrics.releases-instead.says");
  }

  /** Which metric of releases answers for which of deployments. */
  private static final Map<String, String> ANSWERS =
      Map.of(
          "change-lead-time", "change-lead-time",
          "change-lead-time-p90", "change-lead-time-p90",
          "deployment-frequency", "release-frequency",
          "deployment-gap", "release-gap",
          "change-fail-rate", "fixes-after-release");

  private ReleasesInstead() {}

  /** The metrics of the history's releases. */
  private record Tags(Metrics metrics) {
    static Tags of(Dossier dossier) {
      History history = dossier.facts.history();
      if (history == null) {
        throw new IllegalStateException("there is no history to look for releases in");
      }
      Scope scope = new Scope(history.repository(), dossier.facts.folder());
      return new Tags(Metrics.of(history, scope, dossier.window));
    }
  }

  /** Whether they do: there is no deployment to anywhere, and there are releases. */
  static boolean stand(Dossier dossier) {
    History history = dossier.facts.history();
    return dossier.definition == Definition.DORA
        && history != null
        && !history.tags().isEmpty()
        && dossier.facts.deployments().isEmpty()
        && !dossier.once(Tags.class, Tags::of).metrics().releases().all().isEmpty();
  }

  static Reading read(Metric metric, Dossier dossier) {
    String id = ANSWERS.get(metric.id());
    if (id == null) {
      String why = Texts.say("metrics.releases-instead.release-tags-tell-nothing", instead());
      return dossier.unknown(metric, why, new Notes());
    }
    Reading reading = dossier.once(Tags.class, Tags::of).metrics().read(id);
    Receipt receipt = reading.receipt();
    String says = Texts.say("metrics.releases-instead.releases-not-deployments", receipt.says());
    String unknown = reading.unknown();
    return new Reading(
        metric,
        dossier.scope(),
        dossier.window,
        reading.value(),
        unknown == null ? null : unknown + " (" + instead() + ")",
        reading.n(),
        reading.series(),
        new Receipt(says, receipt.columns(), receipt.size(), receipt.row()),
        reading.ledger(),
        reading.open(),
        reading.chance());
  }
}
