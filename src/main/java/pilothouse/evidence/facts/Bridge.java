package pilothouse.evidence.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Leads from deployments that name only what was built to the commit that it was built of. Every
 * statement about the artifact becomes a statement about each of its deployments, whichever of the
 * two comes first: all that matters is which were said.
 */
final class Bridge {
  /** Who says what is found. */
  static final String SOURCE = "artifacts";

  private static final int KEYS = 500;

  private final Handle rows;

  /** Keys of artifacts of which something new is known, or that are newly deployed. */
  private final Set<String> artifacts = new LinkedHashSet<>();

  private Bridge(Handle rows) {
    this.rows = rows;
  }

  /** What facts that were just written make known of deployments. */
  static List<Deployment> over(Handle rows, Collection<List<Fact>> written) {
    Bridge bridge = new Bridge(rows);
    Set<String> changes = new LinkedHashSet<>();
    for (List<Fact> facts : written) {
      for (Fact fact : facts) {
        switch (fact) {
          case Deployment deployment -> bridge.deployed(deployment);
          case Artifact artifact -> bridge.artifacts.add(artifact.key());
          case ChangeRequest change when change.mergeRevision() != null ->
              changes.add(change.key());
          default -> {}
        }
      }
    }
    bridge.ofChanges(changes);
    bridge.ofChains();
    return bridge.found();
  }

  private void deployed(Deployment deployment) {
    String artifact = deployment.revision();
    if (artifact != null && Artifact.isKey(artifact)) {
      artifacts.add(artifact);
      rows.execute(
          """
          insert into artifact_use (artifact, deployment) values (?, ?)
          on conflict (artifact, deployment) do nothing
          """,
          artifact,
          deployment.key());
    }
  }

  private void ofChanges(Set<String> changes) {
    if (!changes.isEmpty() && isAnyOfChange()) {
      artifacts.addAll(keys("select key from artifact where change in (<keys>)", changes));
    }
  }

  /** Most have no artifacts, and many changes. */
  private boolean isAnyOfChange() {
    return rows.createQuery("select 1 from artifact where change is not null limit 1")
        .map((row, context) -> row.getInt(1))
        .findOne()
        .isPresent();
  }

  private void ofChains() {
    artifacts.addAll(keys("select key from artifact where chain in (<keys>)", artifacts));
  }

  private List<String> keys(String text, Collection<String> keys) {
    List<String> found = new ArrayList<>();
    for (List<String> some : chunks(keys)) {
      rows.createQuery(text)
          .bindList("keys", some)
          .map((row, context) -> row.getString(1))
          .forEach(found::add);
    }
    return found;
  }

  private List<Deployment> found() {
    List<Deployment> found = new ArrayList<>();
    for (List<String> some : chunks(artifacts)) {
      rows.createQuery(
              """
              select u.deployment, o.repository, o.revision, o.said_at
              from artifact_use u
              join artifact_origin o on o.key = u.artifact
              where u.artifact in (<keys>)
              order by 1, 2, 3, 4
              """)
          .bindList("keys", some)
          .map((row, context) ->
              told(
                  row.getString(1),
                  Instant.ofEpochMilli(row.getLong(4)),
                  row.getString(2),
                  row.getString(3)))
          .forEach(found::add);
    }
    return found;
  }

  private static Deployment told(String key, Instant at, String repository, String revision) {
    return new Deployment(
        key, at, null, repository, revision, null, null, null, null, null, null, null, null);
  }

  private static List<List<String>> chunks(Collection<String> keys) {
    List<String> all = List.copyOf(keys);
    List<List<String>> chunks = new ArrayList<>();
    for (int at = 0; at < all.size(); at += KEYS) {
      chunks.add(all.subList(at, Math.min(all.size(), at + KEYS)));
    }
    return chunks;
  }
}
