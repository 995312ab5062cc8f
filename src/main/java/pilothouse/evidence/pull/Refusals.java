package pilothouse.evidence.pull;

/** Says what an answer that brings nothing means, and what mends it. */
final class Refusals {
  private Refusals() {}

  /** The answer, where it is one. */
  static Reply accepted(Reply reply, String host) {
    String path = reply.from().getPath();
    return switch (reply.status()) {
      case 200, 304 -> reply;
      case 401 ->
          throw PullTrouble.everywhere(
              "%s does not accept the token; make a new one and put it into the environment."
                  .formatted(host));
      case 403 ->
          throw PullTrouble.forbidden(
              "%s does not let this token read %s; give it the right to read, as docs/using.md says."
                  .formatted(host, path));
      case 404, 410 ->
          throw PullTrouble.here(
              "%s has nothing at %s, or the token may not see it; check the name and the token's rights."
                  .formatted(host, path));
      default ->
          throw PullTrouble.here(
              "%s answers %s with %d, which nobody foresaw; check --url."
                  .formatted(host, path, reply.status()));
    };
  }
}
