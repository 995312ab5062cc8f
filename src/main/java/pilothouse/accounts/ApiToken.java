package pilothouse.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.web.Permission;
import pilothouse.web.Where;

/**
 * What a program proves itself with; the secret itself is kept nowhere.
 *
 * @param account whose it is; null where it belongs to the organisation
 * @param used the last day on which it was used, or null
 * @param ended when somebody ended it, or null
 */
public record ApiToken(
    String id,
    @Nullable String account,
    String name,
    Set<Permission> permissions,
    Set<Where> places,
    Instant at,
    String by,
    Instant ends,
    @Nullable LocalDate used,
    @Nullable Instant ended) {
  public ApiToken {
    permissions = Set.copyOf(permissions);
    places = Set.copyOf(places);
  }

  /** What it may, in words. */
  public String may() {
    return String.join(", ", permissions.stream().sorted().map(TokenWords::called).toList());
  }

  /** Where it may, in words. */
  public List<String> where() {
    return places.stream().map(Places::says).sorted().toList();
  }
}
