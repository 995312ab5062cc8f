package pilothouse.accounts;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import pilothouse.accounts.proof.Proven;
import pilothouse.accounts.saml.Answered;
import pilothouse.storage.Instants;
import tools.jackson.databind.json.JsonMapper;

/** What providers of SAML proved, until the browser that asked for it comes for it. */
final class SamlRows {
  private static final JsonMapper JSON = new JsonMapper();

  private SamlRows() {}

  /**
   * Keeps what was proved, once.
   *
   * @return whether it was not brought before
   */
  static boolean keep(Handle rows, String secret, Answered answered, Instant now, Instant ends) {
    rows.execute("delete from saml_taken where ends_at < ?", Instants.text(now));
    rows.execute("delete from saml_answer where ends_at < ?", Instants.text(now));
    String provider = answered.proven().provider();
    int isNew =
        rows.execute(
            "insert into saml_taken (hash, ends_at) values (?, ?) on conflict (hash) do nothing",
            Secret.hash(provider + " " + answered.assertion()),
            Instants.text(answered.until()));
    if (isNew == 0) {
      return false;
    }
    rows.execute(
        "insert into saml_answer (hash, provider, attempt, proven, ends_at) values (?, ?, ?, ?, ?)",
        Secret.hash(secret),
        provider,
        Secret.hash(answered.state()),
        JSON.writeValueAsString(answered.proven()),
        Instants.text(ends));
    return true;
  }

  /** What was proved for that try; whoever asks, it is there once. */
  static Optional<Proven> take(
      Handle rows, String secret, String provider, String state, Instant now) {
    String hash = Secret.hash(secret);
    Optional<Proven> proven =
        rows.createQuery(
                """
                select proven from saml_answer
                where hash = :hash and provider = :provider and attempt = :attempt and ends_at > :now
                """)
            .bind("hash", hash)
            .bind("provider", provider)
            .bind("attempt", Secret.hash(state))
            .bind("now", Instants.text(now))
            .mapTo(String.class)
            .findOne()
            .map(text -> JSON.readValue(text, Proven.class));
    return rows.execute("delete from saml_answer where hash = ?", hash) > 0
        ? proven
        : Optional.empty();
  }
}
