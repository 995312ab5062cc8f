package pilothouse.systems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pilothouse.Village;
import pilothouse.storage.Databases;
import pilothouse.storage.Said;
import pilothouse.storage.Storage;
import pilothouse.systems.Rule.Kind;
import pilothouse.web.Refused;

/** What names mean, by rules by hand and by those that come along. */
class RulesTest {
  private static final Said YOU = Said.by("local", "you", "");
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "production, true",
    "prod, true",
    "PROD-eu, true",
    "live, true",
    "eu/prod, true",
    "prod_2, true",
    "Produktion, true",
    "Produktiv, true",
    "Produktivsystem, true",
    "Echtbetrieb, true",
    "Live, true",
    "PRODUCCIÓN, true",
    "Produccio\u0301n, true",
    "produccion-eu, true",
    "Production (EU), true",
    "prod-no, true",
    "Vorproduktion, false",
    "Vor-Produktion, false",
    "pré-production, false",
    "préproduction, false",
    "hors production, false",
    "Produktion Abnahme, false",
    "preproducción, false",
    "Produktionsplanung, false",
    "staging, false",
    "pre-prod, false",
    "non-production, false",
    "production-preview, false",
    "prod-test, false",
    "product, false",
    "delivery, false",
    "'', false"
  })
  void environmentsThatComeAlong(String name, boolean production) {
    assertEquals(production, Rules.none().isProduction(name), name);
  }

  @ParameterizedTest
  @CsvSource({
    "hotfix/login, true",
    "refs/heads/hotfix-12, true",
    "hot-fix, true",
    "team/hotfix_7/x, true",
    "feature/hotfixes, false",
    "main, false"
  })
  void branchesThatComeAlong(String name, boolean hotfix) {
    assertEquals(hotfix, Rules.none().isHotfix(name), name);
  }

  @ParameterizedTest
  @CsvSource({
    "https://user:secret@github.com/Acme/Shop.git, github.com/acme/shop",
    "git@github.com:acme/shop.git, github.com/acme/shop",
    "ssh://git@github.com:22/acme/shop/, github.com/acme/shop",
    "github.com/acme/shop, github.com/acme/shop",
    "acme/shop, acme/shop",
    "https://git.example:8443/acme/shop, git.example/acme/shop",
    "/srv/git/acme/shop.git, /srv/git/acme/shop",
    "shop, shop"
  })
  void anAddressIsWrittenInOneWay(String written, String address) {
    assertEquals(address, Address.of(written));
  }

  @ParameterizedTest
  @CsvSource({
    "checkout-*, Checkout-EU, true",
    "*-api, shop-api, true",
    "*-api, shop-api-2, false",
    "a*b*c, axxbyyc, true",
    "a*b*c, acb, false",
    "*, anything, true",
    "shop, shopping, false"
  })
  void aStarStandsForAnyText(String pattern, String name, boolean matches) {
    assertEquals(matches, new Glob(pattern).matches(name));
  }

  @Test
  void aLongPatternOfStarsTakesNoLongTime() {
    assertFalse(new Glob("*a".repeat(150) + "b").matches("a".repeat(5_000)));
  }

  @ParameterizedTest
  @EnumSource
  void rulesByHandGoBeforeThoseThatComeAlong(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Systems systems = systems(storage);
      RuleBook book = systems.catalogue().rules();
      assertTrue(book.add(new RuleBook.Draft(Kind.SERVICE, "co-*", "", "checkout"), YOU));
      assertFalse(book.add(new RuleBook.Draft(Kind.SERVICE, "CO-*", "", "checkout"), YOU));
      assertTrue(book.add(new RuleBook.Draft(Kind.LABEL, "team=pay*", "", "ledger"), YOU));
      assertTrue(book.add(new RuleBook.Draft(Kind.ENVIRONMENT, "live*", "", "no"), YOU));
      assertTrue(book.add(new RuleBook.Draft(Kind.BRANCH, "urgent/*", "", "yes"), YOU));
      Rules rules = systems.rules();
      assertEquals("checkout", rules.system("co-eu", null).orElseThrow().system());
      assertEquals(
          "ledger", rules.system("severity=1, team=payments", null).orElseThrow().system());
      Resolution named = rules.system("Checkout", null).orElseThrow();
      assertTrue(named.declared() && named.system().equals("checkout"), named.toString());
      Resolution title = rules.system("the ledger", null).orElseThrow();
      assertEquals("ledger", title.system());
      Resolution other = rules.system("search", null).orElseThrow();
      assertFalse(other.declared());
      assertEquals("search", other.system());
      assertFalse(rules.isProduction("live-eu"));
      assertTrue(rules.isProduction("prod"));
      assertTrue(rules.isHotfix("urgent/login"));
      assertTrue(rules.production("live-eu").why().words().contains("live*"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFirstThatFitsDecidesAndRulesMove(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Systems systems = systems(storage);
      RuleBook book = systems.catalogue().rules();
      book.add(new RuleBook.Draft(Kind.SERVICE, "api*", "", "checkout"), YOU);
      book.add(new RuleBook.Draft(Kind.SERVICE, "api-ledger", "", "ledger"), YOU);
      assertEquals("checkout", systems.rules().system("api-ledger", null).orElseThrow().system());
      book.move(book.all().getLast().id(), true, YOU);
      assertEquals("ledger", systems.rules().system("api-ledger", null).orElseThrow().system());
      book.end(book.all().getFirst().id(), YOU);
      assertEquals("checkout", systems.rules().system("api-ledger", null).orElseThrow().system());
      assertEquals(1, book.all().size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void snapshotsStayUntilSomethingChanges(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Systems systems = systems(storage);
      Rules before = systems.rules();
      assertSame(before, systems.rules());
      systems.register("https://git.example/a/b", "test");
      assertNotSame(before, systems.rules());
      assertTrue(systems.rules().version() > before.version());
      assertEquals(List.of("checkout", "ledger"), systems.rules().systems());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRepositoryIsFoundByItsAddressesAndNeverGuessed(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Systems systems = systems(storage);
      Repository shop = systems.register("/srv/git/shop", "test");
      Repository other = systems.register("/srv/other/shop", "test");
      systems.addresses(shop.name(), Set.of("git@github.com:acme/shop.git"));
      systems.addresses(other.name(), Set.of("https://gitlab.example/rivals/shop"));
      Rules rules = systems.rules();
      assertEquals(shop, rules.repository("acme/shop").orElseThrow());
      assertEquals(shop, rules.repository("https://github.com/Acme/Shop").orElseThrow());
      assertEquals(other, rules.repository("rivals/shop").orElseThrow());
      assertTrue(rules.repository("https://github.com/rivals/shop").isEmpty());
      assertTrue(rules.repository("nobody/shop").isEmpty());
      assertEquals(other, rules.repository(other.name()).orElseThrow());
      Repository twin = systems.register("/srv/third/shop", "test");
      systems.addresses(twin.name(), Set.of("https://git.example/acme/shop"));
      RepositoryMatch match = systems.rules().match("acme/shop");
      assertEquals(2, match.found().size());
      assertTrue(match.one().isEmpty());
      assertTrue(match.why().words().contains("any of"), match.why().words());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRepositoryMeansTheSystemThatLivesInIt(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Systems systems = systems(storage);
      live(systems, "checkout", "acme/mono", "services/checkout");
      Rules rules = systems.rules();
      assertEquals("checkout", rules.system(null, "acme/mono").orElseThrow().system());
      live(systems, "ledger", "acme/mono", "services/ledger");
      rules = systems.rules();
      Resolution unclear = rules.system(null, "acme/mono").orElseThrow();
      assertFalse(unclear.declared());
      assertEquals("mono", unclear.system());
      assertTrue(unclear.why().words().contains("checkout, ledger"), unclear.why().words());
      assertEquals(
          "ledger",
          rules
              .system(null, "github.com/acme/mono", "services/ledger/A.java")
              .orElseThrow()
              .system());
      assertEquals("services/ledger", rules.folder("ledger"));
      assertEquals(List.of("checkout", "ledger"), rules.tenants("acme/mono"));
      systems
          .catalogue()
          .rules()
          .add(new RuleBook.Draft(Kind.REPOSITORY, "acme/*", "", "checkout"), YOU);
      Resolution found = systems.rules().system(null, "https://git.example/acme/x").orElseThrow();
      assertEquals("checkout", found.system());
      assertNotNull(found.rule());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRepositoryIsNoSystemThatOnlyHasItsName(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Systems systems = systems(storage);
      live(systems, "billing", "", "");
      assertEquals("billing", systems.rules().system(null, "acme/billing").orElseThrow().system());
      live(systems, "billing", "acme/money", "");
      Resolution other = systems.rules().system(null, "acme/billing").orElseThrow();
      assertFalse(other.declared());
      assertEquals("billing-repository", other.system());
      assertTrue(other.why().words().contains("billing lives elsewhere"), other.why().words());
      assertEquals("billing", systems.rules().system(null, "acme/money").orElseThrow().system());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatMakesNoSenseIsRefusedWithItsMend(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      RuleBook book = systems(storage).catalogue().rules();
      for (RuleBook.Draft bad :
          List.of(
              new RuleBook.Draft(Kind.SERVICE, "x", "", "nobody"),
              new RuleBook.Draft(Kind.SERVICE, " ", "", "checkout"),
              new RuleBook.Draft(Kind.LABEL, "team", "", "checkout"),
              new RuleBook.Draft(Kind.ENVIRONMENT, "prod", "", "maybe"),
              new RuleBook.Draft(Kind.SERVICE, "x", "folder", "checkout"))) {
        Refused refused = assertThrows(Refused.class, () -> book.add(bad, YOU));
        assertFalse(refused.mend().isEmpty());
      }
      assertEquals(List.of(), book.all());
    }
  }

  private static void live(Systems systems, String name, String repository, String folder) {
    Map<String, String> fields = Map.of("repository", repository, "folder", folder);
    systems.catalogue().declare(new SystemDraft(name, fields), YOU);
  }

  private static Systems systems(Storage storage) {
    Systems systems = new Systems(storage, InstantSource.fixed(Village.NOW));
    systems.catalogue().declare(new SystemDraft("checkout", Map.of()), YOU);
    systems.catalogue().declare(new SystemDraft("ledger", Map.of("title", "The Ledger")), YOU);
    return systems;
  }
}
