package pilothouse.evidence.tests;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Gulps;
import pilothouse.text.Texts;

/**
 * Walks through XML from start tag to start tag. No entity is replaced, nothing outside is opened,
 * and what is nested too deep or swallows too much is refused.
 */
final class Xml {
  private static final int DEPTH = 90;
  private static final XMLInputFactory FACTORY = factory();
  private final Gulps gulps;
  private final XMLStreamReader reader;
  private int depth;

  private Xml(Gulps gulps, XMLStreamReader reader) {
    this.gulps = gulps;
    this.reader = reader;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver((id, system, base, space) -> InputStream.nullInputStream());
    return factory;
  }

  /** Opens it and goes to the root's start tag. */
  static Xml open(InputStream in) {
    Gulps gulps = new Gulps(in);
    try {
      Xml xml = new Xml(gulps, FACTORY.createXMLStreamReader(gulps));
      xml.next();
      return xml;
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /** Goes on to the next start or end tag: true for a start, false for an end. */
  boolean next() {
    try {
      while (reader.hasNext()) {
        gulps.swallowed();
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            if (++depth > DEPTH) {
              throw new BadFile(
                  Texts.kept("kept.xml.its-elements-are-nested-deeper", DEPTH, line()),
                  Texts.kept("kept.xml.no-report-of-tests-is"));
            }
            return true;
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            return false;
          }
          case XMLStreamConstants.ENTITY_REFERENCE ->
              throw new BadFile(
                  Texts.kept("kept.xml.it-uses-an-entity-of", reader.getLocalName(), line()),
                  Texts.kept("kept.xml.entities-are-not-replaced-for"));
          default -> {
            // texts, comments and the like say nothing here
          }
        }
      }
      return false;
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  private static BadFile broken(XMLStreamException e) {
    if (e.getNestedException() instanceof IOException io && io.getCause() instanceof BadFile bad) {
      return bad;
    }
    long line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
    String says = String.valueOf(e.getMessage()).replaceAll("(?s).*Message:\\s*", "").strip();
    return new BadFile(
        Texts.kept(
            "kept.xml.it-is-no-sound-xml",
            line > 0 ? ", line " + line : "",
            says,
            says.endsWith(".") ? "" : "."),
        Texts.kept("kept.xml.make-the-report-again-it"));
  }

  boolean isOver() {
    return depth <= 0;
  }

  /** How many elements are open, the root being the first. */
  int depth() {
    return depth;
  }

  long line() {
    return reader.getLocation().getLineNumber();
  }

  /** The name of the element whose tag was read last. */
  String name() {
    return reader.getLocalName();
  }

  /** An attribute of the start tag; null when it is missing or blank. */
  @Nullable String attribute(String name) {
    String value = reader.getAttributeValue(null, name);
    return value == null || value.isBlank() ? null : value.strip();
  }
}
