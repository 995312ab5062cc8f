package pilothouse.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote down.
 *
 * @param team whose leads read it; null where it is the author's alone
 * @param at when its words were kept
 */
public record Note(String id, @Nullable String team, String title, String text, Instant at) {

  /** Tells its words from others. */
  public String mark() {
    return Secret.hash(title + "\n" + text);
  }
}
