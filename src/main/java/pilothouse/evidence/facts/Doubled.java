package pilothouse.evidence.facts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two deployments that two senders told and that look like one: the same service, environment and
 * commit at the same time. Nothing says surely that they are, so both count.
 *
 * @param one its key
 * @param other its key
 * @param senders who told the two, in words
 * @param at when the later ended
 */
public record Doubled(String one, String other, String senders, Instant at) {

  /** Who told of what has such a key, in a word that people know. */
  static String sender(String key) {
    int hash = key.indexOf('#');
    String home = hash < 0 ? "" : key.substring(0, hash);
    if (isTrace(key)) {
      return "OpenTelemetry";
    }
    if (home.equals("cdevents")) {
      return "CDEvents";
    }
    int slash = home.indexOf('/');
    return slash > 0 ? home.substring(0, slash) : "own JSON or a file";
  }

  /** Whether a trace told of what has such a key: it may be made of the run that deployed. */
  static boolean isTrace(String key) {
    return key.startsWith("otlp#") || key.endsWith("/deployment");
  }

  /** Whether more than one sender told of them. */
  static boolean isOfSeveral(List<Deployment> deployments) {
    String first = "";
    for (Deployment deployment : deployments) {
      String sender = sender(deployment.key());
      if (!first.isEmpty() && !first.equals(sender)) {
        return true;
      }
      first = sender;
    }
    return false;
  }

  /** When it began, and when it ended, as far as anybody said. */
  static @Nullable Instant end(Deployment deployment) {
    return deployment.finishedAt() == null ? deployment.startedAt() : deployment.finishedAt();
  }
}
