package pilothouse.accounts;

import java.util.List;

/** An account with its roles, for a list. */
public record AccountLine(Account account, List<Grant> grants) {
  public AccountLine {
    grants = List.copyOf(grants);
  }
}
