package pilothouse.accounts;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Where;

/**
 * A program that proves itself with a token: it may what the token says, where the token says, and
 * never more than whom the token belongs to.
 *
 * @param owner null for a token of the organisation
 */
record Program(
    String id,
    String name,
    Set<Permission> permissions,
    Set<Where> places,
    @Nullable Caller owner,
    Realm.View view)
    implements Caller {
  Program {
    permissions = Set.copyOf(permissions);
    places = Set.copyOf(places);
  }

  @Override
  public String behind() {
    return owner == null ? id : owner.id();
  }

  @Override
  public Set<String> selves() {
    return owner == null ? Set.of(id) : owner.selves();
  }

  @Override
  public boolean may(Permission permission, Where where) {
    if (permission.isOpen() || permission == Permission.KNOWN) {
      return true;
    }
    if (permission == Permission.NOTICES) {
      return permissions.contains(permission) && owner != null;
    }
    return permissions.contains(permission)
        && view.holds(places, where)
        && (owner == null || owner.may(permission, where));
  }
}
