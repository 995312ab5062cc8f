package pilothouse.web;

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

  /** The places that there are, whoever asks; forms offer those that their reader may change. */
  default Whereabouts places() {
    return new Nowhere();
  }
}
