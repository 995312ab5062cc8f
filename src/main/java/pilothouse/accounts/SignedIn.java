package pilothouse.accounts;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Where;

/** A person who signed in, with what the roles of that person allow. */
final class SignedIn implements Caller {
  private final Account account;
  private final String session;
  private final Realm.View view;
  private final Set<String> leads = new HashSet<>();
  private final Map<Permission, Set<Where>> held = new EnumMap<>(Permission.class);

  /**
   * Somebody.
   *
   * @param session the one that the request came through; empty for a token's owner
   */
  SignedIn(Account account, String session, List<Grant> grants, Realm realm) {
    this.account = account;
    this.session = session;
    this.view = realm.view();
    for (Grant grant : grants) {
      if (grant.role() == Role.LEAD && grant.where().kind() == Where.Kind.TEAM) {
        leads.add(grant.where().name());
      }
    }
    for (Permission permission : Permission.values()) {
      Set<Where> places = new HashSet<>();
      for (Grant grant : grants) {
        if (grant.role().may(permission)) {
          places.add(grant.where());
        }
      }
      held.put(permission, places);
    }
  }

  @Override
  public String id() {
    return account.id();
  }

  @Override
  public String name() {
    return account.name();
  }

  @Override
  public Set<String> selves() {
    String person = account.person();
    return person == null ? Set.of(account.id()) : Set.of(account.id(), person);
  }

  @Override
  public String account() {
    return account.id();
  }

  /** The session that the request came through. */
  String session() {
    return session;
  }

  /** The teams that this one leads, by name. */
  List<String> led() {
    return leads.stream().filter(this::leads).sorted().toList();
  }

  /** Whether this one holds the role of a lead at that very team. */
  boolean leads(String team) {
    return leads.contains(team) && may(Permission.CHANGE, Where.team(team));
  }

  @Override
  public boolean may(Permission permission, Where where) {
    return permission.isOpen()
        || permission == Permission.OWN
        || permission == Permission.KNOWN
        || permission == Permission.NOTICES
        || view.holds(held.getOrDefault(permission, Set.of()), where);
  }
}
