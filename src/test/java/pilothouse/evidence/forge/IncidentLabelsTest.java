package pilothouse.evidence.forge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which labels make an issue an incident is what people set. */
class IncidentLabelsTest {
  private static final IncidentLabels SET =
      IncidentLabels.of("outage, Prod Down*; acme/old-* = sev*, bug/*; git.example/acme/shop=fire");

  private static Home home(String address) {
    return Objects.requireNonNull(Home.at("https://" + address, null));
  }

  @ParameterizedTest
  @CsvSource({
    "incident, true",
    "Incident/sev1, true",
    "incident:db, true",
    "incident::db, true",
    "incidental, false",
    "incident/, false",
    "bug, false"
  })
  void theUsualOnes(String label, boolean is) {
    assertEquals(is, IncidentLabels.usual().isOne(label, home("github.com/acme/shop")));
  }

  @ParameterizedTest
  @CsvSource({
    "github.com/acme/shop, outage, true",
    "github.com/acme/shop, prod down again, true",
    "github.com/acme/shop, incident, false",
    "github.com/acme/shop, sev1, false",
    "github.com/Acme/Old-till, sev1, true",
    "github.com/acme/old-till, outage, false",
    "github.com/other/acme/old-till, sev1, false",
    "git.example/acme/shop, fire, true",
    "github.com/acme/shop, fire, false",
  })
  void theFirstThatNameTheRepositoryHoldForIt(String repository, String label, boolean is) {
    assertEquals(is, SET.isOne(label, home(repository)));
  }

  @Test
  void othersKeepTheUsualOnesWhereNothingIsSaidOfThem() {
    IncidentLabels one = IncidentLabels.of("acme/old = sev1");
    assertEquals(true, one.isOne("incident", home("github.com/acme/shop")));
    assertEquals(false, one.isOne("incident", home("github.com/acme/old")));
    assertEquals("sev1", one.words(home("github.com/acme/old")));
  }

  @ParameterizedTest
  @CsvSource({
    "incident::sev1, sev1",
    "incident/high, high",
    "incident,",
    "severity/2, 2",
    "sev-3, sev-3"
  })
  void howSevereItIs(String label, @Nullable String severity) {
    assertEquals(
        severity,
        IncidentLabels.usual()
            .severity(List.of("API", label, "incident"), home("github.com/acme/shop")));
  }

  @Test
  void whatAStarStandsForSaysHowSevereOnlyBehindASeparator() {
    Home old = home("github.com/acme/old-till");
    assertEquals("low", SET.severity(List.of("bug/low"), old));
    assertEquals(null, SET.severity(List.of("prod down again"), home("github.com/acme/shop")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ; incident", "= incident", "a; b", "acme/shop =", ","})
  void whatMakesNoSenseIsRefused(String written) {
    assertThrows(IllegalArgumentException.class, () -> IncidentLabels.of(written));
  }
}
