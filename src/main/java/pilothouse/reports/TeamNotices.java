package pilothouse.reports;

import java.util.ArrayList;
import java.util.List;
import pilothouse.findings.Finding;
import pilothouse.findings.Finding.Address;
import pilothouse.findings.Finding.Severity;
import pilothouse.metrics.Knowledge;
import pilothouse.metrics.Metrics;
import pilothouse.metrics.Reading;
import pilothouse.text.Texts;

/** Findings about who knows the code, as counts. The thresholds are ours. */
final class TeamNotices {
  /** Of fewer files it is no news that few people know them. */
  private static final int FEW = 10;

  private final Metrics metrics;
  private final Readings readings;

  TeamNotices(Metrics metrics, Readings readings) {
    this.metrics = metrics;
    this.readings = readings;
  }

  /** Who is the only one who knows. */
  List<Finding> team() {
    List<Finding> found = new ArrayList<>();
    Knowledge knowledge = metrics.knowledge();
    Integer truck = knowledge.truckFactor();
    if (truck != null && truck <= 3) {
      String who =
          truck == 1
              ? Texts.say("reports.team-notices.one-person-leaves")
              : Texts.say("reports.team-notices.people-leave", truck);
      String says =
          Texts.say(
              "reports.team-notices.if-more-than-half",
              who,
              Wording.count(readings.of("truck-factor").n()));
      // Somebody who works alone knows it already, and nobody else is there to act.
      boolean alone = metrics.peopleCount() < 2;
      boolean isFew = knowledge.files() < FEW;
      Severity severity = truck == 1 && !alone && !isFew ? Severity.ACT : Severity.LOOK;
      double risk = isFew ? 0.1 : 1.0 / truck;
      found.add(readings.finding("truck-factor", severity, says, "", risk, null));
    }
    folders(found, knowledge);
    atRisk(found);
    islands(found, knowledge);
    return found;
  }

  private void folders(List<Finding> found, Knowledge knowledge) {
    Integer whole = knowledge.truckFactor();
    for (Knowledge.Folder folder : knowledge.folders()) {
      Integer truck = folder.truckFactor();
      boolean large =
          folder.isWhole() && folder.files() >= 10 && 20L * folder.files() >= knowledge.files();
      if (large && truck != null && truck == 1 && whole != null && whole > 1) {
        String says =
            Texts.say(
                "reports.team-notices.in-one-person-is",
                folder.path(),
                Wording.count(folder.files()));
        double risk = (double) folder.files() / Math.max(1, knowledge.files());
        Address address = new Address("truck-factor", metrics.scope().repository(), folder.path());
        found.add(
            new Finding(
                "truck-factor",
                Severity.LOOK,
                says,
                folder.path(),
                address,
                Math.min(1, 0.5 + risk / 2),
                null,
                null,
                List.of()));
      }
    }
  }

  private void atRisk(List<Finding> found) {
    Reading atRisk = readings.of("knowledge-at-risk");
    Double value = atRisk.value();
    if (value != null && value >= 0.1) {
      String says =
          Texts.say(
              "reports.team-notices.of-the-lines-of",
              Wording.percent(value),
              Wording.count(atRisk.n()));
      Severity severity = value >= 0.5 ? Severity.LOOK : Severity.KNOW;
      found.add(readings.finding("knowledge-at-risk", severity, says, "", value, null));
    }
  }

  private void islands(List<Finding> found, Knowledge knowledge) {
    List<Knowledge.Island> gone =
        readings.of("islands").value() == null
            ? List.of()
            : knowledge.islands().stream().filter(Knowledge.Island::gone).toList();
    if (!gone.isEmpty()) {
      String says =
          Texts.counted(
              "reports.team-notices.known-well-by-one",
              gone.size(),
              gone.getFirst().path(),
              Wording.count(gone.getFirst().lines()));
      double risk = Math.min(1, 0.3 + (double) gone.size() / Math.max(1, knowledge.eligible()));
      found.add(
          readings.finding("islands", Severity.LOOK, says, gone.getFirst().path(), risk, null));
    }
  }
}
