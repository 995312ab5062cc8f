package pilothouse.accounts.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import pilothouse.accounts.proof.Given;

/**
 * Where a directory says who is in which group.
 *
 * @param way one of the three words that the settings know
 * @param base groups elsewhere do not count
 * @param member the attribute of a group's entry that names its members
 * @param name the attribute that a group is called by
 * @param nested whether groups are in groups
 */
record LdapGroups(String way, DN base, Filter filter, String member, String name, boolean nested) {
  static final String MEMBER_OF = "memberOf";

  static LdapGroups of(Given given, LdapReading reading, DN base) {
    String way = given.choice("groups", MEMBER_OF, "search", "none");
    for (String name : new String[] {"group_filter", "group_member", "nested"}) {
      if (given.has(name) && !way.equals("search")) {
        throw given.wrong("“" + name + "” needs “groups: search”");
      }
    }
    LdapGroups groups =
        new LdapGroups(
            way,
            reading.dn("group_base", base.toString()),
            reading.filter("group_filter", "(objectClass=groupOfNames)"),
            reading.attribute("group_member", "member"),
            reading.attribute("group_name", "cn"),
            given.yes("nested", false));
    if (groups.nested && groups.byLogin()) {
      throw given.wrong("“nested” does not go with memberUid, which names no groups");
    }
    return groups;
  }

  /** Whether the person's entry names them. */
  boolean inEntry() {
    return way.equals(MEMBER_OF);
  }

  /** Whether they have entries of their own that are searched. */
  boolean areSearched() {
    return way.equals("search");
  }

  /** Whether members are named by login rather than by DN. */
  boolean byLogin() {
    return member.equalsIgnoreCase("memberUid");
  }
}
