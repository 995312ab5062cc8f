package pilothouse.direction;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * All outcomes, and the map below them, as they stand at one revision.
 *
 * @param all the oldest first
 * @param newest the newest check-in of each, by the outcome's id
 * @param beliefs those that hold, the oldest first
 * @param measures the numbers on the map that are no outcomes, the oldest first
 */
record Known(
    long revision,
    Map<String, Outcome> all,
    Map<String, CheckIn> newest,
    List<Belief> beliefs,
    List<Measure> measures) {
  static final Known NOTHING = new Known(-1, Map.of(), Map.of(), List.of(), List.of());

  static Known read(Handle rows, long revision) {
    Map<String, Outcome> all = new LinkedHashMap<>();
    OutcomeRows.all(rows).forEach(one -> all.put(one.id(), one));
    return new Known(
        revision,
        all,
        CheckInRows.newest(rows).stream().collect(Collectors.toMap(CheckIn::outcome, one -> one)),
        BeliefRows.beliefs(rows),
        BeliefRows.measures(rows));
  }

  List<Outcome> open() {
    return all.values().stream().filter(Outcome::isOpen).toList();
  }

  Optional<Outcome> find(String id) {
    return Optional.ofNullable(all.get(id));
  }

  Optional<CheckIn> last(Outcome of) {
    return Optional.ofNullable(newest.get(of.id()));
  }
}
