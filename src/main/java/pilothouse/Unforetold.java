package pilothouse;

import java.util.List;
import org.jdbi.v3.core.Handle;
import pilothouse.direction.bets.Foretelling;
import pilothouse.journal.Who;

/** Nobody judges predictions. */
final class Unforetold implements Foretelling {
  @Override
  public String predict(Handle rows, Wager wager, Who who) {
    return "";
  }

  @Override
  public List<Foretold> about(String subject) {
    return List.of();
  }
}
