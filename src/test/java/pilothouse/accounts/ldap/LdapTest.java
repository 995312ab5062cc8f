package pilothouse.accounts.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.Attribute;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pilothouse.accounts.proof.Given;
import pilothouse.accounts.proof.Proven;

/** A real directory is asked: whom it lets in, what it is asked, and what it says of groups. */
class LdapTest {
  @TempDir Path folder;
  private final LdapHouse house = new LdapHouse();

  @AfterEach
  void ends() {
    house.close();
  }

  private Ldap ldap(String... more) throws IOException {
    Map<String, String> given = new HashMap<>();
    given.put("url", house.ldaps());
    given.put("ca_file", house.authority(folder).toString());
    given.put("base", LdapHouse.PEOPLE);
    given.put("user", LdapHouse.SEARCHER);
    given.put("password_file", house.secret(folder).toString());
    given.put("id", "number");
    for (int i = 0; i < more.length; i += 2) {
      given.put(more[i], more[i + 1]);
    }
    given.values().removeIf(String::isEmpty);
    return new Ldap(
        LdapSettings.of(new Given("providers.yaml", "company", given, LdapSettings.KNOWN)));
  }

  private static Optional<Proven> mara(Ldap ldap) throws IOException {
    return ldap.proven("mara", LdapHouse.PASSWORD);
  }

  private static String message(Ldap ldap) {
    return String.valueOf(assertThrows(IOException.class, () -> mara(ldap)).getMessage());
  }

  @Test
  void whoKnowsThePasswordIsIn() throws IOException {
    Proven mara = mara(ldap()).orElseThrow();
    assertEquals("id of mara", mara.subject());
    assertEquals("mara@ferry.example", mara.email());
    assertEquals("Mara Lind", mara.name());
    assertFalse(mara.emailVerified(), "unless the file says so");
    assertTrue(mara(ldap("vouches", "true")).orElseThrow().emailVerified());
  }

