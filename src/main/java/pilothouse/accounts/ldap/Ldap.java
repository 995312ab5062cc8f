package pilothouse.accounts.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import pilothouse.accounts.proof.Proven;

/**
 * One directory that knows passwords: finds who is meant, and lets that one's own password prove
 * it. Whether somebody is unknown or mistypes, it is asked the same: one search, one password.
 */
public final class Ldap {
  private static final int LONGEST = 255;
  private static final int AT_ONCE = 16;

  /** What a directory answers where a password does not let its owner in. */
  private static final Set<ResultCode> WRONG =
      Set.of(
          ResultCode.INVALID_CREDENTIALS,
          ResultCode.NO_SUCH_OBJECT,
          ResultCode.INAPPROPRIATE_AUTHENTICATION,
          ResultCode.UNWILLING_TO_PERFORM,
          ResultCode.CONSTRAINT_VIOLATION,
          ResultCode.INSUFFICIENT_ACCESS_RIGHTS);

  private final LdapSettings settings;
  private final LdapLine line;
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  public Ldap(LdapSettings settings) {
    this.settings = settings;
    this.line = new LdapLine(settings);
  }

  /**
   * Who it is.
   *
   * @return empty where the login is not known, means several, or the password is another one
   * @throws IOException in words for the log, where the directory gives no answer
   */
  public Optional<Proven> proven(String login, String password) throws IOException {
    // An empty password would not be looked at: RFC 4513 lets anybody in with it as nobody.
    if (password.isEmpty() || login.isBlank() || login.length() > LONGEST) {
      return Optional.empty();
    }
    return inTurn(() -> {
      try (LDAPConnection asking = line.asUser()) {
        SearchResultEntry entry = found(asking, login);
        DN dn = entry == null ? nobody() : entry.getParsedDN();
        if (!fits(dn, password) || entry == null) {
          return Optional.empty();
        }
        return Optional.of(new LdapPerson(settings, asking, entry).proven());
      }
    });
  }

  /**
   * Asks it for what the base is.
   *
   * @throws IOException in words for who looks after it
   */
  public void look() throws IOException {
    inTurn(() -> {
      try (LDAPConnection asking = line.asUser()) {
        if (asking.getEntry(settings.base().toString(), "objectClass") == null) {
          throw new IOException("it shows no entry at " + settings.base());
        }
        return true;
      }
    });
  }

  /** Something that is asked. */
  @FunctionalInterface
  private interface Question<T> {
    T asked() throws LDAPException, IOException;
  }

  private <T> T inTurn(Question<T> question) throws IOException {
    try {
      if (!turns.tryAcquire(settings.seconds(), TimeUnit.SECONDS)) {
        throw new IOException("too many wait for it already");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("it was stopped while it waited", e);
    }
    try {
      return question.asked();
    } catch (LDAPException e) {
      throw new IOException(LdapLine.plain(e), e);
    } finally {
      turns.release();
    }
  }

  /** The one entry with that login; null where there is none, or more than one. */
  private @Nullable SearchResultEntry found(LDAPConnection asking, String login)
      throws LDAPException {
    SearchRequest request =
        new SearchRequest(
            settings.base().toString(),
            SearchScope.SUB,
            DereferencePolicy.NEVER,
            2,
            settings.seconds(),
            false,
            settings.called(login),
            settings.wanted());
    try {
      List<SearchResultEntry> found = LdapLine.entries(asking.search(request));
      return found.size() == 1 ? found.getFirst() : null;
    } catch (LDAPSearchException e) {
      if (e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
        return null;
      }
      throw e;
    }
  }

  /** Where nobody is: a password that is tried there takes the way that a wrong one takes. */
  private DN nobody() {
    return new DN(new RDN("cn", UUID.randomUUID().toString()), settings.base());
  }

  private boolean fits(DN dn, String password) throws LDAPException {
    try (LDAPConnection proving = line.open()) {
      proving.bind(dn.toString(), password);
      return true;
    } catch (LDAPException e) {
      if (WRONG.contains(e.getResultCode())) {
        return false;
      }
      // What the directory says of somebody who signs in may name them.
      throw new LDAPException(e.getResultCode(), "it let nobody prove a password", e);
    }
  }
}
