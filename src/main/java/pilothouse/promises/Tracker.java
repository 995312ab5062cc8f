package pilothouse.promises;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows issues elsewhere, by what their forges told. */
public interface Tracker {
  /** Knows none. */
  Tracker NONE =
      new Tracker() {
        @Override
        public Optional<Named> named(String url) {
          return Optional.empty();
        }

        @Override
        public Map<String, State> states(Collection<String> issues) {
          return Map.of();
        }

        @Override
        public long version() {
          return 0;
        }
      };

  /**
   * What an address names.
   *
   * @param issue the natural key
   * @param path of its repository, as it was written
   */
  record Named(String issue, String host, String path, String number) {}

  /**
   * What is known of an issue.
   *
   * @param open null where nobody told
   * @param done whether it was closed as done
   * @param since when it was closed or opened again; null where nobody told
   * @param reopened whether it was closed before
   */
  record State(
      String title,
      @Nullable Boolean open,
      boolean done,
      @Nullable Instant since,
      boolean reopened) {}

  /** The issue at an address; empty where it is of none. */
  Optional<Named> named(String url);

  /** What its forge told of it; empty for nothing. */
  default Optional<State> state(String issue) {
    return Optional.ofNullable(states(List.of(issue)).get(issue));
  }

  /** The same of many, by issue; those of which nothing is told are left out. */
  Map<String, State> states(Collection<String> issues);

  /** Rises with everything that is told. */
  long version();
}
