package pilothouse.accounts.saml;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.util.ssl.cert.CertException;
import com.unboundid.util.ssl.cert.PublicKeyAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.SignatureAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.X509Certificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLDecoder;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** An identity provider of SAML: signs by the JDK's own means, and can be bent at every place. */
public final class SamlHouse {
  public static final String ENTITY = "https://id.example.org/realms/main";
  public static final String DOOR = "https://id.example.org/realms/main/protocol/saml?client=x";
  private static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

  /** Made once: keys take a while. */
  private static final Key FIRST = key(2_048);

  private static final Key OTHER = key(2_048);
  private Key signing = FIRST;

  /** What is put in for each of these words of the templates. */
  public final Map<String, String> words = new LinkedHashMap<>();

  /** What the person's attributes are. */
  public final Map<String, List<String>> attributes = new LinkedHashMap<>();

  /** Changes the response's text before anything is signed. */
  public UnaryOperator<String> before = text -> text;

  /** Changes the response's document after it was signed. */
  public java.util.function.Consumer<Document> after = document -> {};

  /** Whether the assertion is signed, and whether the response is. */
  public boolean signsAssertion = true;

  public boolean signsResponse;

  /** By what it signs. */
  public String algorithm = RSA_SHA256;

  public String digest = DigestMethod.SHA256;
  public List<String> transforms = List.of(Transform.ENVELOPED, CanonicalizationMethod.EXCLUSIVE);

  private record Key(X509Certificate certificate, KeyPair pair) {}

  public SamlHouse(Instant now) {
    words.put("ISSUER", ENTITY);
    words.put("RESPONSE_ISSUER", ENTITY);
    words.put("STATUS", "urn:oasis:names:tc:SAML:2.0:status:Success");
    words.put("NAME_ID", "8c1f");
    words.put("FORMAT", "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent");
    words.put("NOW", now.toString());
    words.put("FROM", now.minusSeconds(5).toString());
    words.put("UNTIL", now.plusSeconds(300).toString());
    words.put("BROUGHT_UNTIL", now.plusSeconds(300).toString());
    words.put("METHOD", "urn:oasis:names:tc:SAML:2.0:cm:bearer");
    words.put("MORE_CONDITIONS", "");
    words.put("ASSERTION_ID", "_a" + System.nanoTime());
    words.put("RESPONSE_ID", "_r" + System.nanoTime());
    attributes.put("email", List.of("mara@ferry.example"));
    attributes.put("displayName", List.of("Mara Lind"));
    attributes.put("groups", List.of("crew", "pilots"));
  }

