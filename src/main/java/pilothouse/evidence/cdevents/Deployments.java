package pilothouse.evidence.cdevents;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Artifact;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.inbox.Parsed;
import pilothouse.evidence.wire.Json;

/**
 * Deployments of services: each event is one, and is told when it succeeded. The commit is found
 * through what was deployed, now or when the artifact's own event comes.
 */
final class Deployments {
  private Deployments() {}

  static Parsed of(Event event) {
    String named = event.content().text("artifactId");
    Purl purl = named == null ? null : Purl.of(named);
    boolean back = event.kind().equals("service.rolledback");
    // What is gone back to was made in another chain than the one that goes back.
    String chain = back ? null : Artifacts.chain(event);
    List<Fact> facts = new ArrayList<>();
    facts.add(deployment(event, purl, chain, back));
    if (purl != null && purl.revision() == null && chain != null) {
      facts.add(new Artifact(purl.key(), event.at(), purl.repository(), null, null, chain));
    }
    return new Parsed.Facts(facts);
  }

  private static Deployment deployment(
      Event event, @Nullable Purl purl, @Nullable String chain, boolean back) {
    return new Deployment(
        event.ownKey("deployment"),
        event.at(),
        event.subject(),
        purl == null ? null : purl.repository(),
        revision(purl, chain),
        null,
        environment(event.content().object("environment")),
        null,
        null,
        event.at(),
        Outcome.SUCCESS,
        // Nobody plans to go back.
        back ? Boolean.TRUE : null,
        null);
  }

  private static @Nullable String revision(@Nullable Purl purl, @Nullable String chain) {
    if (purl == null) {
      return chain;
    }
    return purl.revision() == null ? purl.key() : purl.revision();
  }

  private static String environment(Json environment) {
    String name = environment.text("name");
    return name == null ? environment.need("id") : name;
  }
}
