package pilothouse.direction.bets;

import java.util.List;
import java.util.Optional;
import pilothouse.web.Caller;

/** Knows the outcomes that bets and milestones are for. */
public interface Outcomes {
  /** An outcome by its name, and where its page is. */
  record Outcome(String id, String title, String page) {}

  /** The one of this id, where the caller may see it. */
  Optional<Outcome> find(String id, Caller caller);

  /** Those that may be chosen. */
  List<Outcome> offered(Caller caller);

  /** The functions that somebody answers for one of them, and those that any may have. */
  List<String> functions();

  /** There are none. */
  static Outcomes none() {
    return new Outcomes() {
      @Override
      public Optional<Outcome> find(String id, Caller caller) {
        return Optional.empty();
      }

      @Override
      public List<String> functions() {
        return List.of();
      }

      @Override
      public List<Outcome> offered(Caller caller) {
        return List.of();
      }
    };
  }
}