  private static Key key(int bits) {
    try {
      var made =
          X509Certificate.generateSelfSignedCertificate(
              SignatureAlgorithmIdentifier.SHA_256_WITH_RSA,
              PublicKeyAlgorithmIdentifier.RSA,
              bits,
              new DN("CN=id.example.org"),
              System.currentTimeMillis(),
              System.currentTimeMillis() + Duration.ofDays(30).toMillis());
      return new Key(
          Objects.requireNonNull(made.getFirst()), Objects.requireNonNull(made.getSecond()));
    } catch (CertException | com.unboundid.ldap.sdk.LDAPException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signs with a key that its metadata does not hold. */
  public void forge() {
    signing = OTHER;
  }

  /** What it says of itself. */
  public String metadata() {
    return metadata(FIRST);
  }

  /** The same with a key that is too short. */
  public static String weakMetadata() {
    return metadata(key(1_024));
  }

  private static String metadata(Key key) {
    return """
    <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="%s">
      <md:IDPSSODescriptor WantAuthnRequestsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
        <md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
          <ds:X509Data><ds:X509Certificate>%s</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
        <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://id.example.org/post"/>
        <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="%s"/>
      </md:IDPSSODescriptor>
    </md:EntityDescriptor>
    """
        .formatted(
            ENTITY,
            Base64.getMimeEncoder().encodeToString(key.certificate().getX509CertificateBytes()),
            DOOR);
  }

  /** The request that a browser was led away with. */
  public static Element request(URI there) {
    Map<String, String> asks = new LinkedHashMap<>();
    for (String one : there.getRawQuery().split("&", -1)) {
      String[] both = one.split("=", 2);
      asks.put(both[0], URLDecoder.decode(both[1], UTF_8));
    }
    byte[] packed = Base64.getDecoder().decode(asks.get("SAMLRequest"));
    try (var in = new InflaterInputStream(new ByteArrayInputStream(packed), new Inflater(true))) {
      return parsed(new String(in.readAllBytes(), UTF_8)).getDocumentElement();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The form's value that answers a request. */
  public String answer(Element request) {
    String issuer =
        request.getElementsByTagNameNS(Xml.ASSERTION, "Issuer").item(0).getTextContent();
    return answer(
        request.getAttribute("ID"), request.getAttribute("AssertionConsumerServiceURL"), issuer);
  }

  /** The same. */
  public String answer(String request, String address, String audience) {
    return coded(text(request, address, audience));
  }

  public static String coded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  /** The signed response, as text. */
  public String text(String request, String address, String audience) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("REQUEST", request);
    all.put("RESPONSE_TO", request);
    all.put("ADDRESS", address);
    all.put("RECIPIENT", address);
    all.put("AUDIENCE", audience);
    all.putAll(words);
    String text = RESPONSE.replace("@ATTRIBUTES@", told());
    for (Map.Entry<String, String> word : all.entrySet()) {
      text = text.replace("@" + word.getKey() + "@", word.getValue());
    }
    Document document = parsed(before.apply(text));
    Element response = document.getDocumentElement();
    Node assertion = document.getElementsByTagNameNS(Xml.ASSERTION, "Assertion").item(0);
    if (signsAssertion && assertion instanceof Element signed) {
      sign(signed);
    }
    if (signsResponse) {
      sign(response);
    }
    after.accept(document);
    return written(document);
  }

  private String told() {
    return attributes.entrySet().stream()
        .map(attribute ->
            "<saml:Attribute Name=\"%s\">%s</saml:Attribute>"
                .formatted(
                    attribute.getKey(),
                    attribute.getValue().stream()
                        .map(value -> "<saml:AttributeValue>" + value + "</saml:AttributeValue>")
                        .collect(Collectors.joining())))
        .collect(Collectors.joining("\n"));
  }

  private void sign(Element element) {
    try {
      XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
      List<Transform> all = transforms.stream().map(one -> transform(factory, one)).toList();
      SignedInfo info =
          factory.newSignedInfo(
              factory.newCanonicalizationMethod(
                  CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
              factory.newSignatureMethod(algorithm, null),
              List.of(
                  factory.newReference(
                      "#" + element.getAttribute("ID"),
                      factory.newDigestMethod(digest, null),
                      all,
                      null,
                      null)));
      Node issuer = element.getElementsByTagNameNS(Xml.ASSERTION, "Issuer").item(0);
      DOMSignContext context =
          new DOMSignContext(signing.pair().getPrivate(), element, issuer.getNextSibling());
      context.setDefaultNamespacePrefix("ds");
      context.setIdAttributeNS(element, null, "ID");
      context.setProperty("org.jcp.xml.dsig.secureValidation", false);
      factory.newXMLSignature(info, null).sign(context);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Transform transform(XMLSignatureFactory factory, String algorithm) {
    try {
      return factory.newTransform(algorithm, (TransformParameterSpec) null);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** A document as it stands in a text. */
  public static Document parsed(String text) {
    try {
      return DocumentBuilderFactory.newDefaultNSInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(text.getBytes(UTF_8)));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public static String written(Document document) {
    try {
      Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      StringWriter text = new StringWriter();
      transformer.transform(new DOMSource(document), new StreamResult(text));
      return text.toString();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static final String RESPONSE =
      """
      <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="@RESPONSE_ID@" Version="2.0" IssueInstant="@NOW@" Destination="@ADDRESS@" InResponseTo="@RESPONSE_TO@">
        <saml:Issuer>@RESPONSE_ISSUER@</saml:Issuer>
        <samlp:Status><samlp:StatusCode Value="@STATUS@"/></samlp:Status>
        <saml:Assertion ID="@ASSERTION_ID@" Version="2.0" IssueInstant="@NOW@">
          <saml:Issuer>@ISSUER@</saml:Issuer>
          <saml:Subject>
            <saml:NameID Format="@FORMAT@">@NAME_ID@</saml:NameID>
            <saml:SubjectConfirmation Method="@METHOD@">
              <saml:SubjectConfirmationData InResponseTo="@REQUEST@" Recipient="@RECIPIENT@" NotOnOrAfter="@BROUGHT_UNTIL@"/>
            </saml:SubjectConfirmation>
          </saml:Subject>
          <saml:Conditions NotBefore="@FROM@" NotOnOrAfter="@UNTIL@">
            <saml:AudienceRestriction><saml:Audience>@AUDIENCE@</saml:Audience></saml:AudienceRestriction>@MORE_CONDITIONS@
          </saml:Conditions>
          <saml:AuthnStatement AuthnInstant="@NOW@"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>
          <saml:AttributeStatement>@ATTRIBUTES@</saml:AttributeStatement>
        </saml:Assertion>
      </samlp:Response>
      """;
}
