package pilothouse.debt.interest;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What interest is measured by, out of all that is known now. */
public interface Meters {
  /** Rises with whatever may change what is measured. */
  long version();

  /** The meter of all changes known now; the same object as long as these are the same. */
  Meter meter();

  /**
   * The name by which the meter knows a repository, however it is written; as it is written where
   * none of that name is known.
   */
  String repository(String written);

  /**
   * What people call changes of a repository, by the keys that the meter has; those that nobody
   * named are not there.
   */
  Map<String, Title> titles(String repository, Set<String> keys);

  /**
   * What people call a change.
   *
   * @param name as {@code #12}, or the beginning of a commit's id
   * @param title empty where nobody told
   * @param address where it stands elsewhere; empty where nobody told
   */
  record Title(String name, String title, String address) {}

  /** What the meter knows of each repository. */
  List<Known> known();

  /**
   * What is known of a repository.
   *
   * @param isOfRequests whether its change requests are told of; else its commits stand for them,
   *     and no hours are known
   * @param changes that are measured
   * @param pathless change requests of which nobody knows what they touched: left out
   */
  record Known(String repository, boolean isOfRequests, int changes, int pathless) {}
}
