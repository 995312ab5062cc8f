package pilothouse.accounts.ldap;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.accounts.proof.Given;

/** Reads what the settings say of a directory: DNs, filters, attributes, addresses. */
final class LdapReading {
  private static final String ATTRIBUTE = "[A-Za-z][A-Za-z0-9-]{0,60}|[0-9]+(\\.[0-9]+)*";
  private static final int MOST_SERVERS = 10;
  private static final int LONGEST_SECONDS = 30;
  private final Given given;

  LdapReading(Given given) {
    this.given = given;
  }

  List<LdapSettings.Server> servers() {
    List<LdapSettings.Server> servers = new ArrayList<>();
    for (String one : given.text("url").split(",", -1)) {
      servers.add(server(one.strip()));
    }
    if (servers.size() > MOST_SERVERS) {
      throw given.wrong("“url” names more than " + MOST_SERVERS + " servers");
    }
    return servers;
  }

  private LdapSettings.Server server(String text) {
    try {
      URI url = new URI(text);
      String scheme = String.valueOf(url.getScheme());
      boolean bare =
          url.getHost() != null
              && url.getRawUserInfo() == null
              && url.getRawQuery() == null
              && url.getRawFragment() == null
              && url.getRawPath().matches("/?");
      if (bare && (scheme.equals("ldap") || scheme.equals("ldaps"))) {
        boolean tls = scheme.equals("ldaps");
        String host = url.getHost().replaceAll("[\\[\\]]", "");
        return new LdapSettings.Server(
            host, url.getPort() > 0 ? url.getPort() : tls ? 636 : 389, tls);
      }
    } catch (URISyntaxException _) {
      // said below
    }
    throw given.wrong("“url” is neither ldaps://host:636 nor ldap://host:389 alone");
  }

  LdapSettings.@Nullable User user() {
    if (given.has("user") != given.has("password_file")) {
      throw given.wrong("“user” and “password_file” belong together");
    }
    return given.has("user")
        ? new LdapSettings.User(dn("user", ""), given.contents("password_file"))
        : null;
  }

  DN dn(String name, String usual) {
    try {
      DN dn = new DN(usual.isEmpty() ? given.text(name) : given.text(name, usual));
      if (!dn.isNullDN()) {
        return dn;
      }
    } catch (LDAPException _) {
      // said below
    }
    throw given.wrong("“" + name + "” is no DN such as ou=people,dc=example,dc=org");
  }

  Filter filter(String name, String usual) {
    try {
      return Filter.create(given.text(name, usual));
    } catch (LDAPException _) {
      throw given.wrong("“" + name + "” is no filter such as (objectClass=person)");
    }
  }

  String attribute(String name, String usual) {
    String attribute = given.text(name, usual);
    if (!attribute.matches(ATTRIBUTE)) {
      throw given.wrong("“" + name + "” is no name of an attribute");
    }
    return attribute;
  }

  List<String> attributes(String name, String usual) {
    List<String> all = new ArrayList<>();
    for (String one : given.text(name, usual).split(",", -1)) {
      if (!one.strip().matches(ATTRIBUTE)) {
        throw given.wrong("“" + name + "” is no name of an attribute, nor several with commas");
      }
      all.add(one.strip());
    }
    return all;
  }

  int seconds() {
    String text = given.text("seconds", "5");
    if (!text.matches("[0-9]{1,2}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > LONGEST_SECONDS) {
      throw given.wrong("“seconds” is no number from 1 to " + LONGEST_SECONDS);
    }
    return Integer.parseInt(text);
  }

  List<X509Certificate> trusted() {
    if (!given.has("ca_file")) {
      return List.of();
    }
    byte[] text = given.contents("ca_file").getBytes(UTF_8);
    try {
      List<X509Certificate> all =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(text))
              .stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!all.isEmpty()) {
        return all;
      }
    } catch (CertificateException _) {
      // said below
    }
    throw given.wrong("the file of “ca_file” holds no certificate in PEM form");
  }
}
