package pilothouse.accounts;

import org.jspecify.annotations.Nullable;

/**
 * A role with whose it is.
 *
 * @param account null for a group
 * @param waits whether it is a group that nobody is in now
 */
public record RoleLine(Grant grant, @Nullable Account account, boolean waits) {
  /** Whose it is, in words. */
  public String who() {
    return account == null ? grant.subject() : account.name();
  }

  /** Where it holds, in words. */
  public String where() {
    return Places.says(grant.where());
  }
}
