package pilothouse.accounts.saml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;
import pilothouse.accounts.proof.Proven;

/** What a signed assertion says of a person. */
final class Attributes {
  private static final String TRANSIENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";
  private static final String ADDRESS = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";
  private static final String OVERFLOW = "http://schemas.microsoft.com/claims/groups.link";
  private final SamlSettings settings;
  private final Element name;
  private final Map<String, List<String>> attributes = new LinkedHashMap<>();

  Attributes(SamlSettings settings, Element assertion) throws SamlTrouble {
    this.settings = settings;
    Element subject =
        Xml.one(assertion, Xml.ASSERTION, "Subject")
            .orElseThrow(() -> new SamlTrouble("it holds no Subject"));
    this.name =
        Xml.one(subject, Xml.ASSERTION, "NameID")
            .orElseThrow(() -> new SamlTrouble("it holds no NameID"));
    for (Element statement : Xml.children(assertion, Xml.ASSERTION, "AttributeStatement")) {
      for (Element attribute : Xml.children(statement, Xml.ASSERTION, "Attribute")) {
        List<String> values =
            attributes.computeIfAbsent(attribute.getAttribute("Name"), _ -> new ArrayList<>());
        for (Element value : Xml.children(attribute, Xml.ASSERTION, "AttributeValue")) {
          values.add(Xml.text(value));
        }
      }
    }
  }

  Proven proven() throws SamlTrouble {
    if (attributes.containsKey(OVERFLOW)) {
      throw new SamlTrouble(
          "the person has more groups than the provider puts into an answer; let it send only those"
              + " that are assigned to this application");
    }
    try {
      return new Proven(
          settings.provider(),
          subject(),
          email(),
          settings.vouches(),
          first(settings.name()),
          all(settings.groups()));
    } catch (IllegalArgumentException e) {
      throw new SamlTrouble("what the provider says cannot be taken: " + e.getMessage());
    }
  }

  private String subject() throws SamlTrouble {
    String attribute = settings.subject();
    if (attribute != null) {
      List<String> values = attributes.getOrDefault(attribute, List.of());
      if (values.size() != 1) {
        throw new SamlTrouble("it does not say one " + attribute);
      }
      return values.getFirst();
    }
    if (TRANSIENT.equals(name.getAttribute("Format"))) {
      throw new SamlTrouble(
          "the NameID is another one each time; let the provider send a persistent one, or name an attribute as “id”");
    }
    return Xml.text(name);
  }

  private String email() throws SamlTrouble {
    String told = first(settings.email());
    boolean isAddress = ADDRESS.equals(name.getAttribute("Format"));
    return told.isEmpty() && isAddress ? Xml.text(name) : told;
  }

  private String first(List<String> names) {
    List<String> all = all(names);
    return all.isEmpty() ? "" : all.getFirst();
  }

  /** The values of the first attribute that is there. */
  private List<String> all(List<String> names) {
    for (String one : names) {
      List<String> values = attributes.getOrDefault(one, List.of());
      if (!values.isEmpty()) {
        return values;
      }
    }
    return List.of();
  }
}
