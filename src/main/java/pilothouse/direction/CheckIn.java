package pilothouse.direction;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import pilothouse.web.Caller;

/**
 * What somebody said of an outcome on the way, and who confirmed it.
 *
 * @param confidence in percent, that it will be reached
 * @param values of the key results as they stood, by their ids
 */
public record CheckIn(
    String id,
    String outcome,
    int confidence,
    String says,
    Instant at,
    String by,
    Map<String, Double> values,
    List<Signature> signatures) {
  public CheckIn {
    values = Map.copyOf(values);
    signatures = List.copyOf(signatures);
  }

  /** That whoever answers for it for a function confirmed it. */
  public record Signature(String role, Instant at, String whoId, String by) {}

  /** Whether functions were confirmed by one hand, for nobody signed in. */
  boolean isBySameHand() {
    String alone = Caller.onlyYou().id();
    return signatures.stream().filter(sign -> sign.whoId().equals(alone)).count() > 1;
  }

  /** The functions that have not confirmed it. */
  List<String> missing(Collection<String> roles) {
    List<String> signed = signatures.stream().map(Signature::role).toList();
    return roles.stream().filter(role -> !signed.contains(role)).toList();
  }
}