  @Test
  void unknownAndMistypedAreAskedTheSame() throws IOException {
    Ldap ldap = ldap();
    assertTrue(ldap.proven("mara", "another").isEmpty());
    List<String> mistyped = house.asked();
    assertTrue(ldap.proven("nobody", "another").isEmpty());
    List<String> unknown = house.asked();
    assertEquals(3, mistyped.size(), mistyped.toString());
    assertEquals(
        mistyped.toString().replace("uid=mara," + LdapHouse.PEOPLE, "nobody"),
        unknown.toString().replace("uid=nobody", "uid=mara"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void anEmptyPasswordLetsNobodyInAsAnybody(String password) throws IOException {
    assertTrue(ldap().proven("mara", password).isEmpty());
    assertTrue(ldap().proven("nobody", password).isEmpty());
    if (password.isEmpty()) {
      assertEquals(List.of(), house.asked(), "not even asked: the directory would say yes");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "m*",
        "mara)(uid=*",
        "*)(|(uid=*",
        "mara)(objectClass=*))(|(uid=x",
        "\\2a",
        "mara\u0000",
        "mara,ou=people,dc=ferry,dc=example"
      })
  void noLoginIsMoreThanALogin(String login) throws IOException {
    house.person("maria", "Maria Holm", "maria@ferry.example");
    assertTrue(ldap().proven(login, LdapHouse.PASSWORD).isEmpty());
  }

  @Test
  void aLoginThatMeansTwoMeansNobody() throws IOException {
    house.person("other", "Mara Lind", "mara@ferry.example");
    Ldap ldap = ldap("login", "uid, mail");
    assertTrue(mara(ldap).isPresent());
    assertTrue(ldap.proven("mara@ferry.example", LdapHouse.PASSWORD).isEmpty());
  }

  @Test
  void theFilterSaysWhoMaySignIn() throws IOException {
    assertTrue(mara(ldap("filter", "(objectClass=inetOrgPerson)")).isPresent());
    assertTrue(mara(ldap("filter", "(objectClass=pilot)")).isEmpty());
  }

  @Test
  void tlsIsAskedForAndItsCertificateMustBeForThatHost() throws IOException {
    assertTrue(mara(ldap("url", house.ldap())).isPresent(), "StartTLS");
    assertTrue(message(ldap("url", house.misnamed())).contains("127.0.0.1"));
    assertFalse(message(ldap("ca_file", "")).isEmpty(), "an authority that Java does not trust");
    assertFalse(message(ldap("ca_file", "", "url", house.ldap())).isEmpty());
    String byAddress = house.ldap().replace("localhost", "127.0.0.1");
    assertFalse(message(ldap("url", byAddress)).isEmpty(), "StartTLS by another name");
    house.asked();
    assertThrows(IOException.class, () -> mara(ldap("url", house.misnamed())));
    assertEquals(List.of(), house.asked(), "no password went there");
  }

  @Test
  void withoutTlsNothingIsSentUnlessTheFileSaysSo() throws IOException {
    Ldap careful = ldap("url", house.bare());
    assertFalse(message(careful).isEmpty());
    assertEquals(List.of(), house.asked(), "no password went there");
    assertTrue(mara(ldap("url", house.bare(), "plain", "true")).isPresent());
  }

  @Test
  void theNextServerIsAskedWhereOneIsSilent() throws IOException {
    assertTrue(mara(ldap("url", "ldaps://localhost:1, " + house.ldaps())).isPresent());
    Ldap ldap = ldap();
    house.stop();
    assertTrue(message(ldap).contains("ldaps://localhost"));
  }

  @Test
  void whoeverSearchesMustBeLetIn() throws IOException {
    Path wrong = java.nio.file.Files.writeString(folder.resolve("wrong"), "another");
    String message = message(ldap("password_file", wrong.toString()));
    assertTrue(message.contains("who searches"), message);
    assertFalse(message.contains("another"), "no password in a log");
    assertThrows(IOException.class, () -> mara(ldap("user", "", "password_file", "")));
    assertThrows(IOException.class, () -> ldap("base", "ou=none," + LdapHouse.BASE).look());
    ldap().look();
  }

  @Test
  void anEntryWithoutTheIdMeansNobodyForEver() throws IOException {
    assertTrue(message(ldap("id", "entryNumber")).contains("entryNumber"));
  }

  @Test
  void idsOfActiveDirectoryAreBytes() throws IOException {
    byte[] id = {1, (byte) 0xff, 0, 16};
    house.person("ada", "Ada", "ada@ferry.example", new Attribute("objectGUID", id));
    Proven ada = ldap("id", "objectGUID").proven("ada", LdapHouse.PASSWORD).orElseThrow();
    assertEquals("01ff0010", ada.subject());
  }

  @Test
  void groupsOfTheEntryCountWhereTheirPlaceDoes() throws IOException {
    house.person(
        "ada",
        "Ada",
        "ada@ferry.example",
        new Attribute(
            "memberOf",
            "cn=crew," + LdapHouse.GROUPS,
            "cn=crew\\, night+ou=x," + LdapHouse.GROUPS,
            "cn=captains,ou=elsewhere," + LdapHouse.BASE));
    Ldap ldap = ldap("group_base", LdapHouse.GROUPS);
    assertEquals(List.of("crew"), ldap.proven("ada", LdapHouse.PASSWORD).orElseThrow().groups());
    house.person(
        "bo",
        "Bo",
        "bo@ferry.example",
        new Attribute("memberOf;range=0-1499", "cn=crew," + LdapHouse.GROUPS));
    assertTrue(
        String.valueOf(
                assertThrows(
                        IOException.class,
                        () -> ldap("filter", "(uid=bo)").proven("bo", LdapHouse.PASSWORD))
                    .getMessage())
            .contains("groups: search"));
  }

  @Test
  void groupsAreSearchedAndGroupsInGroupsWhereTheFileSaysSo() throws IOException {
    String mara = "uid=mara," + LdapHouse.PEOPLE;
    house.group("crew", mara);
    house.group("fleet", "cn=crew," + LdapHouse.GROUPS, "cn=all," + LdapHouse.GROUPS);
    house.group("all", "cn=fleet," + LdapHouse.GROUPS);
    house.group("others", "uid=x," + LdapHouse.PEOPLE);
    String[] search = {"groups", "search", "group_base", LdapHouse.GROUPS};
    assertEquals(List.of("crew"), mara(ldap(search)).orElseThrow().groups());
    String[] nested = {"groups", "search", "group_base", LdapHouse.GROUPS, "nested", "true"};
    assertEquals(
        Set.of("crew", "fleet", "all"),
        new HashSet<>(mara(ldap(nested)).orElseThrow().groups()),
        "and a ring of groups has an end");
    assertEquals(List.of(), mara(ldap("groups", "none")).orElseThrow().groups());
  }

  @Test
  void groupsOfPosixNameLogins() throws IOException {
    house.add(
        "cn=crew," + LdapHouse.GROUPS,
        List.of(
            new Attribute("objectClass", "posixGroup"),
            new Attribute("cn", "crew"),
            new Attribute("memberUid", "mara")));
    Ldap ldap =
        ldap(
            "groups",
            "search",
            "group_base",
            LdapHouse.GROUPS,
            "group_filter",
            "(objectClass=posixGroup)",
            "group_member",
            "memberUid");
    assertEquals(List.of("crew"), mara(ldap).orElseThrow().groups());
  }

  @Test
  void aReferralIsNotFollowed() throws IOException {
    house.add(
        "ou=elsewhere," + LdapHouse.PEOPLE,
        List.of(
            new Attribute("objectClass", "referral", "extensibleObject"),
            new Attribute("ref", "ldap://192.0.2.1/ou=people,dc=evil,dc=example")));
    assertTrue(mara(ldap()).isPresent());
    assertTrue(ldap().proven("eve", LdapHouse.PASSWORD).isEmpty());
  }
}
