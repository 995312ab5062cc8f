package pilothouse.accounts.passkeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CeremoniesTest {
  private static final Site SITE = new Site("pilot.example", "https://pilot.example");
  private static final Ceremonies CEREMONIES = new Ceremonies();
  private final String challenge = Ceremonies.challenge(new SecureRandom());
  private final SoftKey soft = new SoftKey(SITE.id(), SITE.origin(), "one");

  @Test
  void aKeyIsMadeAndProvesItself() throws Exception {
    Key key = CEREMONIES.made(SITE, challenge, soft.made(challenge));
    assertEquals(soft.id(), key.id());
    String next = Ceremonies.challenge(new SecureRandom());
    soft.count = 5;
    assertEquals(soft.id(), CEREMONIES.named(soft.proven(next)));
    assertEquals(5, CEREMONIES.proven(SITE, next, key, soft.proven(next)));
  }

  @Test
  void aKeyThatDoesNotCountIsTaken() throws Exception {
    Key key = CEREMONIES.made(SITE, challenge, soft.made(challenge));
    assertEquals(0, CEREMONIES.proven(SITE, challenge, key, soft.proven(challenge)));
    assertEquals(0, CEREMONIES.proven(SITE, challenge, key, soft.proven(challenge)));
  }

  @Test
  void aKeyThatIsSyncedIsTaken() throws Exception {
    soft.flags = 0x09;
    Key key = CEREMONIES.made(SITE, challenge, soft.made(challenge));
    assertTrue(key.synced());
    soft.flags = 0x19;
    assertEquals(0, CEREMONIES.proven(SITE, challenge, key, soft.proven(challenge)));
  }

  private static Stream<Consumer<SoftKey>> wrongs() {
    return Stream.of(
        key -> key.origin = "https://evil.example",
        key -> key.origin = "http://pilot.example",
        key -> key.origin = "https://pilot.example:8443",
        key -> key.site = "evil.example",
        key -> key.flags = 0);
  }

  @ParameterizedTest
  @MethodSource("wrongs")
  void anotherPageAndAnAbsentPersonProveNothing(Consumer<SoftKey> wrong) throws Exception {
    Key key = CEREMONIES.made(SITE, challenge, soft.made(challenge));
    wrong.accept(soft);
    assertUnproven(() -> CEREMONIES.made(SITE, challenge, soft.made(challenge)));
    assertUnproven(() -> CEREMONIES.proven(SITE, challenge, key, soft.proven(challenge)));
  }

  @Test
  void anotherChallengeKeyOrCountProvesNothing() throws Exception {
    Key key = CEREMONIES.made(SITE, challenge, soft.made(challenge));
    String other = Ceremonies.challenge(new SecureRandom());
    assertUnproven(() -> CEREMONIES.made(SITE, challenge, soft.made(other)));
    assertUnproven(() -> CEREMONIES.proven(SITE, challenge, key, soft.proven(other)));
    assertUnproven(() -> CEREMONIES.proven(SITE, challenge, key, soft.made(challenge)));
    SoftKey copy = new SoftKey(SITE.id(), SITE.origin(), "one");
    assertUnproven(() -> CEREMONIES.proven(SITE, challenge, key, copy.proven(challenge)));
    SoftKey second = new SoftKey(SITE.id(), SITE.origin(), "two");
    assertUnproven(() -> CEREMONIES.proven(SITE, challenge, key, second.proven(challenge)));
    Key counted = new Key(key.id(), key.data(), 9, false, List.of());
    soft.count = 9;
    assertUnproven(() -> CEREMONIES.proven(SITE, challenge, counted, soft.proven(challenge)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"id\":\"a\"}",
        "{\"id\":\"*\",\"rawId\":\"*\",\"response\":{}}"
      })
  void whatIsNoAnswerProvesNothing(String answer) throws Exception {
    Key key = CEREMONIES.made(SITE, challenge, soft.made(challenge));
    assertUnproven(() -> CEREMONIES.made(SITE, challenge, answer));
    assertUnproven(() -> CEREMONIES.proven(SITE, challenge, key, answer));
    assertUnproven(() -> CEREMONIES.named(answer));
    assertUnproven(() -> CEREMONIES.named("x".repeat(40_000)));
  }

  private static void assertUnproven(org.junit.jupiter.api.function.Executable work) {
    assertThrows(Ceremonies.Unproven.class, work);
  }

  @ParameterizedTest
  @CsvSource({
    "https://pilot.example/, pilot.example, https://pilot.example",
    "https://Pilot.Example:443/x, pilot.example, https://pilot.example",
    "https://pilot.example:8443/, pilot.example, https://pilot.example:8443",
    "http://localhost:7070/, localhost, http://localhost:7070",
    "http://pilot.example/, ,",
    "http://127.0.0.1:7070/, ,",
    "https://10.0.0.7/, ,",
    "https://[::1]/, ,"
  })
  void browsersMakeKeysForNamesOnly(URI address, String id, String origin) {
    assertEquals(id == null ? null : new Site(id, origin), Site.at(address).orElse(null));
  }
}
