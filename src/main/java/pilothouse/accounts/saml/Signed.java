package pilothouse.accounts.saml;

import java.io.IOException;
import java.io.InputStream;
import java.security.PublicKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Believes of a response only what was signed: it gives back the very bytes whose hash the
 * signature holds, read anew. What stands beside them, or was moved there, is never looked at.
 */
final class Signed {
  private static final int LARGEST = 1 << 20;
  private static final String SECURE = "org.jcp.xml.dsig.secureValidation";
  private static final String CACHED = "javax.xml.crypto.dsig.cacheReference";
  private final List<PublicKey> keys;

  Signed(List<PublicKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * The one assertion of a response, as it was signed.
   *
   * @throws SamlTrouble where it is not signed, or there could be another one
   */
  Element assertion(Element response) throws SamlTrouble {
    refuseDoubt(response);
    Element there =
        Xml.one(response, Xml.ASSERTION, "Assertion")
            .orElseThrow(() -> new SamlTrouble("the response holds no assertion"));
    Element ofResponse = signed(response);
    Element ofAssertion = signed(there);
    if (ofAssertion != null) {
      return ofAssertion;
    }
    if (ofResponse == null) {
      throw new SamlTrouble("neither the response nor its assertion is signed");
    }
    return Xml.one(ofResponse, Xml.ASSERTION, "Assertion")
        .orElseThrow(() -> new SamlTrouble("the response holds no assertion"));
  }

  /**
   * Two assertions, an id twice, or a signature at another place: nobody could say what is meant.
   */
  private static void refuseDoubt(Element response) throws SamlTrouble {
    Tally tally = new Tally();
    tally.count(response);
    if (tally.encrypted > 0) {
      throw new SamlTrouble(
          "the assertion is encrypted, which is not read here: switch encryption off at the provider, and let it sign");
    }
    if (tally.assertions != 1) {
      throw new SamlTrouble(
          "the response holds " + tally.assertions + " assertions instead of one");
    }
    if (tally.misplaced) {
      throw new SamlTrouble(
          "a signature stands elsewhere than in the response or the assertion, or holds an object");
    }
  }

  /** What is in a response, wherever it stands. */
  private static final class Tally {
    private final Set<String> ids = new HashSet<>();
    private int assertions;
    private int encrypted;
    private boolean misplaced;

    private void count(Element element) throws SamlTrouble {
      String name = String.valueOf(element.getLocalName());
      assertions += name.equals("Assertion") ? 1 : 0;
      encrypted += name.startsWith("Encrypted") ? 1 : 0;
      if (name.equals("Signature")) {
        Node parent = element.getParentNode();
        misplaced |=
            !Xml.is(parent, Xml.PROTOCOL, "Response")
                && !Xml.is(parent, Xml.ASSERTION, "Assertion");
        misplaced |= !Xml.children(element, Xml.SIGNATURE, "Object").isEmpty();
      }
      for (String attribute : List.of("ID", "Id", "id")) {
        String id = Xml.attribute(element, attribute);
        if (id != null && !ids.add(id)) {
          throw new SamlTrouble("an id stands in it twice");
        }
      }
      for (Element child : Xml.children(element)) {
        count(child);
      }
    }
  }

  /** What an element's own signature covers, read anew; null where it has none. */
  private @Nullable Element signed(Element element) throws SamlTrouble {
    Optional<Element> signature = Xml.one(element, Xml.SIGNATURE, "Signature");
    if (signature.isEmpty()) {
      return null;
    }
    String id = Xml.attribute(element, "ID");
    if (id == null || id.isEmpty()) {
      throw new SamlTrouble("what is signed has no ID");
    }
    refuseWeak(signature.get(), "SignatureMethod", Keys.ALGORITHMS);
    refuseWeak(signature.get(), "DigestMethod", Keys.DIGESTS);
    for (PublicKey key : keys) {
      byte[] bytes = covered(element, signature.get(), id, key);
      if (bytes.length > 0) {
        Element read = Xml.read(bytes).getDocumentElement();
        if (!element.getNodeName().equals(read.getNodeName())
            || !String.valueOf(element.getNamespaceURI()).equals(read.getNamespaceURI())
            || !id.equals(Xml.attribute(read, "ID"))) {
          throw new SamlTrouble("the signature covers something else than where it stands");
        }
        return read;
      }
    }
    throw new SamlTrouble("the signature is by no key of the provider's metadata");
  }

  /** Says what the JDK would refuse too, without a word of what it was. */
  private static void refuseWeak(Element signature, String part, Set<String> taken)
      throws SamlTrouble {
    NodeList all = signature.getElementsByTagNameNS(Xml.SIGNATURE, part);
    for (int i = 0; i < all.getLength(); i++) {
      if (!taken.contains(((Element) all.item(i)).getAttribute("Algorithm"))) {
        throw new SamlTrouble(
            "it is signed by an algorithm that is not taken here, such as SHA-1; let the provider sign with RSA and SHA-256");
      }
    }
  }

  /** The bytes that a signature covers; none where it is by another key, or does not hold. */
  private static byte[] covered(Element element, Element signature, String id, PublicKey key)
      throws SamlTrouble {
    DOMValidateContext context = new DOMValidateContext(key, signature);
    context.setProperty(SECURE, true);
    context.setProperty(CACHED, true);
    context.setIdAttributeNS(element, null, "ID");
    try {
      XMLSignature read = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
      Reference reference = only(read.getSignedInfo(), id);
      if (!read.validate(context)) {
        return new byte[0];
      }
      try (InputStream in = reference.getDigestInputStream()) {
        return in == null ? new byte[0] : in.readNBytes(LARGEST);
      }
    } catch (MarshalException | XMLSignatureException | IOException | ClassCastException e) {
      if (e instanceof SamlTrouble trouble) {
        throw trouble;
      }
      throw new SamlTrouble("the signature cannot be looked at: " + e.getClass().getSimpleName());
    }
  }

  /** The one reference, which is to the element itself, by what is strong enough. */
  private static Reference only(SignedInfo info, String id) throws SamlTrouble {
    Reference reference = info.getReferences().getFirst();
    if (info.getReferences().size() != 1 || !("#" + id).equals(reference.getURI())) {
      throw new SamlTrouble("the signature does not refer to what it stands in alone");
    }
    if (!Keys.ALGORITHMS.contains(info.getSignatureMethod().getAlgorithm())
        || !Keys.DIGESTS.contains(reference.getDigestMethod().getAlgorithm())) {
      throw new SamlTrouble("it is signed by an algorithm that is not taken here");
    }
    boolean simple =
        info.getCanonicalizationMethod().getAlgorithm().equals(CanonicalizationMethod.EXCLUSIVE);
    for (Transform one : reference.getTransforms()) {
      simple &= Keys.TRANSFORMS.contains(one.getAlgorithm());
    }
    if (!simple || reference.getTransforms().size() != Keys.TRANSFORMS.size()) {
      throw new SamlTrouble("what is signed is changed by transforms that are not taken here");
    }
    return reference;
  }
}
