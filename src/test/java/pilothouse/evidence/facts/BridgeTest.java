package pilothouse.evidence.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pilothouse.storage.Databases;
import pilothouse.storage.Storage;

/** A deployment that names what was built finds its commit, whatever is told first. */
class BridgeTest {
  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
  private static final String BUILT = "0123456789abcdef0123456789abcdef01234567";
  private static final String MERGED = "fedcba9876543210fedcba9876543210fedcba98";

  @TempDir Path folder;

  private static Deployment deployed(String key, String revision, int minute) {
    return new Deployment(
        key,
        at(minute),
        "shop",
        null,
        revision,
        null,
        "production",
        null,
        null,
        at(minute),
        Outcome.SUCCESS,
        null,
        null);
  }

  private static Artifact artifact(
      String key,
      int minute,
      @Nullable String revision,
      @Nullable String change,
      @Nullable String chain) {
    return new Artifact(key, at(minute), "host.example/acme/shop", revision, change, chain);
  }

  private static ChangeRequest merged(String key, int minute) {
    return new ChangeRequest(
        key,
        at(minute),
        "host.example/acme/shop",
        12,
        null,
        null,
        null,
        null,
        null,
        MERGED,
        null,
        null,
        null,
        at(minute),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null);
  }

  private static Instant at(int minute) {
    return Instant.parse("2026-11-01T09:00:00Z").plusSeconds(60L * minute);
  }

  /** Tells the facts in several orders, in batches of one and all at once. */
  private void eachOrder(Databases kind, List<Fact> told, String deployment, String revision) {
    Random random = new Random(7);
    String name = kind.name().toLowerCase(java.util.Locale.ROOT);
    for (int order = 0; order < 6; order++) {
      List<Fact> shuffled = new ArrayList<>(told);
      Collections.shuffle(shuffled, random);
      try (var storage = Storage.open(kind.create(folder.resolve(name + order)))) {
        Facts facts = new Facts(storage, InstantSource.fixed(NOW));
        if (order == 0) {
          facts.add(shuffled, "test");
        } else {
          shuffled.forEach(fact -> facts.add(List.of(fact), "test"));
          shuffled.forEach(fact -> facts.add(List.of(fact), "test"));
        }
        Deployment known = Some.sure(facts.known(Deployment.class, deployment));
        assertEquals(revision, known.revision(), shuffled::toString);
        assertEquals("host.example/acme/shop", known.repository(), shuffled::toString);
        assertEquals("shop", known.service());
        assertEquals(Outcome.SUCCESS, known.outcome());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void throughThePackage(Databases kind) {
    eachOrder(
        kind,
        List.of(
            artifact("pkg:oci/shop@1", 5, BUILT, null, null), deployed("d", "pkg:oci/shop@1", 9)),
        "d",
        BUILT);
  }

  @ParameterizedTest
  @EnumSource
  void throughThePackagesChange(Databases kind) {
    String change = "host.example/acme/shop#change/12";
    eachOrder(
        kind,
        List.of(
            merged(change, 2),
            artifact("pkg:oci/shop@1", 5, null, change, null),
            deployed("d", "pkg:oci/shop@1", 9)),
        "d",
        MERGED);
  }

  @ParameterizedTest
  @EnumSource
  void throughTheChain(Databases kind) {
    eachOrder(
        kind,
        List.of(
            artifact("chain:7", 2, MERGED, null, null),
            new Artifact("pkg:oci/shop@1", at(9), null, null, null, "chain:7"),
            deployed("d", "pkg:oci/shop@1", 9),
            deployed("other", "pkg:oci/other@1", 9)),
        "d",
        MERGED);
  }

  /** What was packaged knows better than the chain that it was packaged in. */
  @ParameterizedTest
  @EnumSource
  void thePackageSpeaksLaterThanTheChain(Databases kind) {
    eachOrder(
        kind,
        List.of(
            artifact("chain:7", 2, MERGED, null, null),
            artifact("pkg:oci/shop@1", 5, BUILT, null, "chain:7"),
            deployed("d", "pkg:oci/shop@1", 9)),
        "d",
        BUILT);
  }

  @ParameterizedTest
  @EnumSource
  void whatNobodyBuiltStaysWithoutCommit(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Facts facts = new Facts(storage, InstantSource.fixed(NOW));
      facts.add(List.of(deployed("d", "pkg:oci/shop@1", 9)), "test");
      facts.add(List.of(artifact("pkg:oci/shop@2", 5, BUILT, null, null)), "test");
      Deployment known = Some.sure(facts.known(Deployment.class, "d"));
      assertTrue(Artifact.isKey(known.revision()));
      assertEquals(1, facts.told(Deployment.class, "d").size());
    }
  }
}
