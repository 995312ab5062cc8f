package pilothouse.accounts.saml;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.accounts.proof.Field;
import pilothouse.accounts.proof.Given;

/**
 * What the settings say of an identity provider of SAML.
 *
 * @param described what it says of itself; null where it is asked for that
 * @param description where it is asked; null where a file says it
 * @param entity how we are called there; null for the address of our own metadata
 * @param subject the attribute that means one person for ever; null for the NameID
 * @param email attributes, of which the first that is there holds the address; so the others
 * @param vouches whether each address that it tells counts as verified
 */
public record SamlSettings(
    String provider,
    @Nullable Issuer described,
    @Nullable URI description,
    @Nullable String entity,
    @Nullable String subject,
    List<String> email,
    List<String> name,
    List<String> groups,
    boolean vouches) {
  private static final String CLAIMS = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";
  private static final String MICROSOFT = "http://schemas.microsoft.com/";

  /** All that can be said of one, beside what all kinds have. */
  public static final List<Field> KNOWN =
      List.of(
          new Field(
              "metadata_file",
              "The file with the provider's metadata; or `metadata`.",
              "none: `metadata` says where"),
          new Field(
              "metadata",
              "The address of the provider's metadata, read once an hour.",
              "none: `metadata_file` holds it"),
          new Field(
              "entity",
              "How Pilothouse is called there (entity id, identifier, audience).",
              "the address of its own metadata"),
          new Field(
              "id",
              "The attribute that means one person for ever.",
              "the NameID, which must not be a transient one"),
          new Field("email", "The attribute of the e-mail address.", "any of its usual names"),
          new Field("name", "The attribute of the name that others see.", "any of its usual names"),
          new Field("groups", "The attribute that names groups.", "any of its usual names"),
          new Field(
              "vouches",
              "`true` where nobody can change their own address there: only then an address finds or makes an account.",
              "`false`"));

  public SamlSettings {
    email = List.copyOf(email);
    name = List.copyOf(name);
    groups = List.copyOf(groups);
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException in a sentence that says what is wrong
   */
  public static SamlSettings of(Given given) {
    if (given.has("metadata_file") == given.has("metadata")) {
      throw given.wrong("give one of “metadata_file” and “metadata”");
    }
    return new SamlSettings(
        given.provider(),
        given.has("metadata_file") ? issuer(given) : null,
        given.has("metadata") ? given.address("metadata") : null,
        given.has("entity") ? given.text("entity") : null,
        given.has("id") ? given.text("id") : null,
        names(
            given,
            "email",
            "email",
            "mail",
            "urn:oid:0.9.2342.19200300.100.1.3",
            "urn:oid:1.2.840.113549.1.9.1",
            CLAIMS + "emailaddress"),
        names(
            given,
            "name",
            "displayName",
            "name",
            "urn:oid:2.16.840.1.113730.3.1.241",
            MICROSOFT + "identity/claims/displayname"),
        names(
            given,
            "groups",
            "groups",
            "urn:oid:1.3.6.1.4.1.5923.1.5.1.1",
            MICROSOFT + "ws/2008/06/identity/claims/groups"),
        given.yes("vouches", false));
  }

  private static List<String> names(Given given, String field, String... usual) {
    return given.has(field) ? List.of(given.text(field)) : List.of(usual);
  }

  private static Issuer issuer(Given given) {
    try {
      return Issuer.of(given.contents("metadata_file"));
    } catch (SamlTrouble e) {
      throw given.wrong("the file of “metadata_file” cannot be taken: " + e.getMessage());
    }
  }

  @Override
  public String toString() {
    return "SAML 2.0" + (described == null ? " by " + description : " at " + described.entity());
  }
}
