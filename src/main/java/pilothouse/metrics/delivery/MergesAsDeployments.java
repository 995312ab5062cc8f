package pilothouse.metrics.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.History;
import pilothouse.evidence.facts.Alikes;
import pilothouse.evidence.facts.Build;
import pilothouse.evidence.facts.CauseWord;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.Measurement;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.facts.Push;
import pilothouse.evidence.facts.Review;
import pilothouse.evidence.facts.ServiceFacts;
import pilothouse.evidence.facts.TestCase;

/** The same facts, seen as if each merge were a deployment. */
record MergesAsDeployments(ServiceFacts facts, List<Deployment> deployments)
    implements ServiceFacts {

  static MergesAsDeployments of(ServiceFacts facts) {
    return new MergesAsDeployments(
        facts,
        facts.changes().stream()
            .filter(change -> change.mergedAt() != null)
            .map(change -> merge(facts.system(), change))
            .toList());
  }

  private static Deployment merge(String system, ChangeRequest change) {
    return new Deployment(
        change.key(),
        change.saidAt(),
        system,
        change.repository(),
        change.mergeRevision(),
        change.branch(),
        "merge",
        true,
        null,
        change.mergedAt(),
        Outcome.SUCCESS,
        null,
        change.url());
  }

  @Override
  public String system() {
    return facts.system();
  }

  @Override
  public boolean declared() {
    return facts.declared();
  }

  @Override
  public List<ChangeRequest> changes() {
    return facts.changes();
  }

  @Override
  public List<Review> reviews() {
    return facts.reviews();
  }

  @Override
  public List<Build> builds() {
    return facts.builds();
  }

  @Override
  public List<Push> pushes() {
    return facts.pushes();
  }

  @Override
  public List<TestCase> tests() {
    return facts.tests();
  }

  @Override
  public List<Measurement> measurements() {
    return facts.measurements();
  }

  @Override
  public List<Incident> incidents() {
    return facts.incidents();
  }

  @Override
  public List<CauseWord> words() {
    return facts.words();
  }

  @Override
  public @Nullable History history() {
    return facts.history();
  }

  @Override
  public Alikes alikes() {
    return facts.alikes();
  }

  @Override
  public String folder() {
    return facts.folder();
  }

  @Override
  public boolean isHotfix(@Nullable String branch) {
    return facts.isHotfix(branch);
  }

  @Override
  public boolean isBot(@Nullable String person) {
    return facts.isBot(person);
  }

  @Override
  public List<Deployment> everyDeployment() {
    return deployments;
  }

  @Override
  public List<Incident> everyIncident() {
    return facts.incidents();
  }

  @Override
  public List<Incident> blamingIncidents() {
    return facts.incidents().stream().filter(incident -> incident.causedBy() != null).toList();
  }
}
