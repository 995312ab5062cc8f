package pilothouse.views;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What there is to aim at, and what a team answers for. */
public interface Scopes {
  /** Nothing but the organisation. */
  Scopes NONE =
      new Scopes() {
        @Override
        public List<Aim.Named> teams() {
          return List.of();
        }

        @Override
        public Set<String> systems(String team, LocalDate day) {
          return Set.of();
        }

        @Override
        public List<Home> homes(String team, LocalDate day) {
          return List.of();
        }
      };

  /**
   * Where a system lives.
   *
   * @param repository the name of one that is registered; empty where it lives in none
   * @param folder empty for all of the repository
   */
  record Home(String system, String repository, String folder) {}

  /** The teams, by title. */
  List<Aim.Named> teams();

  /** The systems that a team answers for on a day. */
  Set<String> systems(String team, LocalDate day);

  /** Where those systems live. */
  List<Home> homes(String team, LocalDate day);
}
