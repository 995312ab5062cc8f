package pilothouse.evidence.facts;

import java.util.List;
import pilothouse.storage.Storage;

/** The names that came in with facts, each once: what rules about names have to deal with. */
public final class NamesSeen {
  private static final int MOST = 5_000;
  private final Storage storage;
  private final Facts facts;
  private volatile Names known =
      new Names(-1, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public NamesSeen(Storage storage, Facts facts) {
    this.storage = storage;
    this.facts = facts;
  }

  /**
   * All of them, sorted, at most 5,000 of each kind.
   *
   * @param called what builds and tests are called by; such a name never makes a system
   * @param people logins and addresses of authors and reviewers
   */
  public record Names(
      long version,
      List<String> services,
      List<String> called,
      List<String> repositories,
      List<String> environments,
      List<String> branches,
      List<String> people) {}

  /** The names now; read anew only where facts came in. */
  public Names now() {
    long version = facts.version();
    Names last = known;
    if (last.version() != version) {
      last =
          new Names(
              version,
              names("service", "deployment", "incident"),
              names("service", "build", "test_case"),
              names("repository", "deployment", "change_request", "build", "incident"),
              names("environment", "deployment"),
              names("branch", "deployment", "change_request"),
              names(
                  """
                  select author as name from change_request where author is not null
                  union select reviewer as name from review where reviewer is not null
                  """));
      known = last;
    }
    return last;
  }

  private List<String> names(String column, String... tables) {
    StringBuilder all = new StringBuilder();
    for (String table : tables) {
      all.append(all.isEmpty() ? "" : " union ");
      all.append("select %s as name from %s where %s is not null".formatted(column, table, column));
    }
    return names(all.toString());
  }

  private List<String> names(String query) {
    return storage.read(rows ->
        rows.createQuery("select distinct name from (" + query + ") seen order by name limit :most")
            .bind("most", MOST)
            .mapTo(String.class)
            .list());
  }
}
