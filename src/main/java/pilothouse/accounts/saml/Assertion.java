package pilothouse.accounts.saml;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * A signed assertion, looked at as the web browser profile of SAML 2.0 asks for: from the provider,
 * for us, to this address, in time, and in answer to a request.
 */
final class Assertion {
  private static final Duration LEEWAY = Duration.ofSeconds(60);
  private static final Duration OLDEST = Duration.ofMinutes(10);
  private static final String BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
  private static final Set<String> CONDITIONS =
      Set.of("AudienceRestriction", "OneTimeUse", "ProxyRestriction");
  private final Element root;
  private final Expected expected;

  Assertion(Element root, Expected expected) {
    this.root = root;
    this.expected = expected;
  }

  /**
   * To what it answers, and until when it holds.
   *
   * @param id of the assertion
   * @param request the id of ours
   */
  record Holding(String id, String request, Instant until) {}

  /** Looks at all of it. */
  Holding checked() throws SamlTrouble {
    if (!"2.0".equals(Xml.attribute(root, "Version"))) {
      throw new SamlTrouble("it is no assertion of SAML 2.0");
    }
    if (!expected.issuer().equals(Xml.text(needed(root, "Issuer")))) {
      throw new SamlTrouble("the assertion is by another issuer than the metadata names");
    }
    Instant made = instant(root, "IssueInstant");
    if (made == null
        || made.isAfter(expected.now().plus(LEEWAY))
        || made.isBefore(expected.now().minus(OLDEST).minus(LEEWAY))) {
      throw new SamlTrouble("it was made at another time: compare the clocks");
    }
    conditions();
    signedIn();
    return confirmed();
  }

  private void conditions() throws SamlTrouble {
    Element conditions = needed(root, "Conditions");
    inTime(conditions);
    int audiences = 0;
    for (Element condition : Xml.children(conditions)) {
      String name = condition.getLocalName();
      if (!Xml.is(condition, Xml.ASSERTION, name) || !CONDITIONS.contains(name)) {
        throw new SamlTrouble("it holds under a condition that is not known here");
      }
      if (name.equals("AudienceRestriction")) {
        audiences++;
        refuseOther(condition);
      }
    }
    if (audiences == 0) {
      throw new SamlTrouble("it does not say for whom it is made out");
    }
  }

  private void refuseOther(Element restriction) throws SamlTrouble {
    for (Element audience : Xml.children(restriction, Xml.ASSERTION, "Audience")) {
      if (Xml.text(audience).equals(expected.audience())) {
        return;
      }
    }
    throw new SamlTrouble("it is made out to another audience than " + expected.audience());
  }

  private void inTime(Element limits) throws SamlTrouble {
    Instant from = instant(limits, "NotBefore");
    Instant until = instant(limits, "NotOnOrAfter");
    if ((from != null && from.isAfter(expected.now().plus(LEEWAY)))
        || (until != null && !until.isAfter(expected.now().minus(LEEWAY)))) {
      throw new SamlTrouble("it does not hold at this time: compare the clocks");
    }
  }

  /** That somebody signed in there, and that this is not over. */
  private void signedIn() throws SamlTrouble {
    List<Element> statements = Xml.children(root, Xml.ASSERTION, "AuthnStatement");
    if (statements.isEmpty()) {
      throw new SamlTrouble("it does not say that anybody signed in");
    }
    for (Element statement : statements) {
      Instant over = instant(statement, "SessionNotOnOrAfter");
      if (over != null && !over.isAfter(expected.now().minus(LEEWAY))) {
        throw new SamlTrouble("the session at the provider is over");
      }
    }
  }

  /** The confirmation by who brings it: one at least must hold in every part. */
  private Holding confirmed() throws SamlTrouble {
    SamlTrouble why = new SamlTrouble("nothing confirms that who brings it is meant");
    for (Element one :
        Xml.children(needed(root, "Subject"), Xml.ASSERTION, "SubjectConfirmation")) {
      if (BEARER.equals(Xml.attribute(one, "Method"))) {
        try {
          return holding(needed(one, "SubjectConfirmationData"));
        } catch (SamlTrouble e) {
          why = e;
        }
      }
    }
    throw why;
  }

  private Holding holding(Element data) throws SamlTrouble {
    Instant until = instant(data, "NotOnOrAfter");
    String request = Xml.attribute(data, "InResponseTo");
    String id = Xml.attribute(root, "ID");
    if (until == null || data.hasAttribute("NotBefore")) {
      throw new SamlTrouble("it does not say until when it may be brought");
    }
    inTime(data);
    if (!expected.address().equals(Xml.attribute(data, "Recipient"))) {
      throw new SamlTrouble("it is to be brought to another address than " + expected.address());
    }
    if (request == null || request.isEmpty()) {
      throw new SamlTrouble("it answers no request: signing in begins here, not at the provider");
    }
    if (id == null || id.isEmpty()) {
      throw new SamlTrouble("it has no ID");
    }
    return new Holding(id, request, until.plus(LEEWAY));
  }

  private static Element needed(Element parent, String name) throws SamlTrouble {
    return Xml.one(parent, Xml.ASSERTION, name)
        .orElseThrow(() -> new SamlTrouble("it holds no " + name));
  }

  /** A moment, as SAML writes it; null where there is none. */
  private static @Nullable Instant instant(Element element, String name) throws SamlTrouble {
    String text = Xml.attribute(element, name);
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException _) {
      throw new SamlTrouble("its " + name + " is no moment with a zone");
    }
  }
}
