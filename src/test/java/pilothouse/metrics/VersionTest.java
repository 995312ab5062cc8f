package pilothouse.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
  @ParameterizedTest
  @CsvSource({
    "v1.2.3, 1.2, false",
    "1.2.3, 1.2, false",
    "release-1.2, 1.2, false",
    "client-2.0.1, client 2.0, false",
    "kafka-0.7.1, 0.7, false",
    "tools/v0.9.0, tools 0.9, false",
    "@ferry/deck@4.5.6, @ferry/deck 4.5, false",
    "3.0.0.RELEASE, 3.0, false",
    "v5.0.0.M1, 5.0, true",
    "v6.0.0-RC2, 6.0, true",
    "v7.1.0.beta1, 7.1, true",
    "v2.0.0_RC1, 2.0, true",
    "1.0.0-alpha.3, 1.0, true",
    "3.7.0-rc1, 3.7, true",
    "REL_16_1, 16.1, false",
    "REL9_6_0, 9.6, false",
    "REL_17_BETA1, 17, true",
    "v1.2.3+build.5, 1.2, false",
    "1.1.1b, 1.1, false",
    "v3.0a1, 3.0, true",
    "v255, 255, false",
    "log4j-2.17.0, log4j 2.17, false",
    "2.0.0-jre, 2.0, false"
  })
  void tagsThatLookLikeVersions(String tag, String line, boolean early) {
    Version version = Version.of(tag, "kafka");
    assertEquals(line, version == null ? null : version.line());
    assertEquals(early, version != null && version.preRelease());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"show", "2024", "backup-1.2.3", "before-2.0", "build-17", "1.2.3-holiday", ""})
  void otherTagsAreNoVersions(String tag) {
    assertNull(Version.of(tag, "kafka"));
  }
}
