package pilothouse.direction;

import java.util.List;
import java.util.function.Function;
import pilothouse.people.Teams;
import pilothouse.promises.Promises;
import pilothouse.systems.Systems;
import pilothouse.verdicts.Verdicts;
import pilothouse.views.Gauges;
import pilothouse.web.Whereabouts;

/**
 * What the pages of this room stand on.
 *
 * @param contacts how a team is reached, a line each, by its name
 */
record Ground(
    Statements statements,
    Outcomes outcomes,
    Duties duties,
    Beliefs beliefs,
    Promises promises,
    Teams teams,
    Systems systems,
    Finished finished,
    Gauges gauges,
    Function<String, List<String>> contacts,
    Verdicts verdicts) {
  /** What a statement or an outcome can belong to. */
  Whereabouts places() {
    return promises.places();
  }
}
