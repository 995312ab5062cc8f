package pilothouse.accounts.saml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** What we say to a provider. */
final class Written {
  private static final String POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private Written() {}

  /** Writes into a document. */
  @FunctionalInterface
  private interface Writing {
    void to(XMLStreamWriter out) throws XMLStreamException;
  }

  /** That somebody wants to prove who they are. */
  static String request(String id, String entity, URI back, URI door, Instant now) {
    return document(out -> {
      out.writeStartElement("samlp", "AuthnRequest", Xml.PROTOCOL);
      out.writeNamespace("samlp", Xml.PROTOCOL);
      out.writeNamespace("saml", Xml.ASSERTION);
      out.writeAttribute("ID", id);
      out.writeAttribute("Version", "2.0");
      out.writeAttribute("IssueInstant", now.truncatedTo(ChronoUnit.SECONDS).toString());
      out.writeAttribute("Destination", door.toString());
      out.writeAttribute("ProtocolBinding", POST);
      out.writeAttribute("AssertionConsumerServiceURL", back.toString());
      out.writeStartElement("saml", "Issuer", Xml.ASSERTION);
      out.writeCharacters(entity);
      out.writeEndElement();
      out.writeEmptyElement("samlp", "NameIDPolicy", Xml.PROTOCOL);
      out.writeAttribute("AllowCreate", "true");
      out.writeEndElement();
    });
  }

  /** Who we are, and where answers are brought. */
  static String metadata(String entity, URI back) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + document(out -> {
          out.writeStartElement("md", "EntityDescriptor", Xml.METADATA);
          out.writeNamespace("md", Xml.METADATA);
          out.writeAttribute("entityID", entity);
          out.writeStartElement("md", "SPSSODescriptor", Xml.METADATA);
          out.writeAttribute("AuthnRequestsSigned", "false");
          out.writeAttribute("WantAssertionsSigned", "true");
          out.writeAttribute("protocolSupportEnumeration", Xml.PROTOCOL);
          out.writeEmptyElement("md", "AssertionConsumerService", Xml.METADATA);
          out.writeAttribute("Binding", POST);
          out.writeAttribute("Location", back.toString());
          out.writeAttribute("index", "0");
          out.writeAttribute("isDefault", "true");
          out.writeEndElement();
          out.writeEndElement();
        });
  }

  private static String document(Writing writing) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter out = FACTORY.createXMLStreamWriter(text);
      writing.to(out);
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text takes all that is written", e);
    }
    return text.toString();
  }

  /** As the redirect binding carries it: deflated, in Base64. */
  static String packed(String document) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try (var out = new DeflaterOutputStream(bytes, deflater)) {
      out.write(document.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
