package pilothouse.systems;

import java.time.Instant;

/**
 * A repository that is looked at.
 *
 * @param name unique, as people see it
 * @param source the absolute path or the URL that it is read from
 * @param addedBy by what it was added: a command, or a person
 */
public record Repository(String name, String source, Instant addedAt, String addedBy) {

  /** Whether it has to be cloned before it can be read. */
  public boolean isRemote() {
    return Source.isUrl(source);
  }

  /** The source without user and password, as it may be shown. */
  public String shownSource() {
    return Source.shown(source);
  }
}
