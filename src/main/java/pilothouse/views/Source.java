package pilothouse.views;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.History;
import pilothouse.web.Caller;

/** Where pages find what has been read. */
public interface Source {
  /** Every repository that is known, in the order of their names. */
  List<Sounding> soundings();

  /** The newest history of a repository, or null when nothing of it has been read yet. */
  @Nullable History history(String repository);

  /** What else than a repository one may look at. */
  default Scopes scopes() {
    return Scopes.NONE;
  }

  /** Begins to read a repository again; what is under way already goes on. */
  void read(String repository);

  /**
   * Forgets a repository and what was read from it.
   *
   * @throws pilothouse.web.Refused while it is being read
   */
  void forget(String repository, Caller by, String why);
}
