package pilothouse.metrics.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.CauseWord;

/**
 * What people's words about one incident come to, in their order.
 *
 * @param word the one that holds; null when none does
 * @param refused what may not be suggested any more, by the deployment's key
 */
record Settled(@Nullable CauseWord word, Map<String, CauseWord> refused) {

  /**
   * Settles.
   *
   * @param deploymentless words that name a deployment say nothing
   */
  static Settled of(List<CauseWord> said, boolean deploymentless) {
    CauseWord holds = null;
    Map<String, CauseWord> refused = new HashMap<>();
    for (CauseWord word : said) {
      String deployment = word.deployment();
      if (deploymentless && deployment != null) {
        continue;
      }
      switch (word.said()) {
        case SET, CONFIRMED -> {
          holds = word;
          refused.remove(deployment);
        }
        case REFUSED -> {
          if (deployment != null) {
            refused.put(deployment, word);
            holds = holds != null && deployment.equals(holds.deployment()) ? null : holds;
          }
        }
        case WITHDRAWN -> {
          holds = null;
          refused.clear();
        }
      }
    }
    return new Settled(holds, refused);
  }
}
