package pilothouse.verdicts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Storage;
import pilothouse.web.Caller;

/**
 * What came of one prediction, by the first verdict that said something: what came later does not
 * rewrite a record.
 *
 * @param subject what it belongs to, as {@code bet:ID}
 * @param cameTrue null while that is open, and where nobody can tell
 */
public record Came(String subject, @Nullable Boolean cameTrue) {
  /** So many must have come out before a share of them says something. */
  public static final int ENOUGH = TrackRecord.ENOUGH;

  /**
   * Of those that somebody may look at, made before their effect could be seen, and that nobody
   * withdrew.
   *
   * @param subjects what their subjects begin with, as {@code bet:}
   */
  public static List<Came> of(Storage storage, String subjects, Caller caller) {
    return storage.read(rows -> OutcomeRows.came(rows, subjects, one -> one.isFor(caller)));
  }
}
