package pilothouse.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilothouse.accounts.oidc.OidcSettings;

class ProvidersTest {
  private static final String GOOD =
      "company: {kind: oidc, issuer: 'https://id.example', client: pilothouse";
  @TempDir Path folder;

  private Providers of(String text) throws IOException {
    return Providers.of(Files.writeString(folder.resolve("providers.yaml"), text));
  }

  @Test
  void aFileIsRead() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "hush\n");
    Provider one =
        of(GOOD + ", title: Company account, makes_accounts: true, secret_file: '" + secret + "'}")
            .find("company")
            .orElseThrow();
    assertEquals("Company account", one.title());
    assertTrue(one.makes());
    OidcSettings settings = (OidcSettings) one.settings();
    assertEquals("hush", settings.secret());
    assertEquals("groups", settings.groups());
    assertTrue(!settings.toString().contains("hush"), settings.toString());
    assertEquals(0, Providers.none().all().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "company: {kind: oidc, client: x} | “issuer” is missing",
        "company: {kind: saml2, client: x} | “kind” is none of: oidc, saml, ldap",
        "company: {kind: ldap, url: 'ldap://x', base: 'dc=x', plan: true} | the nearest is plain",
        "company: {kind: ldap, url: 'http://x', base: 'dc=x'} | neither ldaps://",
        "company: {kind: ldap, url: 'ldaps://x/dc=x??sub', base: 'dc=x'} | neither ldaps://",
        "company: {kind: ldap, url: 'ldaps://x', base: 'none'} | is no DN",
        "company: {kind: ldap, url: 'ldaps://x', base: 'dc=x', filter: '(uid=*'} | is no filter",
        "company: {kind: ldap, url: 'ldaps://x', base: 'dc=x', login: 'u)('} | no name of an attribute",
        "company: {kind: ldap, url: 'ldaps://x', base: 'dc=x', user: 'cn=p'} | belong together",
        "company: {kind: ldap, url: 'ldaps://x', base: 'dc=x', nested: true} | needs “groups: search”",
        "company: {kind: ldap, url: 'ldaps://x', base: 'dc=x', seconds: 0} | from 1 to 30",
        "company: {kind: ldap, url: 'ldaps://x', base: 'dc=x', ca_file: pom.xml} | no certificate",
        "company: {kind: saml} | give one of",
        "company: {kind: saml, metadata: 'http://id.example'} | no https:// address",
        "company: {kind: saml, metadata_file: pom.xml} | cannot be taken",
        "company: {kind: none} | “kind” is none of: oidc, saml, ldap",
        "company: {kind: oidc, isuer: x} | the nearest is issuer",
        "company: {kind: oidc, issuer: 'http://id.example', client: x} | no https:// address",
        "company: {kind: oidc, issuer: 'https://u@id.example', client: x} | no https:// address",
        "company: {kind: oidc, issuer: 'https://id.example', client: x, vouches: yes please} | neither true nor false",
        "company: {kind: oidc, issuer: 'https://id.example', client: x, scopes: email} | does not hold openid",
        "company: {kind: oidc, issuer: 'https://id.example', client: x, secret_file: /none} | cannot be read",
        "company: {kind: oidc, issuer: [a], client: x} | is no single value",
        "Company: {kind: oidc} | is no name of a provider",
        "scim: {kind: oidc} | is no name of a provider",
        "company: oidc | holds providers by name",
        "[1] | holds providers by name",
        "`a: {` | is no YAML"
      })
  void whatIsWrongIsSaid(String text, String says) {
    String message =
        String.valueOf(assertThrows(IllegalArgumentException.class, () -> of(text)).getMessage());
    assertTrue(message.contains(says), message);
    assertTrue(message.contains("providers.yaml"), message);
  }

  @Test
  void theDocumentationHasTheTables() throws IOException {
    String page = Files.readString(Path.of("docs/using.md"));
    assertTrue(
        page.contains(Providers.tables()), "put this into docs/using.md:\n" + Providers.tables());
  }
}
