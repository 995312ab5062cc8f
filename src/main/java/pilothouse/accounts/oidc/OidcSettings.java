package pilothouse.accounts.oidc;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.accounts.proof.Field;
import pilothouse.accounts.proof.Given;

/**
 * What the settings say of a provider of OpenID Connect.
 *
 * @param secret null for a client that has none: PKCE alone proves it then
 * @param scopes what is asked for, with spaces between
 * @param groups the claim that names groups; dots lead into objects
 * @param vouches whether each address of the provider counts as verified
 */
public record OidcSettings(
    String provider,
    URI issuer,
    String client,
    @Nullable String secret,
    String scopes,
    String groups,
    boolean vouches) {
  /** All that can be said of one, beside what all kinds have. */
  public static final List<Field> KNOWN =
      List.of(
          new Field("issuer", "The provider's address, as its discovery document says it.", ""),
          new Field("client", "The client's id there.", ""),
          new Field(
              "secret_file",
              "The file that holds the client's secret.",
              "none: a public client, which PKCE alone proves"),
          new Field("scopes", "What is asked for.", "`openid profile email`"),
          new Field(
              "groups",
              "The claim that names a person's groups; dots lead into objects: `realm_access.roles`.",
              "`groups`"),
          new Field(
              "vouches",
              "`true` where the provider itself gives out the addresses and does not say `email_verified`.",
              "`false`"));

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException in a sentence that says what is wrong
   */
  public static OidcSettings of(Given given) {
    String scopes = given.text("scopes", "openid profile email");
    if (!List.of(scopes.split(" +")).contains("openid")) {
      throw given.wrong("“scopes” does not hold openid");
    }
    return new OidcSettings(
        given.provider(),
        given.address("issuer"),
        given.text("client"),
        given.has("secret_file") ? given.contents("secret_file") : null,
        scopes,
        given.text("groups", "groups"),
        given.yes("vouches", false));
  }

  @Override
  public String toString() {
    return "OpenID Connect at " + issuer;
  }
}
