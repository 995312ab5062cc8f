package pilothouse.accounts.ldap;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldif.LDIFException;
import com.unboundid.util.ssl.cert.CertException;
import com.unboundid.util.ssl.cert.PublicKeyAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.SignatureAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.X509Certificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A directory on this machine with real LDAP, and TLS by a certificate for localhost. */
public final class LdapHouse implements AutoCloseable {
  public static final String BASE = "dc=ferry,dc=example";
  public static final String PEOPLE = "ou=people," + BASE;
  public static final String GROUPS = "ou=groups," + BASE;
  public static final String SEARCHER = "cn=pilothouse," + BASE;
  public static final String SECRET = "what the searcher knows";
  public static final String PASSWORD = "nine buoys in the fog";
  private static final Tls TLS = tls();
  private final InMemoryDirectoryServer server;
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  private record Tls(SSLContext context, String pem) {}

  public LdapHouse() {
    try {
      InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
      InetAddress here = InetAddress.getLoopbackAddress();
      config.setListenerConfigs(
          InMemoryListenerConfig.createLDAPConfig(
              "ldap", here, 0, TLS.context().getSocketFactory()),
          InMemoryListenerConfig.createLDAPSConfig(
              "ldaps", here, 0, TLS.context().getServerSocketFactory(), null),
          InMemoryListenerConfig.createLDAPConfig("bare", here, 0, null));
      config.addAdditionalBindCredentials(SEARCHER, SECRET);
      config.setAuthenticationRequiredOperationTypes(OperationType.SEARCH);
      config.setSchema(null);
      config.addInMemoryOperationInterceptor(new Listening());
      server = new InMemoryDirectoryServer(config);
      server.startListening();
      server.add(BASE, new Attribute("objectClass", "domain"), new Attribute("dc", "ferry"));
      server.add(PEOPLE, new Attribute("objectClass", "organizationalUnit"));
      server.add(GROUPS, new Attribute("objectClass", "organizationalUnit"));
      person("mara", "Mara Lind", "mara@ferry.example");
      asked.clear();
    } catch (LDAPException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Notes what it is asked, in the order in which it is. */
  private final class Listening extends InMemoryOperationInterceptor {
    @Override
    public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request) {
      String dn = request.getRequest().getBindDN();
      asked.add("bind " + (dn.startsWith("cn=") && !dn.equals(SEARCHER) ? "nobody" : dn));
    }

    @Override
    public void processSearchRequest(InMemoryInterceptedSearchRequest request) {
      asked.add("search " + request.getRequest().getFilter());
    }
  }

  private static Tls tls() {
    try {
      long now = System.currentTimeMillis();
      var made =
          X509Certificate.generateSelfSignedCertificate(
              SignatureAlgorithmIdentifier.SHA_256_WITH_RSA,
              PublicKeyAlgorithmIdentifier.RSA,
              2_048,
              new DN("CN=localhost"),
              now - Duration.ofDays(1).toMillis(),
              now + Duration.ofDays(30).toMillis());
      PrivateKey key = Objects.requireNonNull(made.getSecond()).getPrivate();
      X509Certificate own = Objects.requireNonNull(made.getFirst());
      Certificate certificate =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(own.getX509CertificateBytes()));
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("here", key, new char[0], new Certificate[] {certificate});
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, new char[0]);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return new Tls(context, own.toPEMString());
    } catch (GeneralSecurityException | IOException | LDAPException | CertException e) {
      throw new IllegalStateException(e);
    }
  }

  /** With StartTLS. */
  public String ldap() {
    return "ldap://localhost:" + server.getListenPort("ldap");
  }

  /** Under TLS from the first byte. */
  public String ldaps() {
    return "ldaps://localhost:" + server.getListenPort("ldaps");
  }

  /** By a name that its certificate is not for. */
  public String misnamed() {
    return "ldaps://127.0.0.1:" + server.getListenPort("ldaps");
  }

  /** Where it offers no TLS. */
  public String bare() {
    return "ldap://localhost:" + server.getListenPort("bare");
  }

  /** The authority of its certificate. */
  public Path authority(Path folder) throws IOException {
    return Files.writeString(folder.resolve("authority.pem"), TLS.pem());
  }

  /** The file with the searcher's password. */
  public Path secret(Path folder) throws IOException {
    return Files.writeString(folder.resolve("searcher.secret"), SECRET + "\n");
  }

  /** Somebody new, with the password that all have. */
  public void person(String uid, String name, String email, Attribute... more) {
    List<Attribute> all = new ArrayList<>(List.of(more));
    all.add(new Attribute("objectClass", "person", "inetOrgPerson"));
    all.add(new Attribute("uid", uid));
    all.add(new Attribute("cn", name));
    all.add(new Attribute("mail", email));
    all.add(new Attribute("number", "id of " + uid));
    all.add(new Attribute("userPassword", PASSWORD));
    add("uid=" + uid + "," + PEOPLE, all);
  }

  /** A group with members by DN. */
  public void group(String name, String... members) {
    add(
        "cn=" + name + "," + GROUPS,
        List.of(
            new Attribute("objectClass", "groupOfNames"),
            new Attribute("cn", name),
            new Attribute("member", members)));
  }

  /** An entry of any kind. */
  public void add(String dn, List<Attribute> attributes) {
    try {
      server.add(dn, attributes);
    } catch (LDAPException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Says something else of an entry. */
  public void change(String... ldif) {
    try {
      server.modify(ldif);
    } catch (LDAPException | LDIFException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What it was asked since the last time. */
  public List<String> asked() {
    synchronized (asked) {
      List<String> all = List.copyOf(asked);
      asked.clear();
      return all;
    }
  }

  /** Answers nobody any more. */
  public void stop() {
    server.shutDown(true);
  }

  @Override
  public void close() {
    stop();
  }
}
