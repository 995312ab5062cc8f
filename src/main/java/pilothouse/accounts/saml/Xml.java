package pilothouse.accounts.saml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads XML that somebody sent: no DTD, no entities, nothing from elsewhere, nothing too deep. */
final class Xml {
  static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
  static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";
  static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";
  static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";
  private static final String LIMITS = "jdk.xml.";
  private static final DocumentBuilderFactory FACTORY = factory();

  private Xml() {}

  private static DocumentBuilderFactory factory() {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's own parser knows these", e);
    }
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    factory.setAttribute(LIMITS + "maxElementDepth", "40");
    factory.setAttribute(LIMITS + "elementAttributeLimit", "40");
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    return factory;
  }

  /** The document of those bytes. */
  static Document read(byte[] bytes) throws SamlTrouble {
    try {
      DocumentBuilder builder = builder();
      builder.setErrorHandler(new Strict());
      return builder.parse(new ByteArrayInputStream(bytes));
    } catch (SAXException | IOException _) {
      throw new SamlTrouble("it is no XML that can be taken: broken, too deep, or with a DTD");
    }
  }

  private static synchronized DocumentBuilder builder() {
    try {
      return FACTORY.newDocumentBuilder();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's own parser knows this", e);
    }
  }

  /** Whether it is that element. */
  static boolean is(Node node, String space, String name) {
    return node instanceof Element
        && space.equals(node.getNamespaceURI())
        && name.equals(node.getLocalName());
  }

  /** Its children that are elements. */
  static List<Element> children(Element parent) {
    List<Element> all = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        all.add(element);
      }
    }
    return all;
  }

  /** Its children that are called so. */
  static List<Element> children(Element parent, String space, String name) {
    return children(parent).stream().filter(child -> is(child, space, name)).toList();
  }

  /** The only child that is called so; empty where there is none. */
  static Optional<Element> one(Element parent, String space, String name) throws SamlTrouble {
    List<Element> all = children(parent, space, name);
    if (all.size() > 1) {
      throw new SamlTrouble("it holds more than one " + name);
    }
    return all.stream().findFirst();
  }

  /** An attribute, or null. */
  static @Nullable String attribute(Element element, String name) {
    return element.hasAttribute(name) ? element.getAttribute(name) : null;
  }

  /** All of an element's text; nothing but text may be in it. */
  static String text(Element element) throws SamlTrouble {
    StringBuilder text = new StringBuilder();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (!(node instanceof Text)) {
        throw new SamlTrouble("a " + element.getLocalName() + " holds more than text");
      }
      text.append(node.getNodeValue());
    }
    return text.toString().strip();
  }

  /** Says nothing on the terminal, and lets nothing pass. */
  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      // a document that can be read
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
