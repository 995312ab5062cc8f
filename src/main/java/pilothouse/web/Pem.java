package pilothouse.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Certificates and keys as tools write them: Base64 between lines that say what it is. */
final class Pem {
  private static final long LARGEST = 1 << 20;
  private static final Pattern KEY =
      Pattern.compile(
          "-----BEGIN ([A-Z ]*)PRIVATE KEY-----([A-Za-z0-9+/=\\s]*)-----END \\1PRIVATE KEY-----");
  private static final List<String> KINDS = List.of("EC", "RSA", "Ed25519", "Ed448");
  private static final byte[] PROOF = "pilothouse".getBytes(StandardCharsets.US_ASCII);

  private Pem() {}

  /** The certificates of a file, in its order; at least one. */
  static List<X509Certificate> certificates(Path file) {
    try {
      var in = new ByteArrayInputStream(text(file).getBytes(StandardCharsets.UTF_8));
      List<X509Certificate> all =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!all.isEmpty()) {
        return all;
      }
    } catch (CertificateException _) {
      // refused below, like a file without any
    }
    throw new BadCertificate(
        "The file %s holds no certificate; put the chain there in PEM form, the server's own certificate first."
            .formatted(file));
  }

  /** The private key of a file. */
  static PrivateKey key(Path file) {
    Matcher found = KEY.matcher(text(file));
    if (!found.find()) {
      throw new BadCertificate(
          "The file %s holds no private key; put it there in PEM form.".formatted(file));
    }
    PrivateKey key = found.group(1).isEmpty() ? decoded(found.group(2)) : null;
    if (key == null) {
      throw new BadCertificate(
          "The private key in %s is encrypted or in an old form; openssl pkcs8 -topk8 -nocrypt -in KEY -out NEW makes one that can be read."
              .formatted(file));
    }
    return key;
  }

  private static @Nullable PrivateKey decoded(String base64) {
    for (String kind : KINDS) {
      try {
        byte[] bytes = Base64.getMimeDecoder().decode(base64);
        return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(bytes));
      } catch (GeneralSecurityException | IllegalArgumentException _) {
        // not of this kind
      }
    }
    return null;
  }

  /** Whether what the key signs is known by the certificate. */
  static boolean belongs(PrivateKey key, X509Certificate certificate) {
    try {
      PublicKey open = certificate.getPublicKey();
      String kind =
          switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
          };
      Signature signing = Signature.getInstance(kind);
      signing.initSign(key);
      signing.update(PROOF);
      byte[] signed = signing.sign();
      Signature proving = Signature.getInstance(kind);
      proving.initVerify(open);
      proving.update(PROOF);
      return proving.verify(signed);
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) <= LARGEST) {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
      }
    } catch (IOException | UncheckedIOException _) {
      throw unreadable(file);
    }
    throw new BadCertificate("The file %s is larger than 1 MiB.".formatted(file));
  }

  static BadCertificate unreadable(Path file) {
    return new BadCertificate(
        "The file %s cannot be read; make it readable for the user that runs Pilothouse."
            .formatted(file));
  }
}
