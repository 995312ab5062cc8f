package pilothouse.accounts.saml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import pilothouse.accounts.proof.Attempt;
import pilothouse.accounts.proof.Given;
import pilothouse.accounts.proof.Proven;
import pilothouse.accounts.proof.Wire;

/**
 * What a provider of SAML sends is believed where all of it holds, and refused where any does not.
 */
class SamlTest {
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final Saml.Self SELF =
      new Saml.Self(
          URI.create("https://pilothouse.example.org/sign-in/metadata/company"),
          URI.create("https://pilothouse.example.org/sign-in/back/company"));
  @TempDir Path folder;
  private final SamlHouse house = new SamlHouse(NOW);
  private final Attempt attempt = Attempt.fresh(new SecureRandom());
  private Saml saml;

  @BeforeEach
  void begins() throws IOException {
    saml = saml();
  }

  private Saml saml(String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("metadata.xml"), house.metadata());
    Map<String, String> given = new HashMap<>(Map.of("metadata_file", file.toString()));
    for (int i = 0; i < more.length; i += 2) {
      given.put(more[i], more[i + 1]);
    }
    return new Saml(
        SamlSettings.of(new Given("providers.yaml", "company", given, SamlSettings.KNOWN)),
        new Wire(),
        InstantSource.fixed(NOW));
  }

  private String sent() throws IOException {
    return house.answer(SamlHouse.request(saml.begin(attempt, SELF)));
  }

  private Proven proven() throws IOException {
    return saml.answered(sent(), SELF).proven();
  }

  /** Why it is refused. */
  private String refused() {
    return message(() -> saml.answered(sent(), SELF));
  }

  private static String message(org.junit.jupiter.api.function.Executable what) {
    return String.valueOf(assertThrows(SamlTrouble.class, what).getMessage());
  }

  private static void assertSays(String says, String message) {
    assertTrue(message.contains(says), message);
  }

  @Test
  void theRequestSaysWhoAsksAndWhereTo() throws IOException {
    URI there = saml.begin(attempt, SELF);
    assertTrue(there.toString().startsWith(SamlHouse.DOOR + "&SAMLRequest="), there.toString());
    Element request = SamlHouse.request(there);
    assertEquals("_" + attempt.state(), request.getAttribute("ID"));
    assertEquals(SELF.back().toString(), request.getAttribute("AssertionConsumerServiceURL"));
    assertEquals(SamlHouse.DOOR, request.getAttribute("Destination"));
    assertFalse(there.toString().contains("RelayState"), "where to go stays in the browser");
    assertFalse(there.toString().contains(attempt.secret()));
  }

  @Test
  void ourMetadataSaysWhoWeAre() throws IOException {
    Element entity = SamlHouse.parsed(saml.metadata(SELF)).getDocumentElement();
    assertEquals(SELF.metadata().toString(), entity.getAttribute("entityID"));
    assertTrue(saml.metadata(SELF).contains("Location=\"" + SELF.back() + "\""));
    assertEquals(
        "urn:pilothouse",
        SamlHouse.parsed(saml("entity", "urn:pilothouse").metadata(SELF))
            .getDocumentElement()
            .getAttribute("entityID"));
  }

  @ParameterizedTest
  @CsvSource({"true,false", "false,true", "true,true"})
  void whatIsSignedIsBelieved(boolean assertion, boolean response) throws IOException {
    house.signsAssertion = assertion;
    house.signsResponse = response;
    Answered answered = saml.answered(sent(), SELF);
    Proven mara = answered.proven();
    assertEquals(attempt.state(), answered.state());
    assertEquals("company", mara.provider());
    assertEquals("8c1f", mara.subject());
    assertEquals("mara@ferry.example", mara.email());
    assertEquals("Mara Lind", mara.name());
    assertEquals(List.of("crew", "pilots"), mara.groups());
    assertFalse(mara.emailVerified(), "unless the file says so");
  }

  @Test
  void whatTheFileNamesIsTaken() throws IOException {
    house.attributes.put("oid", List.of("77"));
    house.attributes.put("address", List.of("other@ferry.example"));
    house.attributes.put("roles", List.of("captains"));
    saml = saml("id", "oid", "email", "address", "groups", "roles", "vouches", "true");
    Proven mara = proven();
    assertEquals("77", mara.subject());
    assertEquals("other@ferry.example", mara.email());
    assertEquals(List.of("captains"), mara.groups());
    assertTrue(mara.emailVerified());
    house.attributes.remove("oid");
    assertSays("does not say one oid", refused());
  }

  @Test
  void namesOfEntraAndOfOidsAreKnown() throws IOException {
    house.attributes.clear();
    house.attributes.put(
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
        List.of("m@f.example"));
    house.attributes.put("urn:oid:2.16.840.1.113730.3.1.241", List.of("Mara"));
    house.attributes.put(
        "http://schemas.microsoft.com/ws/2008/06/identity/claims/groups", List.of("a-b"));
    Proven mara = proven();
    assertEquals("m@f.example", mara.email());
    assertEquals("Mara", mara.name());
    assertEquals(List.of("a-b"), mara.groups());
    house.attributes.put("http://schemas.microsoft.com/claims/groups.link", List.of("https://x"));
    assertSays("more groups", refused());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AUDIENCE | https://other.example.org | another audience",
        "RECIPIENT | https://other.example.org/ | brought to another address",
        "ADDRESS | https://other.example.org/ | sent to another address",
        "ISSUER | https://evil.example | by another issuer",
        "RESPONSE_ISSUER | https://evil.example | by another issuer",
        "UNTIL | 2026-11-21T08:58:59Z | does not hold at this time",
        "FROM | 2026-11-21T09:01:01Z | does not hold at this time",
        "BROUGHT_UNTIL | 2026-11-21T08:59:00Z | does not hold at this time",
        "NOW | 2026-11-21T09:01:01Z | compare the clocks",
        "NOW | 2026-11-21T08:48:00Z | compare the clocks",
        "NOW | yesterday | no moment",
        "METHOD | urn:oasis:names:tc:SAML:2.0:cm:holder-of-key | nothing confirms",
        "REQUEST | '' | answers no request",
        "RESPONSE_TO | _other | different requests",
        "FORMAT | urn:oasis:names:tc:SAML:2.0:nameid-format:transient | another one each time",
        "NAME_ID | '' | cannot be taken",
        "MORE_CONDITIONS | <saml:Condition/> | a condition that is not known",
        "MORE_CONDITIONS | <saml:AudienceRestriction><saml:Audience>urn:x</saml:Audience></saml:AudienceRestriction> | another audience",
        "STATUS | urn:oasis:names:tc:SAML:2.0:status:Responder | the provider says Responder"
      })
  void whatIsOfAnotherPlaceOrTimeIsRefused(String word, String value, String says) {
    house.words.put(word, value);
    assertSays(says, refused());
  }

  @Test
  void aLittleDifferenceOfTheClocksIsBorne() throws IOException {
    house.words.put("FROM", NOW.plusSeconds(59).toString());
    house.words.put("NOW", NOW.plusSeconds(59).toString());
    house.words.put("BROUGHT_UNTIL", NOW.minusSeconds(59).toString());
    assertEquals("8c1f", proven().subject());
  }

  @Test
  void whoDeclinesIsToldSo() {
    house.words.put("STATUS", "urn:oasis:names:tc:SAML:2.0:status:RequestDenied");
    assertTrue(assertThrows(SamlTrouble.class, () -> saml.answered(sent(), SELF)).isDeclined());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<saml:AudienceRestriction>.*</saml:AudienceRestriction> | for whom",
        "<saml:AuthnStatement.*</saml:AuthnStatement> | anybody signed in",
        "(?s)<saml:Conditions.*</saml:Conditions> | holds no Conditions",
        "(?s)<saml:SubjectConfirmation .*</saml:SubjectConfirmation> | nothing confirms",
        "<saml:NameID.*</saml:NameID> | holds no NameID",
        "NotOnOrAfter=\"[^\"]*\"/> | until when"
      })
  void whatIsNotSaidIsMissed(String pattern, String says) {
    house.before = text -> text.replaceAll(pattern, pattern.endsWith("/>") ? "/>" : "");
    assertSays(says, refused());
  }

  @Test
  void onlyTheProvidersSignatureIsBelieved() {
    house.forge();
    assertSays("by no key of the provider", refused());
    house.signsAssertion = false;
    assertSays("neither the response nor its assertion is signed", refused());
    house.signsResponse = true;
    assertSays("by no key of the provider", refused());
  }

  @Test
  void aForgedResponseAroundASignedAssertionIsRefused() {
    house.signsResponse = true;
    house.after =
        document ->
            document.getDocumentElement().setAttribute("InResponseTo", "_" + attempt.state() + "x");
    assertSays("by no key", refused());
  }

  @ParameterizedTest
  @CsvSource({
    "http://www.w3.org/2000/09/xmldsig#rsa-sha1,http://www.w3.org/2001/04/xmlenc#sha256",
    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256,http://www.w3.org/2000/09/xmldsig#sha1"
  })
  void weakAlgorithmsAreRefused(String algorithm, String digest) {
    house.algorithm = algorithm;
    house.digest = digest;
    assertSays("an algorithm that is not taken here", refused());
  }

  @Test
  void transformsThatCouldChangeWhatIsSignedAreRefused() {
    String exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
    String enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
    house.transforms = List.of(enveloped, exclusive + "WithComments");
    assertSays("transforms that are not taken", refused());
    house.transforms = List.of(enveloped, "http://www.w3.org/TR/2001/REC-xml-c14n-20010315");
    assertSays("transforms that are not taken", refused());
    house.transforms = List.of(enveloped, exclusive, exclusive);
    assertSays("transforms that are not taken", refused());
  }

  @Test
  void whatWasChangedAfterwardsIsRefused() {
    house.after =
        document ->
            document
                .getElementsByTagNameNS(Xml.ASSERTION, "NameID")
                .item(0)
                .setTextContent("captain");
    assertSays("by no key", refused());
  }

  @Test
  void aCommentInANameCutsNothingOff() throws IOException {
    house.words.put("NAME_ID", "captain<!-- -->.evil");
    assertEquals("captain.evil", proven().subject(), "signed so");
    house.words.put("NAME_ID", "captain.evil");
    house.after =
        document -> {
          Element name = (Element) document.getElementsByTagNameNS(Xml.ASSERTION, "NameID").item(0);
          name.setTextContent("captain");
          name.appendChild(document.createComment(" "));
          name.appendChild(document.createTextNode(".evil"));
        };
    assertEquals("captain.evil", proven().subject(), "put in afterwards");
    house.after = document -> {};
    house.words.put("NAME_ID", "<saml:x>captain</saml:x>.evil");
    assertSays("more than text", refused());
  }

  @Test
  void anEncryptedAssertionIsRefusedWithTheMend() {
    house.before =
        text ->
            text.replaceAll(
                "(?s)<saml:Assertion .*</saml:Assertion>", "<saml:EncryptedAssertion/>");
    assertSays("switch encryption off", refused());
  }

  @Test
  void whatIsNoResponseIsRefused() {
    for (String sent :
        List.of(
            "not base64 at all %%%",
            SamlHouse.coded("no xml"),
            SamlHouse.coded("<Response/>"),
            SamlHouse.coded(house.metadata()),
            "")) {
      assertFalse(message(() -> saml.answered(sent, SELF)).isEmpty(), sent);
    }
  }

  @Test
  void noDtdNoEntityAndNothingTooDeepIsRead() throws IOException {
    String plain =
        house.text("_" + attempt.state(), SELF.back().toString(), SELF.metadata().toString());
    assertEquals("8c1f", saml.answered(SamlHouse.coded(plain), SELF).proven().subject());
    String lol = "<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">";
    for (String before :
        List.of(
            "<!DOCTYPE x>",
            "<!DOCTYPE x [" + lol + "]>",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
            "<!DOCTYPE x SYSTEM \"http://192.0.2.1/x.dtd\">",
            "<x>".repeat(50),
            "<x " + "a".repeat(10) + ">".repeat(3))) {
      String sent = SamlHouse.coded(before + plain);
      assertSays("no XML that can be taken", message(() -> saml.answered(sent, SELF)));
    }
    String deep = SamlHouse.coded("<x>".repeat(5_000) + "</x>".repeat(5_000));
    assertSays("no XML that can be taken", message(() -> saml.answered(deep, SELF)));
  }

  @Test
  void whatAProviderSaysOfItselfIsLookedAt() {
    assertSays("2048 bits", message(() -> Issuer.of(SamlHouse.weakMetadata())));
    assertSays(
        "https:// address",
        message(() ->
            Issuer.of(
                house
                    .metadata()
                    .replace(
                        "https://id.example.org/realms/main/protocol", "http://id.example.org"))));
    assertSays(
        "no certificate",
        message(() -> Issuer.of(house.metadata().replace("signing", "encryption"))));
    assertSays(
        "or more than one",
        message(() ->
            Issuer.of(
                "<md:EntitiesDescriptor xmlns:md=\""
                    + Xml.METADATA
                    + "\">"
                    + house.metadata()
                    + house.metadata()
                    + "</md:EntitiesDescriptor>")));
    assertSays("no XML", message(() -> Issuer.of("<!DOCTYPE x>" + house.metadata())));
  }
}
