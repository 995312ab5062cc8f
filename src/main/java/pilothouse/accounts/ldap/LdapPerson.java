package pilothouse.accounts.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import pilothouse.accounts.proof.Proven;

/** What a directory says of a person whose password was right. */
final class LdapPerson {
  private static final int MOST_GROUPS = 1_000;
  private static final int DEEPEST = 10;
  private final LdapSettings settings;
  private final LDAPConnection asking;
  private final SearchResultEntry entry;

  LdapPerson(LdapSettings settings, LDAPConnection asking, SearchResultEntry entry) {
    this.settings = settings;
    this.asking = asking;
    this.entry = entry;
  }

  Proven proven() throws LDAPException, IOException {
    Set<String> groups = new LinkedHashSet<>();
    if (settings.groups().inEntry()) {
      named(groups);
    } else if (settings.groups().areSearched()) {
      searched(groups);
    }
    try {
      return new Proven(
          settings.provider(),
          id(),
          text(settings.email()),
          settings.vouches(),
          text(settings.name()),
          List.copyOf(groups));
    } catch (IllegalArgumentException e) {
      throw new IOException("what it says cannot be taken: " + e.getMessage(), e);
    }
  }

  /** What means this person for ever; ids of Active Directory are bytes and not text. */
  private String id() throws IOException {
    Attribute id = entry.getAttribute(settings.id());
    if (id == null || id.size() != 1) {
      throw new IOException(
          "it shows no single "
              + settings.id()
              + " of the person; let “id” name another attribute");
    }
    String name = settings.id().toLowerCase(Locale.ROOT);
    return name.equals("objectguid") || name.equals("objectsid")
        ? HexFormat.of().formatHex(id.getValueByteArray())
        : text(settings.id());
  }

  private String text(String name) {
    String text = entry.getAttributeValue(name);
    return text == null ? "" : text;
  }

  /** Those that the entry itself names; of each the name that its DN begins with. */
  private void named(Set<String> groups) throws LDAPException, IOException {
    for (Attribute attribute : entry.getAttributes()) {
      if (attribute.getName().toLowerCase(Locale.ROOT).startsWith("memberof;range")) {
        throw new IOException("it does not tell all groups at once; say “groups: search”");
      }
    }
    String[] all = entry.getAttributeValues(LdapGroups.MEMBER_OF);
    for (String one : all == null ? new String[0] : all) {
      DN dn = new DN(one);
      RDN first = dn.getRDN();
      if (first != null
          && dn.isDescendantOf(settings.groups().base(), false)
          && first.getAttributeValues().length == 1
          && first.hasAttribute(settings.groups().name())) {
        groups.add(first.getAttributeValues()[0]);
      }
    }
  }

  private void searched(Set<String> groups) throws LDAPException, IOException {
    LdapGroups where = settings.groups();
    List<String> members =
        where.byLogin() ? List.of(text(settings.logins().getFirst())) : List.of(entry.getDN());
    Set<DN> seen = new HashSet<>();
    for (int depth = 0; depth < DEEPEST && !members.isEmpty(); depth++) {
      List<String> more = new ArrayList<>();
      for (SearchResultEntry group : holding(members)) {
        String name = group.getAttributeValue(where.name());
        if (seen.add(group.getParsedDN()) && name != null) {
          groups.add(name);
          more.add(group.getDN());
        }
      }
      if (seen.size() > MOST_GROUPS) {
        throw new IOException("the person is in more than " + MOST_GROUPS + " groups");
      }
      members = where.nested() ? more : List.of();
    }
  }

  private List<SearchResultEntry> holding(List<String> members) throws LDAPException {
    LdapGroups where = settings.groups();
    List<Filter> any =
        members.stream().map(one -> Filter.createEqualityFilter(where.member(), one)).toList();
    return LdapLine.entries(
        asking.search(
            new SearchRequest(
                where.base().toString(),
                SearchScope.SUB,
                DereferencePolicy.NEVER,
                MOST_GROUPS,
                settings.seconds(),
                false,
                Filter.createANDFilter(where.filter(), Filter.createORFilter(any)),
                where.name())));
  }
}
