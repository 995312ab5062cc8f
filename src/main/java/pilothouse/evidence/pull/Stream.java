package pilothouse.evidence.pull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A list of a repository's things, the newest first, page by page. */
public interface Stream {
  /** As people call it: {@code changes}. */
  String name();

  /**
   * The question for a page.
   *
   * @param token what the page before said; null for the first
   */
  Ask page(@Nullable String token);

  /** What is on a page. */
  Page read(Reply reply, Wire wire) throws InterruptedException;

  /**
   * How much of what was read before is read again: things that are listed by their beginning may
   * have ended since.
   */
  Duration overlap();
}
