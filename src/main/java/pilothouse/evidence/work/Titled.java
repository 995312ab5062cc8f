package pilothouse.evidence.work;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import pilothouse.evidence.Commits;
import pilothouse.evidence.facts.ChangeRequest;

/**
 * What people call a change.
 *
 * @param name as {@code #12}, or the beginning of a commit's id
 * @param title of a change request, or the subject of a commit; empty where nobody told
 * @param address where it stands elsewhere; empty where nobody told
 */
public record Titled(String name, String title, String address) {
  private static final int SHORT = 10;

  /**
   * A change request.
   *
   * @param subject of the commit that merged it, which says what it is where it has no title
   */
  static Titled of(ChangeRequest change, String subject) {
    String url = change.url() == null ? "" : change.url();
    String title = change.title() == null ? subject : change.title();
    String name = change.number() == 0 ? change.key() : "#" + change.number();
    return new Titled(name, title, url);
  }

  /** Those commits among them that have these ids. */
  static Map<String, Titled> of(Commits commits, Set<String> ids) {
    Map<String, Titled> found = new HashMap<>();
    for (int commit = 0; commit < commits.size(); commit++) {
      String id = commits.id(commit);
      if (ids.contains(id)) {
        String subject = commits.subjects()[commit];
        found.put(id, new Titled(id.substring(0, SHORT), subject == null ? "" : subject, ""));
      }
    }
    return found;
  }
}
