package pilothouse.promises;

import java.time.Instant;

/**
 * That a promise and an issue elsewhere are about the same.
 *
 * @param url of the issue, as it was given
 * @param issue its natural key: {@code github.com/ferry/booking#issue/12}
 * @param comments whether a comment was asked for there when the promise ends
 * @param closes whether its closing was asked for, too
 */
public record IssueLink(
    String id,
    String promise,
    String url,
    String issue,
    boolean comments,
    boolean closes,
    Instant madeAt,
    String madeBy) {

  /** As people write it: {@code ferry/booking#12}. */
  public String name() {
    return issue.replaceFirst("^[^/]*/", "").replace("#issue/", "#");
  }
}
