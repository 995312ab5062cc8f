package pilothouse.accounts.saml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import pilothouse.accounts.proof.Wire;

/**
 * What an identity provider says of itself in its metadata.
 *
 * @param entity how it is called
 * @param door where a browser is sent
 * @param certificates with the keys that it signs with, of which each does
 */
record Issuer(String entity, URI door, List<X509Certificate> certificates) {
  private static final int LONGEST = 1_024;
  private static final int MOST = 20;
  private static final String REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";

  Issuer {
    certificates = List.copyOf(certificates);
  }

  /** Reads its metadata. */
  static Issuer of(String metadata) throws SamlTrouble {
    Element root = Xml.read(metadata.getBytes(UTF_8)).getDocumentElement();
    List<Element> entities = new ArrayList<>();
    gather(root, entities);
    List<Element> providers =
        entities.stream()
            .filter(one -> !Xml.children(one, Xml.METADATA, "IDPSSODescriptor").isEmpty())
            .toList();
    if (providers.size() != 1) {
      throw new SamlTrouble("it describes no identity provider, or more than one");
    }
    Element entity = providers.getFirst();
    Element role = Xml.one(entity, Xml.METADATA, "IDPSSODescriptor").orElseThrow();
    String name = Xml.attribute(entity, "entityID");
    if (name == null || name.isBlank() || name.length() > LONGEST) {
      throw new SamlTrouble("it has no entityID");
    }
    return new Issuer(name, door(role), certificates(role));
  }

  private static void gather(Element from, List<Element> entities) {
    if (Xml.is(from, Xml.METADATA, "EntityDescriptor")) {
      entities.add(from);
    } else if (Xml.is(from, Xml.METADATA, "EntitiesDescriptor")) {
      Xml.children(from).forEach(child -> gather(child, entities));
    }
  }

  private static URI door(Element role) throws SamlTrouble {
    for (Element service : Xml.children(role, Xml.METADATA, "SingleSignOnService")) {
      if (REDIRECT.equals(service.getAttribute("Binding"))) {
        try {
          URI door = new URI(service.getAttribute("Location"));
          if (Wire.isSafe(door)) {
            return door;
          }
        } catch (URISyntaxException _) {
          // said below
        }
      }
    }
    throw new SamlTrouble(
        "it has no SingleSignOnService with the binding HTTP-Redirect at an https:// address");
  }

  private static List<X509Certificate> certificates(Element role) throws SamlTrouble {
    List<X509Certificate> all = new ArrayList<>();
    for (Element key : Xml.children(role, Xml.METADATA, "KeyDescriptor")) {
      String use = Xml.attribute(key, "use");
      if (use == null || use.equals("signing")) {
        for (Element info : Xml.children(key, Xml.SIGNATURE, "KeyInfo")) {
          for (Element data : Xml.children(info, Xml.SIGNATURE, "X509Data")) {
            for (Element one : Xml.children(data, Xml.SIGNATURE, "X509Certificate")) {
              all.add(certificate(Xml.text(one)));
            }
          }
        }
      }
    }
    if (all.isEmpty() || all.size() > MOST) {
      throw new SamlTrouble("it has no certificate for signing, or more than " + MOST);
    }
    return all;
  }

  private static X509Certificate certificate(String text) throws SamlTrouble {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(text);
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(bytes));
      if (Keys.isStrong(certificate.getPublicKey())) {
        return certificate;
      }
    } catch (CertificateException | IllegalArgumentException _) {
      // said below
    }
    throw new SamlTrouble(
        "a certificate for signing cannot be read, or its key is neither RSA of 2048 bits nor of a curve of 256");
  }

  List<PublicKey> keys() {
    return certificates.stream().map(X509Certificate::getPublicKey).toList();
  }

  /** When the last of its certificates ends; null where none does. */
  @Nullable Instant ends() {
    return certificates.stream()
        .map(one -> one.getNotAfter().toInstant())
        .max(Instant::compareTo)
        .orElse(null);
  }
}
