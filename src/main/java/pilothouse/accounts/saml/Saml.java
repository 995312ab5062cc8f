package pilothouse.accounts.saml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import pilothouse.accounts.proof.Attempt;
import pilothouse.accounts.proof.Wire;

/** One identity provider of SAML: sends people there, and believes what they bring back. */
public final class Saml {
  private static final Duration FRESH = Duration.ofHours(1);
  private static final String SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success";
  private static final List<String> DECLINED =
      List.of(
          "urn:oasis:names:tc:SAML:2.0:status:AuthnFailed",
          "urn:oasis:names:tc:SAML:2.0:status:RequestDenied");
  private final SamlSettings settings;
  private final Wire wire;
  private final InstantSource clock;
  private @Nullable Issuer known;
  private Instant at = Instant.MIN;

  public Saml(SamlSettings settings, Wire wire, InstantSource clock) {
    this.settings = settings;
    this.wire = wire;
    this.clock = clock;
  }

  /**
   * Who we are there.
   *
   * @param metadata the address of our own metadata
   * @param back where a browser brings the answer
   */
  public record Self(URI metadata, URI back) {}

  /**
   * Where a browser goes to prove who sits before it.
   *
   * @throws IOException in words for the log
   */
  public URI begin(Attempt attempt, Self self) throws IOException {
    Issuer issuer = issuer();
    String asks =
        Written.request(
            id(attempt.state()), entity(self), self.back(), issuer.door(), clock.instant());
    String glue = issuer.door().getRawQuery() == null ? "?" : "&";
    return URI.create(
        issuer.door() + glue + Wire.coded(Map.of("SAMLRequest", Written.packed(asks))));
  }

  /** What a provider needs to know of us, as XML. */
  public String metadata(Self self) {
    return Written.metadata(entity(self), self.back());
  }

  private String entity(Self self) {
    return Objects.requireNonNullElse(settings.entity(), self.metadata().toString());
  }

  /** A try's name, as XML takes it for an id. */
  private static String id(String state) {
    return "_" + state;
  }

  /**
   * Who it is that brings an answer.
   *
   * @param sent as the form has it
   * @throws IOException in words for the log, without anything that was sent
   */
  public Answered answered(String sent, Self self) throws IOException {
    Issuer issuer = issuer();
    Expected expected =
        new Expected(issuer.entity(), entity(self), self.back().toString(), clock.instant());
    Element response = response(sent);
    check(response, expected);
    Element signed = new Signed(issuer.keys()).assertion(response);
    Assertion.Holding holding = new Assertion(signed, expected).checked();
    if (!holding.request().equals(Xml.attribute(response, "InResponseTo"))
        || !holding.request().startsWith("_")) {
      throw new SamlTrouble("the response and its assertion answer different requests");
    }
    return new Answered(
        new Attributes(settings, signed).proven(),
        holding.request().substring(1),
        issuer.entity() + " " + holding.id(),
        holding.until());
  }

  private static Element response(String sent) throws SamlTrouble {
    try {
      Element root =
          Xml.read(Base64.getMimeDecoder().decode(sent.getBytes(UTF_8))).getDocumentElement();
      if (Xml.is(root, Xml.PROTOCOL, "Response")) {
        return root;
      }
    } catch (IllegalArgumentException _) {
      // said below
    }
    throw new SamlTrouble("what was sent is no response of SAML 2.0");
  }

  /** What the response says around the assertion: none of it may be of another place. */
  private static void check(Element response, Expected expected) throws SamlTrouble {
    String destination = Xml.attribute(response, "Destination");
    if (destination != null && !destination.equals(expected.address())) {
      throw new SamlTrouble("it is sent to another address than " + expected.address());
    }
    var issuer = Xml.one(response, Xml.ASSERTION, "Issuer");
    if (issuer.isPresent() && !Xml.text(issuer.get()).equals(expected.issuer())) {
      throw new SamlTrouble("the response is by another issuer than the metadata names");
    }
    Element status =
        Xml.one(response, Xml.PROTOCOL, "Status")
            .orElseThrow(() -> new SamlTrouble("it holds no Status"));
    Element code =
        Xml.one(status, Xml.PROTOCOL, "StatusCode")
            .orElseThrow(() -> new SamlTrouble("it holds no StatusCode"));
    if (!SUCCESS.equals(Xml.attribute(code, "Value"))) {
      throw refused(code);
    }
  }

  private static SamlTrouble refused(Element code) throws SamlTrouble {
    Element inner = Xml.one(code, Xml.PROTOCOL, "StatusCode").orElse(code);
    String value = inner.getAttribute("Value");
    String word = value.replaceFirst(".*:", "");
    return new SamlTrouble(
        "the provider says " + (word.matches("[A-Za-z]{1,60}") ? word : "an error"),
        DECLINED.contains(value));
  }

  /**
   * Looks at what the provider says of itself.
   *
   * @return when the last of its certificates ends
   * @throws IOException in words for who looks after it
   */
  public @Nullable Instant look() throws IOException {
    return issuer().ends();
  }

  /** What the file says, or what was read within the hour. */
  private Issuer issuer() throws IOException {
    Issuer told = settings.described();
    return told == null ? asked() : told;
  }

  private synchronized Issuer asked() throws IOException {
    Issuer there = known;
    Instant now = clock.instant();
    if (there == null || now.isAfter(at.plus(FRESH))) {
      URI address = Objects.requireNonNull(settings.description());
      Wire.Reply reply = wire.fetch(address, Map.of("Accept", "application/samlmetadata+xml, */*"));
      if (reply.status() != 200) {
        throw new IOException(address + " answers with " + reply.status());
      }
      there = Issuer.of(reply.body());
      known = there;
      at = now;
    }
    return there;
  }
}
