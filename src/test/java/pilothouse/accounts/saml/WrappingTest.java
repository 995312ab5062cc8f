package pilothouse.accounts.saml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.PublicKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A signature that holds is moved beside a forged assertion, in every way that is known: what is
 * given back was signed, or nothing is.
 */
class WrappingTest {
  private static final String EVIL = "captain";
  private static final Map<String, Consumer<Document>> WAYS = ways();

  static List<String> names() {
    return List.copyOf(WAYS.keySet());
  }

  private static Map<String, Consumer<Document>> ways() {
    Map<String, Consumer<Document>> ways = new LinkedHashMap<>();
    ways.put("a forged one before", document -> before(document, forged(document, true)));
    ways.put("a forged one after", document -> after(document, forged(document, true)));
    ways.put("a forged one of the same id", document -> before(document, forged(document, false)));
    ways.put(
        "the signed one inside the forged one",
        document -> {
          Element evil = forged(document, true);
          Element good = assertion(document);
          response(document).replaceChild(evil, good);
          evil.appendChild(good);
        });
    ways.put(
        "the signature in the forged one, the signed one in its object",
        document -> {
          Element good = assertion(document);
          Element evil = signedLike(document, good);
          Element object = document.createElementNS(Xml.SIGNATURE, "ds:Object");
          object.appendChild(good);
          evil.getFirstChild().appendChild(object);
        });
    ways.put(
        "the signature in the forged one, the signed one in extensions",
        document -> {
          Element good = assertion(document);
          Element evil = signedLike(document, good);
          Element extensions = document.createElementNS(Xml.PROTOCOL, "samlp:Extensions");
          extensions.appendChild(good);
          response(document).insertBefore(extensions, evil);
        });
    ways.put(
        "the signed one under another name beside the forged one",
        document -> {
          Element good = assertion(document);
          Element evil = signedLike(document, good);
          Element extensions = document.createElementNS(Xml.PROTOCOL, "samlp:Extensions");
          extensions.appendChild(document.renameNode(good, "urn:other", "x:Thing"));
          response(document).insertBefore(extensions, evil);
        });
    ways.put(
        "an assertion of another namespace",
        document -> {
          Element evil = forged(document, true);
          document.renameNode(evil, "urn:other", "saml:Assertion");
          before(document, evil);
        });
    ways.put(
        "the signed response inside a forged one",
        document -> {
          Element good = response(document);
          Element evil = (Element) good.cloneNode(true);
          evil.setAttribute("ID", "_evil");
          name((Element) evil.getElementsByTagNameNS(Xml.ASSERTION, "Assertion").item(0));
          document.replaceChild(evil, good);
          evil.appendChild(good);
        });
    ways.put(
        "the id at another element",
        document -> {
          Element evil = assertion(document);
          Element status = document.createElementNS(Xml.PROTOCOL, "samlp:Extensions");
          status.setAttribute("ID", evil.getAttribute("ID"));
          response(document).insertBefore(status, evil);
          name(evil);
        });
    return ways;
  }

  private static Element response(Document document) {
    return document.getDocumentElement();
  }

  private static Element assertion(Document document) {
    return (Element) document.getElementsByTagNameNS(Xml.ASSERTION, "Assertion").item(0);
  }

  private static Element signature(Document document) {
    return (Element) assertion(document).getElementsByTagNameNS(Xml.SIGNATURE, "Signature").item(0);
  }

  private static Element forged(Document document, boolean renamed) {
    Element evil = (Element) assertion(document).cloneNode(true);
    Node signature = evil.getElementsByTagNameNS(Xml.SIGNATURE, "Signature").item(0);
    evil.removeChild(signature);
    if (renamed) {
      evil.setAttribute("ID", "_evil");
    }
    name(evil);
    return evil;
  }

  /** A forged one in the signed one's place, with its signature. */
  private static Element signedLike(Document document, Element good) {
    Element evil = forged(document, true);
    Node signature = good.removeChild(signature(document));
    response(document).replaceChild(evil, good);
    evil.insertBefore(signature, evil.getFirstChild());
    return evil;
  }

  private static void name(Element assertion) {
    assertion.getElementsByTagNameNS(Xml.ASSERTION, "NameID").item(0).setTextContent(EVIL);
  }

  private static void before(Document document, Element evil) {
    response(document).insertBefore(evil, assertion(document));
  }

  private static void after(Document document, Element evil) {
    response(document).appendChild(evil);
  }

  private static Signed signed(SamlHouse house) throws SamlTrouble {
    List<PublicKey> keys = Issuer.of(house.metadata()).keys();
    return new Signed(keys);
  }

  private static Element read(SamlHouse house) throws SamlTrouble {
    return Xml.read(
            house
                .text("_1", "https://a", "https://b")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .getDocumentElement();
  }

  @ParameterizedTest
  @MethodSource("names")
  void nothingForgedIsGivenBack(String way) {
    for (boolean wholly : new boolean[] {false, true}) {
      SamlHouse house = new SamlHouse(Instant.parse("2026-11-21T09:00:00Z"));
      house.signsResponse = wholly;
      house.after = Objects.requireNonNull(WAYS.get(way));
      String message =
          String.valueOf(
              assertThrows(SamlTrouble.class, () -> signed(house).assertion(read(house)))
                  .getMessage());
      assertFalse(message.contains(EVIL), message);
    }
  }

  @Test
  void whatIsGivenBackIsWhatWasHashed() throws SamlTrouble {
    SamlHouse house = new SamlHouse(Instant.parse("2026-11-21T09:00:00Z"));
    Element read = read(house);
    Element back = signed(house).assertion(read);
    assertNotSame(read.getOwnerDocument(), back.getOwnerDocument(), "read anew from those bytes");
    assertEquals(
        "8c1f", back.getElementsByTagNameNS(Xml.ASSERTION, "NameID").item(0).getTextContent());
    assertEquals(
        0,
        back.getElementsByTagNameNS(Xml.SIGNATURE, "Signature").getLength(),
        "without the signature, which covers itself never");
  }
}
