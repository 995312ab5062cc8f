package pilothouse.systems;

import java.util.List;
import java.util.Optional;
import pilothouse.text.Sentence;

/**
 * The registered repositories that a name may mean.
 *
 * @param found one where it is clear, several where it is not, none where none fits
 * @param why in a sentence
 */
public record RepositoryMatch(List<Repository> found, Sentence why) {
  public RepositoryMatch {
    found = List.copyOf(found);
  }

  /** The one that is meant; empty where none fits or several do: nothing is guessed. */
  public Optional<Repository> one() {
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }
}
