package pilothouse.accounts.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections to a directory: under TLS with a certificate for the host that was named,
 * bounded in time and size, following no referral.
 */
final class LdapLine {
  private static final int LARGEST = 1 << 20;
  private static final int LONGEST = 300;
  private final LdapSettings settings;
  private final LDAPConnectionOptions options = new LDAPConnectionOptions();
  private @Nullable SSLSocketFactory sockets;

  LdapLine(LdapSettings settings) {
    this.settings = settings;
    int millis = settings.seconds() * 1_000;
    options.setConnectTimeoutMillis(millis);
    options.setResponseTimeoutMillis(millis);
    options.setMaxMessageSize(LARGEST);
    options.setFollowReferrals(false);
    options.setBindWithDNRequiresPassword(true);
    options.setUseSynchronousMode(true);
  }

  /** One as whoever searches. */
  LDAPConnection asUser() throws LDAPException {
    LDAPConnection opened = open();
    LdapSettings.User user = settings.user();
    if (user == null) {
      return opened;
    }
    try {
      opened.bind(user.dn().toString(), user.password());
      return opened;
    } catch (LDAPException e) {
      opened.close();
      throw new LDAPException(
          e.getResultCode(), "it does not let " + user + " in, who searches: " + plain(e), e);
    }
  }

  /** One as nobody, to the first server that answers. */
  LDAPConnection open() throws LDAPException {
    LDAPException silent = null;
    for (LdapSettings.Server server : settings.servers()) {
      try {
        return open(server);
      } catch (LDAPException e) {
        silent = new LDAPException(e.getResultCode(), server + ": " + plain(e), e);
      }
    }
    throw Objects.requireNonNull(silent);
  }

  private LDAPConnection open(LdapSettings.Server server) throws LDAPException {
    if (server.tls()) {
      return new LDAPConnection(sockets(), options, server.host(), server.port());
    }
    LDAPConnection opened = new LDAPConnection(options, server.host(), server.port());
    if (settings.plain()) {
      return opened;
    }
    try {
      ResultCode safe =
          opened.processExtendedOperation(new StartTLSExtendedRequest(sockets())).getResultCode();
      if (!safe.equals(ResultCode.SUCCESS)) {
        throw new LDAPException(safe, "it offers no TLS");
      }
      return opened;
    } catch (LDAPException e) {
      opened.close();
      throw e;
    }
  }

  private synchronized SSLSocketFactory sockets() throws LDAPException {
    SSLSocketFactory there = sockets;
    if (there == null) {
      try {
        SSLContext context = SSLContext.getInstance("TLS");
        TrustManagerFactory trust =
            TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store());
        context.init(null, trust.getTrustManagers(), null);
        there = new NamedSockets(context.getSocketFactory());
        sockets = there;
      } catch (GeneralSecurityException | IOException e) {
        throw new LDAPException(ResultCode.LOCAL_ERROR, "TLS cannot be used: " + e.getMessage(), e);
      }
    }
    return there;
  }

  /** The authorities that were named; null for those whom Java trusts. */
  private @Nullable KeyStore store() throws GeneralSecurityException, IOException {
    if (settings.trusted().isEmpty()) {
      return null;
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (int i = 0; i < settings.trusted().size(); i++) {
      store.setCertificateEntry("authority" + i, settings.trusted().get(i));
    }
    return store;
  }

  /** What a search found. */
  static List<SearchResultEntry> entries(SearchResult result) {
    List<SearchResultEntry> entries = result.getSearchEntries();
    return entries == null ? List.of() : entries;
  }

  /** What went wrong, in one line of bounded length. */
  static String plain(LDAPException e) {
    String text = e.getResultCode().getName() + ": " + e.getMessage();
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
