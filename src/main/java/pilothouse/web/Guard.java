package pilothouse.web;

import java.util.List;

/** Knows who asks. */
@FunctionalInterface
public interface Guard {
  /** Lets everybody be the only person. */
  Guard ONLY_YOU = _ -> Caller.onlyYou();

  /**
   * Who asks, by what the request carries; {@link Caller#nobody} where it proves nothing.
   *
   * @throws Refused when what it carries is no proof (any more)
   */
  Caller who(Request request);

  /** The places where somebody may do that, for forms. */
  default List<Whereabouts.Known> places(Caller caller, Permission permission) {
    return List.of();
  }
}
