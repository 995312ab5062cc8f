package pilothouse.delivery;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.CauseWord;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.ServiceFacts;
import pilothouse.text.Texts;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;

/** Whether what somebody says about a cause can be so. */
final class CauseCheck {
  private CauseCheck() {}

  /**
   * Lets a word pass.
   *
   * @param elsewhere whether a deployment of another service may be named, by its key
   * @throws NotFound when the service has no such incident
   * @throws Refused when nothing is meant by it, or its deployment cannot be the cause
   */
  static void check(
      ServiceFacts facts,
      String incident,
      CauseWord.Said said,
      @Nullable String deployment,
      Predicate<String> elsewhere) {
    if (facts.incidents().stream().noneMatch(known -> known.key().equals(incident))) {
      throw new NotFound(
          Texts.say("delivery.cause-check.the-service-has-no", facts.system(), incident),
          Texts.say("delivery.cause-check.the-page-of-the"));
    }
    if (said == CauseWord.Said.WITHDRAWN) {
      mustHaveSpoken(facts, incident);
      return;
    }
    if (deployment == null && said != CauseWord.Said.SET) {
      throw Refused.unfit(
          Texts.say("delivery.cause-check.nothing-is-suggested-for"),
          Texts.say("delivery.cause-check.name-the-deployment-that"));
    }
    if (deployment != null) {
      checkTimes(facts, incident, deployment, elsewhere);
    }
  }

  private static void mustHaveSpoken(ServiceFacts facts, String incident) {
    if (!isSaid(facts.words(), incident)) {
      throw Refused.unfit(
          Texts.say("delivery.cause-check.nothing-that-was-said"),
          Texts.say("delivery.cause-check.say-what-caused-it"));
    }
  }

  /** Whether a word stands about the incident's cause: one was said and not taken back since. */
  static boolean isSaid(List<CauseWord> words, String incident) {
    CauseWord last = null;
    for (CauseWord word : words) {
      last = word.incident().equals(incident) ? word : last;
    }
    return last != null && last.said() != CauseWord.Said.WITHDRAWN;
  }

  private static void checkTimes(
      ServiceFacts facts, String incident, String deployment, Predicate<String> elsewhere) {
    Deployment meant =
        Stream.concat(
                facts.deployments().stream(),
                facts.everyDeployment().stream().filter(known -> elsewhere.test(known.key())))
            .filter(known -> known.key().equals(deployment))
            .findFirst()
            .orElseThrow(() ->
                Refused.unfit(
                    Texts.say("delivery.cause-check.nobody-told-of-a", deployment),
                    Texts.say("delivery.cause-check.name-the-key-of")));
    Instant began = meant.startedAt() == null ? meant.finishedAt() : meant.startedAt();
    for (Incident known : facts.incidents()) {
      Instant noticed = known.detectedAt();
      boolean late = began != null && noticed != null && began.isAfter(noticed);
      if (known.key().equals(incident) && late) {
        throw Refused.unfit(
            Texts.say("delivery.cause-check.this-deployment-began-after"),
            Texts.say("delivery.cause-check.name-one-that-began"));
      }
    }
  }
}
