package pilothouse.accounts.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.accounts.proof.Field;
import pilothouse.accounts.proof.Given;

/**
 * What the settings say of a directory.
 *
 * @param plain whether it is asked without TLS
 * @param trusted who signs its certificates; empty for those whom Java trusts
 * @param user who searches; null for nobody
 * @param filter what an entry must be beside having the login
 * @param logins the attributes that people type one of
 * @param id the attribute that means one person for ever
 * @param vouches whether each address of the directory counts as verified
 * @param seconds how long each step may take
 */
public record LdapSettings(
    String provider,
    List<Server> servers,
    boolean plain,
    List<X509Certificate> trusted,
    @Nullable User user,
    DN base,
    Filter filter,
    List<String> logins,
    String id,
    String email,
    String name,
    LdapGroups groups,
    boolean vouches,
    int seconds) {
  /** All that can be said of one, beside what all kinds have. */
  public static final List<Field> KNOWN =
      List.of(
          new Field(
              "url",
              "`ldaps://host:636`, or `ldap://host:389` with StartTLS; several with commas between: the next is asked where one is silent.",
              ""),
          new Field("base", "Where the people are: `ou=people,dc=example,dc=org`.", ""),
          new Field("user", "Who searches: a DN that may read people and groups.", "nobody"),
          new Field("password_file", "The file that holds that one's password.", "none"),
          new Field(
              "login",
              "The attribute that people type; several with commas between: `uid, mail`.",
              "`uid`"),
          new Field(
              "filter",
              "What else an entry must be, as a filter of LDAP.",
              "`(objectClass=person)`"),
          new Field(
              "id",
              "The attribute that means one person for ever; `objectGUID` in Active Directory.",
              "`entryUUID`"),
          new Field("email", "The attribute of the e-mail address.", "`mail`"),
          new Field("name", "The attribute of the name that others see.", "`cn`"),
          new Field(
              "groups",
              "Where groups stand: `memberOf`, in the person's entry; `search`, in entries of their own; `none`.",
              "`memberOf`"),
          new Field("group_base", "Where the groups are; others do not count.", "`base`"),
          new Field(
              "group_filter",
              "With `search`: what an entry must be, as a filter.",
              "`(objectClass=groupOfNames)`"),
          new Field(
              "group_member",
              "With `search`: the attribute that names the members by DN; `memberUid` names them by login.",
              "`member`"),
          new Field("group_name", "The attribute that a group is called by.", "`cn`"),
          new Field(
              "nested",
              "`true`, with `search`: who is in a group is in those that the group is in.",
              "`false`"),
          new Field(
              "vouches",
              "`true` where nobody can change their own address there: only then an address finds or makes an account.",
              "`false`"),
          new Field(
              "ca_file",
              "A PEM file with the authorities that sign the directory's certificate.",
              "those that Java trusts"),
          new Field(
              "plain",
              "`true`: `ldap://` without TLS, so that everybody on the way reads the passwords.",
              "`false`"),
          new Field("seconds", "How long each step may take, from 1 to 30.", "5"));

  /** Where it listens. */
  record Server(String host, int port, boolean tls) {
    @Override
    public String toString() {
      return (tls ? "ldaps://" : "ldap://") + host + ":" + port;
    }
  }

  /** Who searches. */
  record User(DN dn, String password) {
    @Override
    public String toString() {
      return dn.toString();
    }
  }

  public LdapSettings {
    servers = List.copyOf(servers);
    trusted = List.copyOf(trusted);
    logins = List.copyOf(logins);
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException in a sentence that says what is wrong
   */
  public static LdapSettings of(Given given) {
    LdapReading reading = new LdapReading(given);
    DN base = reading.dn("base", "");
    return new LdapSettings(
        given.provider(),
        reading.servers(),
        given.yes("plain", false),
        reading.trusted(),
        reading.user(),
        base,
        reading.filter("filter", "(objectClass=person)"),
        reading.attributes("login", "uid"),
        reading.attribute("id", "entryUUID"),
        reading.attribute("email", "mail"),
        reading.attribute("name", "cn"),
        LdapGroups.of(given, reading, base),
        given.yes("vouches", false),
        reading.seconds());
  }

  /** The attributes of a person that are read. */
  String[] wanted() {
    String[] all = {id, email, name, groups.inEntry() ? LdapGroups.MEMBER_OF : id};
    String[] wanted = Arrays.copyOf(all, all.length + logins.size());
    for (int i = 0; i < logins.size(); i++) {
      wanted[all.length + i] = logins.get(i);
    }
    return Arrays.stream(wanted).distinct().toArray(String[]::new);
  }

  /** Whose login that is. */
  Filter called(String login) {
    List<Filter> any =
        logins.stream().map(name -> Filter.createEqualityFilter(name, login)).toList();
    return Filter.createANDFilter(filter, Filter.createORFilter(any));
  }

  @Override
  public String toString() {
    return "LDAP at " + servers.getFirst();
  }
}
