package pilothouse.web;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * What the server proves itself with over TLS: two PEM files, read anew when they change, so that a
 * renewed certificate needs no restart. One that cannot be read leaves the one before in force.
 */
public final class Certificate {
  private static final Logger LOG = System.getLogger(Certificate.class.getName());
  private static final long REST = TimeUnit.SECONDS.toNanos(1);
  private static final char[] NO_PASSWORD = {};
  private final Path chain;
  private final Path key;
  private final AtomicLong looked = new AtomicLong(System.nanoTime());
  private volatile Loaded loaded;

  private record Loaded(X509ExtendedKeyManager keys, List<FileTime> of) {}

  private Certificate(Path chain, Path key) {
    this.chain = chain;
    this.key = key;
    this.loaded = load();
  }

  /**
   * The certificate in one file, with those that lead to its root, and its key in another.
   *
   * @throws BadCertificate when they cannot be read or do not belong together
   */
  public static Certificate of(Path chain, Path key) {
    return new Certificate(chain, key);
  }

  /** For connections, which ask for the newest certificate each time. */
  SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {new Newest()}, null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java speaks no TLS", e);
    }
  }

  private Loaded load() {
    List<FileTime> of = List.of(changed(chain), changed(key));
    List<X509Certificate> certificates = Pem.certificates(chain);
    PrivateKey secret = Pem.key(key);
    if (!Pem.belongs(secret, certificates.getFirst())) {
      throw new BadCertificate(
          "The key in %s is not that of the first certificate in %s; name the two files that belong together, the server's own certificate first."
              .formatted(key, chain));
    }
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load((InputStream) null, NO_PASSWORD);
      store.setKeyEntry(
          "server", secret, NO_PASSWORD, certificates.toArray(X509Certificate[]::new));
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store, NO_PASSWORD);
      return new Loaded((X509ExtendedKeyManager) factory.getKeyManagers()[0], of);
    } catch (GeneralSecurityException | IOException e) {
      throw new BadCertificate(
          "The certificate in %s cannot be used (%s).".formatted(chain, e.getMessage()));
    }
  }

  private static FileTime changed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException _) {
      throw Pem.unreadable(file);
    }
  }

  /** Looks at the files again, at most once a second. */
  private X509ExtendedKeyManager newest() {
    long before = looked.get();
    long now = System.nanoTime();
    if (now - before >= REST && looked.compareAndSet(before, now)) {
      try {
        if (!List.of(changed(chain), changed(key)).equals(loaded.of())) {
          loaded = load();
          LOG.log(Level.INFO, "the certificate was read anew");
        }
      } catch (BadCertificate e) {
        LOG.log(Level.WARNING, "the certificate before stays in force: " + e.getMessage());
      }
    }
    return loaded.keys();
  }

  /** Hands every question to the newest. */
  private final class Newest extends X509ExtendedKeyManager {
    @Override
    public String @Nullable [] getServerAliases(String type, Principal[] issuers) {
      return newest().getServerAliases(type, issuers);
    }

    @Override
    public @Nullable String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
      return newest().chooseServerAlias(type, issuers, socket);
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
        String type, Principal[] issuers, SSLEngine engine) {
      return newest().chooseEngineServerAlias(type, issuers, engine);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
      return loaded.keys().getCertificateChain(alias);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
      return loaded.keys().getPrivateKey(alias);
    }

    @Override
    public String @Nullable [] getClientAliases(String type, Principal[] issuers) {
      return null;
    }

    @Override
    public @Nullable String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
      return null;
    }
  }
}
